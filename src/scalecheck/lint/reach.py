"""How low and how high each node can come, whatever the answers: bounds never too narrow.

A figure outside the bounds of a measure is never given, by any project. Bounds may be too wide:
where answers are tied together, or may be left out. So they prove that something cannot happen,
never that it can.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.spans import Number, Reach, add, hull, multiply, subtract, touched
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.base import is_number
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Bands,
    Base,
    Cap,
    Count,
    Difference,
    Lookup,
    Maximum,
    Mean,
    Measure,
    Median,
    Minimum,
    Percent,
    Product,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import Policy
from scalecheck.model.scale import Scale
from scalecheck.model.tables import LookupTable
from scalecheck.scoring.arithmetic import round_exactly

_Index = Additive | Sum | Mean | WeightedMean | Product | Difference | Percent | Round


class Reaches:
    """The reach of every node of a rubric whose names can be followed."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self._found: dict[str, Reach | None] = {}
        by_tracks = (name for track in nodes.rubric.tracks for name in track.waives)
        by_strategies = (name for way in nodes.rubric.strategies for name in way.waives)
        self._waived = frozenset((*by_tracks, *by_strategies))

    def of(self, name: str) -> Reach | None:
        """What a node can give: ranks of its scale, or figures; None where nothing is known."""
        if name not in self._found:
            self._found[name] = None
            self._found[name] = self._read(name)
        return self._found[name]

    def figures(self, name: str) -> Reach | None:
        """What a node can give, in the numbers that index operators read."""
        reach, typed = self.of(name), self.nodes.typed(name)
        if reach is None or typed is None or typed.scale is None:
            return reach
        ends = [typed.scale.score_at(rank) for rank in _ranks(reach, typed.scale)]
        return Reach(min(ends), max(ends))

    def can_reach(self, name: str, level: str) -> bool:
        """Tell whether a node might be at a level, or better; no is certain."""
        reach, wanted = self.of(name), self.wanted(name, level)
        return reach is None or reach.high is None or wanted is None or wanted <= reach.high

    def wanted(self, name: str, level: str) -> Number | None:
        """The rank or the figure that a level of a node means; None where it has no such level."""
        typed = self.nodes.typed(name)
        if typed is not None and typed.scale is not None:
            return typed.scale.rank_of(level)
        return self.nodes.wanted(name, level) if typed is not None and is_number(level) else None

    def bands(self, measure: Bands) -> list[bool] | None:
        """Tell, for each band in turn, whether a figure may fall in it; None where not known."""
        reach, typed = self.of(measure.of[0]), self.nodes.typed(measure.of[0])
        if reach is None or typed is None:
            return None
        if typed.scale is not None:  # a rank is read by the value of its level
            ends = [typed.scale.by_rank[rank].value for rank in _ranks(reach, typed.scale)]
            reach = Reach(min(ends), max(ends))
        return touched(measure.bands, reach)

    def _read(self, name: str) -> Reach | None:
        nodes, typed = self.nodes, self.nodes.typed(name)
        if typed is None:
            return None
        if name in nodes.measures:
            return self._measure(nodes.measures[name])
        if name in nodes.dimensions:
            return _hull(self._each(nodes.members(nodes.dimensions[name])))
        return Reach(0, self._best(name, typed.scale)) if typed.scale is not None else None

    def _best(self, name: str, scale: Scale) -> int:
        """The best level of an answer; a computed one goes no higher than its last rule."""
        criterion = self.nodes.criteria.get(name)
        if criterion is None or criterion.computed is None:
            return scale.top
        return max((scale.rank_of(level) or 0 for level in criterion.computed), default=0)

    def _each(self, names: Iterable[str]) -> list[Reach]:
        """The reach of every one of several nodes; nothing at all where one is not known."""
        found = [self.of(name) for name in names]
        return [] if None in found else [reach for reach in found if reach is not None]

    def _each_figure(self, names: Iterable[str]) -> list[Reach]:
        found = [self.figures(name) for name in names]
        return [] if None in found else [reach for reach in found if reach is not None]

    def _measure(self, measure: Measure) -> Reach | None:
        names = self.nodes.expand(measure.of)
        match measure:
            case Minimum() | Maximum() | Median() | Cap():
                return self._ordinal(measure, names)
            case Ladder() | Highest():
                ranks = [self.wanted(measure.id, level) or 0 for level in measure.items]
                return Reach(0, max(ranks, default=0))
            case Count():
                is_many = any(self._is_many(name, measure) for name in names)
                return Reach(0, None if is_many else len(names))
            case Bands():
                within = [n for n, may in enumerate(self.bands(measure) or ()) if may]
                return Reach(within[0], within[-1]) if within else None
            case Lookup():
                return self._lookup(measure)
            case _:
                return self._index(measure, names)

    def _ordinal(
        self, measure: Minimum | Maximum | Median | Cap, names: tuple[str, ...]
    ) -> Reach | None:
        found = _hull(self._each(names))
        at = self.wanted(measure.id, measure.at) if isinstance(measure, Cap) else None
        return found if found is None or at is None else Reach(min(found.low, at), found.high)

    def _index(self, measure: _Index, names: tuple[str, ...]) -> Reach | None:
        if isinstance(measure, Additive):
            levels = [self._each_figure(self.nodes.expand(n)) for n in measure.items.values()]
            return add([hull(one) for one in levels], may_drop=True) if all(levels) else None
        if isinstance(measure, Percent):
            return self._percent(measure, names)
        inputs = self._each_figure(names)
        return self._combine(measure, names, inputs) if inputs else None

    def _combine(
        self,
        measure: Sum | Mean | WeightedMean | Product | Difference | Round,
        names: tuple[str, ...],
        inputs: list[Reach],
    ) -> Reach | None:
        is_many = any(self._is_many(name, measure) for name in names)
        match measure:
            case Sum() if is_many:
                return Reach(0, None) if all(one.low >= 0 for one in inputs) else None
            case Sum():
                return add(inputs, may_drop=self._may_drop(measure, names))
            case Product():
                is_whole = not is_many and not self._may_drop(measure, names)
                return multiply(inputs) if is_whole else None
            case Difference():
                return subtract(*inputs) if len(inputs) == 2 else None
            case Round():
                return _rounded(measure, inputs[0])
            case _:
                return hull(inputs)

    def _percent(self, measure: Percent, names: tuple[str, ...]) -> Reach | None:
        """The parts of its largest score that each item can give: all together lie among them."""
        shares: list[Reach] = []
        for name in names:
            figures, typed = self.figures(name), self.nodes.typed(name)
            if figures is None or figures.high is None or typed is None or typed.scale is None:
                return None
            least, size = size_of(typed.scale, measure.base)
            if size > 0:
                shares.append(Reach((figures.low - least) / size, (figures.high - least) / size))
        return _hull(shares)

    def _lookup(self, measure: Lookup) -> Reach | None:
        table = LookupTable(self.nodes, measure)
        if any(True for _ in table.problems(())):
            return None
        cells = [cell for place in table.positions() if (cell := table.value(place)) is not None]
        return Reach(min(cells), max(cells)) if cells else None

    def _is_many(self, name: str, measure: Measure) -> bool:
        """Tell whether a node stands for any number of instances in a measure."""
        own, part = self.nodes.group_of.get(name), self.nodes.measures.get(name)
        group = own.id if own is not None else part.per if part is not None else None
        return group is not None and group != measure.per

    def _may_drop(self, measure: Measure, names: tuple[str, ...]) -> bool:
        """Tell whether an input may be left out: not applicable, not asked, or skipped."""
        policies = self.nodes.rubric.non_answers
        skips = (measure.unknown or policies.unknown, measure.not_assessed or policies.not_assessed)
        return Policy.SKIP in skips or not all(map(self._is_always_there, names))

    def _is_always_there(self, name: str) -> bool:
        found = (self.nodes.criteria[n] for n in self.nodes.cone(name))
        return all(
            c.not_applicable == "refused"
            and not c.applies_when
            and c.id not in self._waived
            and c.id not in self.nodes.group_of
            for c in found
        )


@lru_cache(maxsize=2)  # every rule about measures asks of the same subject
def reaches(subject: RubricSubject) -> Reaches | None:
    """The reach of every node; None where names cannot be followed, or there is no measure."""
    if not subject.value.measures or not can_be_followed(subject):
        return None
    return Reaches(subject.names)


def size_of(scale: Scale, base: Base) -> tuple[Fraction, Fraction]:
    """Where a percentage of a scale starts, and how far its largest score is from there."""
    ends = [scale.score_at(rank) for rank in (0, scale.top)]
    least = min(ends) if base is Base.LOWEST else Fraction(0)
    return least, max(ends) - least


def _hull(every: list[Reach]) -> Reach | None:
    return hull(every) if every else None


def _ranks(reach: Reach, scale: Scale) -> tuple[int, int]:
    """The ends of a reach as ranks of a scale."""
    top = scale.top if reach.high is None else min(int(reach.high), scale.top)
    return min(int(reach.low), scale.top), top


def _rounded(measure: Round, reach: Reach) -> Reach:
    def round_off(figure: Number) -> Fraction:
        return round_exactly(Fraction(figure), measure.digits, measure.rounding)

    return Reach(round_off(reach.low), None if reach.high is None else round_off(reach.high))
