"""What measures ask of their inputs, operator by operator."""

from abc import ABC
from collections.abc import Iterable
from fractions import Fraction

from scalecheck.model.form import Form
from scalecheck.model.item_measures import Highest, ItemTest, Ladder
from scalecheck.model.measures import (
    Bands,
    Cap,
    Count,
    Lookup,
    Maximum,
    Measure,
    Median,
    Minimum,
)
from scalecheck.model.tables import LookupTable
from scalecheck.scoring.logic.figures import FigureReader, UnfollowedError
from scalecheck.scoring.logic.formula import FALSE, TRUE, Formula, Rank, either, every, weigh
from scalecheck.scoring.logic.nodes import Asked

Weighed = list[tuple[int, Formula]]


class MeasureReader(FigureReader, ABC):
    """Reads measures; those that are not monotone are not followed."""

    def measure_at_least(self, measure: Measure, rank: Rank) -> Asked:
        """Read a measure; a hole where it cannot be followed."""
        typed = self.nodes.typed(measure.id)
        if typed is None or not self.nodes.is_monotone(measure.id):
            return self.hole(measure.id, rank)
        try:
            if not self.has_inputs(measure):
                return None
            if typed.form is Form.INDEX and typed.scale is None:
                return self.number_at_least(measure, rank)
            return TRUE if rank <= 0 else self._ordinal(measure, rank)
        except UnfollowedError:
            return self.hole(measure.id, rank)

    def _ordinal(self, measure: Measure, rank: Rank) -> Formula:
        found: Formula
        match measure:
            case Minimum() | Maximum() | Median():
                found = self._chosen(measure, rank)
            case Count():
                found = self.figure(measure).at_least(rank)
            case Cap():
                found = self._cap(measure, rank)
            case Ladder() | Highest():
                found = self._items(measure, rank)
            case Bands():
                found = self._band(measure, rank)
            case Lookup():
                found = self._lookup(measure, rank)
            case _:
                raise UnfollowedError
        return found

    def _chosen(self, measure: Minimum | Maximum | Median, rank: Rank) -> Formula:
        found = self._inputs_at(measure, rank)
        if isinstance(measure, Median):
            return weigh(found, sum(count for count, _ in found) // 2 + 1)
        join = every if isinstance(measure, Minimum) else either
        return join(part for _, part in found)

    def _inputs_at(self, measure: Measure, rank: Rank) -> Weighed:
        return [(count, self.asked_of(n, rank)) for n, count in self.inputs(measure, measure.of)]

    def _cap(self, measure: Cap, rank: Rank) -> Formula:
        (name, _), *_ = self.inputs(measure, measure.of)
        typed = self.nodes.typed(name)
        at = typed.scale.rank_of(measure.at) if typed and typed.scale else None
        if at is None:
            raise UnfollowedError
        reached = self.asked_of(name, rank)
        if rank <= at:
            return reached
        lifted = self.rule(measure.unless)
        return every((reached, FALSE if lifted is None else lifted))

    # Items ------------------------------------------------------------------------------------

    def _items(self, measure: Ladder | Highest, rank: Rank) -> Formula:
        typed = self.nodes.typed(measure.id)
        scale = typed.scale if typed else None
        at: list[Formula] = []
        below: list[Formula] = []
        for level, names in measure.items.items():
            if all(self.is_out(name) for name in names):
                continue
            found = scale.rank_of(level) if scale else None
            if found is None:
                raise UnfollowedError
            is_ladder = isinstance(measure, Ladder)
            asked = self._passes(measure, measure.at, names, empty=is_ladder and self.empty_passes)
            if not isinstance(measure, Ladder):
                at.extend([asked] if found >= rank else [])
                continue
            if found >= rank:
                return every((*below, asked))
            under = measure.below or measure.at
            below.extend((asked, self._passes(measure, under, names, empty=self.empty_passes)))
        return either(at)

    def _passes(
        self, measure: Measure, test: ItemTest, names: Iterable[str], *, empty: bool
    ) -> Formula:
        inputs = self.inputs(measure, tuple(names))
        total = sum(count for _, count in inputs)
        if not total:
            return TRUE if empty else FALSE
        needed = test.quota if isinstance(test.quota, int) else test.quota * total
        terms: Weighed = []
        for name, count in inputs:
            typed = self.nodes.typed(name)
            has_scale = typed is not None and typed.scale is not None
            if test.item is None or not has_scale:
                terms.append((count, self.asked_of(name, 1)))
            elif (wanted := self.wanted(name, test.item)) is not None:
                terms.append((count, self.asked_of(name, wanted)))
        return weigh(terms, needed)

    # Tables -----------------------------------------------------------------------------------

    def _band(self, measure: Bands, rank: Rank) -> Formula:
        (name, _), *_ = self.inputs(measure, measure.of)
        if not 0 < rank < len(measure.bands):
            return FALSE
        band = measure.bands[int(rank)]
        bound = band.from_ if band.from_ is not None else band.above
        typed = self.nodes.typed(name)
        if bound is None or typed is None:
            raise UnfollowedError
        is_open = band.from_ is None
        if typed.scale is None:
            return self.node_number_at_least(name, bound, is_open=is_open)
        values = [level.value for level in typed.scale.by_rank]
        inside = (r for r, v in enumerate(values) if v > bound or (v == bound and not is_open))
        least = next(inside, None)
        return FALSE if least is None else self.asked_of(name, least)

    def _lookup(self, measure: Lookup, rank: Rank) -> Formula:
        """Any of the least positions whose cell is good enough."""
        table = LookupTable(self.nodes, measure)
        if not all(axis.is_answer or axis.scale for axis in table.axes):
            raise UnfollowedError
        good: list[tuple[int, ...]] = []
        for position in table.positions():
            value = table.value(position)
            if value is None:
                raise UnfollowedError
            if value >= rank and not any(_covers(one, position) for one in good):
                good.append(position)
        names = [name for name, _ in self.inputs(measure, measure.of)]
        return either(
            every(self.asked_of(name, at) for name, at in zip(names, position, strict=True))
            for position in good
        )

    def steps_of(self, measure: Lookup) -> list[tuple[Fraction, Formula]]:
        """The cells of a table of numbers, as steps from the least one."""
        table = LookupTable(self.nodes, measure)
        cells = {Fraction(v) for p in table.positions() if (v := table.value(p)) is not None}
        return [(cell, self._lookup(measure, cell)) for cell in sorted(cells)]


def _covers(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))
