"""The columns that a plan gives, as nodes: numbers, names by their position, or names joined."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import lcm

from scalecheck.portfolio.plan.columns import Output
from scalecheck.portfolio.plan.following import Following
from scalecheck.portfolio.plan.headline import Corners
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.ratios import Ratio
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import (
    ANSWERED,
    NOT_APPLICABLE,
    NOT_ASSESSED,
    UNKNOWN,
)
from scalecheck.portfolio.plan.values import COMPUTED, WHYS, Value


class Outputs(Following):
    """Writes the columns of one scene."""

    def write(self, groups: tuple[Results, ...]) -> Iterator[Output]:
        """Give the columns of some groups, in their order."""
        writers: Mapping[Results, Callable[[], Iterator[Output]]] = {
            Results.LEVELS: self._levels,
            Results.CLAIMED: self._claimed,
            Results.STAGES: self._stages,
            Results.BOTTLENECKS: self._bottlenecks,
            Results.DIMENSIONS: self._dimensions,
            Results.MEASURES: self._measures,
            Results.COUNTS: self._counts,
            Results.BLOCKERS: self.blockers,
            Results.DECISIVE: self.decisive,
            Results.DISTANCE: self.distance,
        }
        for group in Results:
            if group in groups:
                yield from writers[group]()

    # The level ---------------------------------------------------------------------------------

    def _levels(self) -> Iterator[Output]:
        yield from self._corners({"official": "low", "possible": "high"})
        yield self._why()

    def _claimed(self) -> Iterator[Output]:
        yield from self._corners({"claimed": "claimed_low", "claimed-high": "claimed_high"})

    def _corners(self, corners: Mapping[str, str]) -> Iterator[Output]:
        for word, corner in corners.items():
            there, at = self.reached(corner)
            yield self.value(f"level.{word}", there, at)
        for word, corner in corners.items():
            position = self.position(corner)
            there = self.graph.same(position.why, COMPUTED)
            yield self.whole(f"position.{word}", there, position.at)

    def _why(self) -> Output:
        graph, position = self.graph, self.position("low")
        words = (*WHYS, "no-headline", "too-little-applicable", "below-first-level")
        there, _ = self.reached("low")
        computed = graph.same(position.why, COMPUTED)
        why = graph.choose(computed, graph.const(len(words) - 1), position.why)
        return self.name("level.why", graph.no(there), why, words)

    def _stages(self) -> Iterator[Output]:
        stages = [level.stage for level in self.rubric.levels]
        words = tuple(dict.fromkeys(stage for stage in stages if stage is not None))
        for word, corner in (("official", "low"), ("possible", "high")):
            there, at = self.reached(corner)
            yield self._by_level(f"stage.{word}", there, at, stages, words)
        yield self._readiness()
        yield self._track()

    def _readiness(self) -> Output:
        """The official level, where it or the track says what can be scaled."""
        graph, (there, at) = self.graph, self.reached("low")
        index = graph.most((at, graph.const(0)))
        told = []
        for position, level in enumerate(self.rubric.levels):
            own = [graph.truth(level.readiness is not None)]
            own += [
                self.scene.is_on(t.id) for t in self.rubric.tracks if level.value in t.readiness
            ]
            told.append(graph.every((graph.same(index, position), graph.either(own))))
        return self.value("readiness.level", graph.every((there, graph.either(told))), at)

    def _track(self) -> Output:
        """The track, where the rubric has it."""
        tracks = tuple(track.id for track in self.rubric.tracks)
        on = [self.scene.is_on(track) for track in tracks]
        at = self.graph.const(0)
        for place, node in enumerate(on):
            at = self.graph.choose(node, self.graph.const(place), at)
        return self.name("track.chosen", self.graph.either(on), at, tracks)

    def _by_level(
        self, name: str, there: Node, at: Node, values: list[str | None], words: tuple[str, ...]
    ) -> Output:
        graph = self.graph
        if not words:
            return self.name(name, graph.false, graph.const(0), ())
        index = graph.most((at, graph.const(0)))
        stated = graph.reaches(
            graph.table(index, (int(v is not None) for v in values)), graph.const(1)
        )
        place = graph.table(index, (0 if v is None else words.index(v) for v in values))
        return self.name(name, graph.every((there, stated)), place, words)

    # Nodes -------------------------------------------------------------------------------------

    def _ends(self, name: str, corners: Corners) -> tuple[Node, Value, Value] | None:
        """Whether a node is computed at both ends, and its value at each."""
        if self.scene.nodes.typed(name) is None:
            return None
        low, high = corners.low.node(name), corners.high.node(name)
        there = (self.graph.same(value.why, COMPUTED) for value in (low, high))
        return self.graph.every(there), low, high

    def _bottlenecks(self) -> Iterator[Output]:
        graph, nodes = self.graph, self.scene.nodes
        by_scale: dict[str, list[tuple[str, Node, Node]]] = {}
        for name in nodes.dimensions:
            ends, typed = self._ends(name, self.headline.declared), nodes.typed(name)
            if ends is not None and typed is not None and typed.scale is not None:
                found = by_scale.setdefault(typed.scale.id, [])
                found.append((name, ends[0], ends[1].number))
        flags: dict[str, Node] = {}
        for family in by_scale.values():
            most = graph.const(max(rank.high for *_, rank in family))
            lowest = graph.least(graph.choose(there, rank, most) for _, there, rank in family)
            for name, there, rank in family:
                flags[name] = graph.every((there, graph.reaches(lowest, rank)))
        ordered = {name: flags[name] for name in nodes.dimensions if name in flags}
        yield self.names("dimensions.lowest", graph.true, ordered)

    def _dimensions(self) -> Iterator[Output]:
        for name in self.scene.nodes.dimensions:
            yield from self._figures(name)

    def _measures(self) -> Iterator[Output]:
        nodes = self.scene.nodes
        yield from (o for c in self.rubric.criteria if c.computed for o in self._figures(c.id))
        yield from (o for m in nodes.measures.values() if not m.per for o in self._figures(m.id))

    def _figures(self, name: str) -> Iterator[Output]:
        ends = self._ends(name, self.headline.declared)
        if ends is None:
            for end in ("low", "high"):
                yield self.whole(f"{name}.{end}", self.graph.false, self.graph.const(0))
            return
        there, *values = ends
        for end, value in zip(("low", "high"), values, strict=True):
            yield self.number(f"{name}.{end}", there, self._figure(name, value))

    def _figure(self, name: str, value: Value) -> Ratio:
        typed = self.scene.nodes.typed(name)
        if typed is None or typed.scale is None:
            return Ratio(value.number, value.over)
        levels = [level.value for level in typed.scale.by_rank]
        unit = lcm(*(Fraction(level).denominator for level in levels))
        found = self.graph.table(value.number, (int(level * unit) for level in levels))
        return Ratio(found, self.graph.const(unit))

    # Questions ---------------------------------------------------------------------------------

    def _counts(self) -> Iterator[Output]:
        graph, words = self.graph, ("answered", "unknown", "not-assessed", "not-applicable")
        found: dict[str, list[Node]] = {word: [] for word in (*words, "out")}
        for criterion in self.scene.nodes.asked():
            out = self.scene.out(criterion.id)
            for (name, instance), there in self.headline.questions_of(criterion.id):
                status = self.scene.question(name, instance).status
                found["out"].append(graph.whole(graph.every((there, out))))
                kept = graph.every((there, graph.no(out)))
                codes = (ANSWERED, UNKNOWN, NOT_ASSESSED, NOT_APPLICABLE)
                for word, code in zip(words, codes, strict=True):
                    found[word].append(graph.whole(graph.every((kept, graph.same(status, code)))))
        totals = {word: graph.add(nodes) for word, nodes in found.items()}
        asked = graph.add(totals[word] for word in words)
        for word, total in {"asked": asked, **totals}.items():
            yield self.whole(f"questions.{word}", graph.true, total)
