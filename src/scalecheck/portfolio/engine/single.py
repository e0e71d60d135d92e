"""What the engine of one project says, in the columns of a table."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Key
from scalecheck.model.figures import Node
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.plan.distance import forced_ranks
from scalecheck.portfolio.plan.headline import Headline
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import Room, Scene, Shape

Pairs = Iterator[tuple[str, object]]


def columns_of(found: Assessment, groups: tuple[Results, ...]) -> dict[str, object]:
    """Give the columns of some groups for one assessment, in their order."""
    single = _Single(found)
    writers = {
        Results.LEVELS: single.levels,
        Results.CLAIMED: single.claimed,
        Results.STAGES: single.stages,
        Results.BOTTLENECKS: single.bottlenecks,
        Results.DIMENSIONS: single.dimensions,
        Results.MEASURES: single.measures,
        Results.COUNTS: single.counts,
        Results.BLOCKERS: single.blockers,
        Results.DECISIVE: single.decisive,
        Results.DISTANCE: single.distance,
    }
    return dict(pair for group in Results if group in groups for pair in writers[group]())


def has_distance(rubric: Rubric) -> bool:
    """Tell whether the least effort to a level is a sum, and not a search."""
    rooms = {group.id: Room() for group in rubric.groups}
    return forced_ranks(Headline(Scene(rubric, Shape(rooms)))) is not None


class _Single:
    def __init__(self, found: Assessment) -> None:
        self.found, self.rubric = found, found.rubric
        self.nodes: Nodes = nodes_of(found.rubric)
        head = found.headline
        self.positions = {
            "official": head.low,
            "possible": head.high,
            "claimed": head.claimed_low,
            "claimed-high": head.claimed_high,
        }

    def _value(self, position: int | None) -> object:
        values = [level.value for level in self.rubric.levels]
        if position is None or position < 0:
            return None
        whole = all(value.isascii() and value.isdecimal() for value in values)
        return int(values[position]) if whole else values[position]

    def levels(self) -> Pairs:
        yield from self._corners("official", "possible")
        official = self.positions["official"]
        below = "below-first-level" if official is not None and official < 0 else None
        yield "level.why", self.found.headline.why if official is None else below

    def claimed(self) -> Pairs:
        yield from self._corners("claimed", "claimed-high")

    def _corners(self, *words: str) -> Pairs:
        yield from ((f"level.{word}", self._value(self.positions[word])) for word in words)
        yield from ((f"position.{word}", self.positions[word]) for word in words)

    def stages(self) -> Pairs:
        for word in ("official", "possible"):
            at = self.positions[word]
            yield (
                f"stage.{word}",
                self.rubric.levels[at].stage if at is not None and at >= 0 else None,
            )
        yield "readiness.level", self._readiness()
        yield "track.chosen", self.found.track

    def _readiness(self) -> object:
        at = self.positions["official"]
        if at is None or at < 0:
            return None
        level = self.rubric.levels[at]
        own = [
            t for t in self.rubric.tracks if t.id == self.found.track and level.value in t.readiness
        ]
        return self._value(at) if own or level.readiness is not None else None

    def bottlenecks(self) -> Pairs:
        lowest = {name for one in self.found.bottlenecks for name in one.dimensions}
        yield "dimensions.lowest", JOINT.join(n for n in self.nodes.dimensions if n in lowest)

    def dimensions(self) -> Pairs:
        yield from (pair for name in self.nodes.dimensions for pair in self._ends(name))

    def measures(self) -> Pairs:
        computed = (c.id for c in self.rubric.criteria if c.computed)
        alone = (m.id for m in self.rubric.measures if not m.per)
        yield from (pair for name in (*computed, *alone) for pair in self._ends(name))

    def _ends(self, name: str) -> Pairs:
        node = self.found.nodes[name, ""]
        computed = node.value.low is not None and node.value.high is not None
        yield f"{name}.low", self._figure(node, node.value.low) if computed else None
        yield f"{name}.high", self._figure(node, node.value.high) if computed else None

    def _figure(self, node: Node, value: int | Fraction | None) -> int | float:
        typed = self.nodes.typed(node.name)
        number = Fraction(value or 0)
        if typed is not None and typed.scale is not None:
            number = typed.scale.by_rank[int(number)].value
        return int(number) if number.denominator == 1 else float(number)

    def counts(self) -> Pairs:
        coverage = self.found.coverage
        for word in ("asked", "answered", "unknown", "not_assessed", "not_applicable", "out"):
            yield f"questions.{word.replace('_', '-')}", getattr(coverage, word)

    def blockers(self) -> Pairs:
        following = self.found.next_level
        names = dict.fromkeys(gap.name for gap in self.found.gaps)
        yield "level.next", self._value(following)
        yield "level.blockers", None if following is None else JOINT.join(names)
        yield "level.missing", None if following is None else len(names)

    def decisive(self) -> Pairs:
        told = self.found.sensitivity
        labels = None if told is None else (self._label(d.key) for d in told.decisive)
        yield "level.decisive", None if labels is None else JOINT.join(labels)

    def _label(self, key: Key) -> str:
        if not key.instance:
            return key.criterion
        group = self.nodes.group_of[key.criterion].id
        listed = self.found.instances[group]
        number = "?" if listed is None else str(listed.index(key.instance) + 1)
        return f"{group}/{number}/{key.criterion}"

    def distance(self) -> Pairs:
        steps = self.found.next_steps
        cheapest = steps.cheapest if steps and has_distance(self.rubric) else None
        cost = None if cheapest is None else cheapest.cost
        whole = cost is not None and cost.denominator == 1
        yield "level.distance", cost if cost is None else int(cost) if whole else float(cost)
