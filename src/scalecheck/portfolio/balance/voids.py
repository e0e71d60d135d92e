"""The pairs of values that no project joins, named wherever that gives no small count away."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

Group = tuple[str, ...]
Place = tuple[int, int]
Move = Callable[[Place], bool]


class Side(NamedTuple):
    """One side of a crossing: what is counted together, because its counts are shown or held.

    `groups` are shown values, each alone, and all those held back, together. `of` gives the
    values of a project on this side, one after the other.
    """

    groups: tuple[Group, ...]
    of: Sequence[tuple[str, ...]]


def group_values(values: Iterable[str], held: Collection[str]) -> tuple[Group, ...]:
    """Keep each value alone whose count is shown; those held back are known only together."""
    alone = tuple((value,) for value in values if value not in held)
    return (*alone, tuple(held)) if held else alone


def find_voids(rows: Side, columns: Side, smallest: int) -> Iterator[tuple[str, str]]:
    """Find the pairs of values that no project joins, both being somewhere in the portfolio.

    A value whose count is held back is named with all those held back beside it: no project joins
    any of them. Where the empty pairs of a column would, with the counts shown on both sides, give
    a small count exactly, the column is passed over. A reader who knows the method knows this too.

    Args:
        rows: one value a project, such as its stage.
        columns: one or several values a project.
        smallest: the least count that is shown; 1 names every pair.

    Yields:
        The pairs, by row and then by column.
    """
    table = _Table(rows, columns, smallest)
    named = table.choose()
    for row, group in enumerate(table.rows):
        for value, column in product(group, range(len(table.columns))):
            if value and column in named and not table.counts[row, column]:
                yield value, table.columns[column][0]


class _Table:
    """The counts of every pair of groups, and what may be said of the empty ones."""

    def __init__(self, rows: Side, columns: Side, smallest: int) -> None:
        self.smallest, self.counts = smallest, _count(rows, columns)
        self.is_single = all(len(values) == 1 for values in columns.of)
        met = self.counts.elements()
        met_rows, met_columns = map(set, zip(*met, strict=True)) if self.counts else (set(), set())
        # A group that nobody is in is named elsewhere: it keeps its place, and no pair.
        self.rows = tuple(g if n in met_rows else () for n, g in enumerate(rows.groups))
        self.columns = tuple(g if n in met_columns else () for n, g in enumerate(columns.groups))
        self.named: set[int] = set()

    def choose(self) -> set[int]:
        """Choose the columns whose empty pairs are named: those of one value, all others safe."""
        self.named = {n for n, group in enumerate(self.columns) if len(group) == 1 and group[0]}
        while self.named:
            given = next((place for place in self._small() if self._is_given(place)), None)
            if given is None:
                break
            self.named -= {given[1]} if given[1] in self.named else set(self.named)
        return self.named

    def _small(self) -> Iterator[Place]:
        return (place for place, count in sorted(self.counts.items()) if count < self.smallest)

    def _may_rise(self, place: Place) -> bool:
        """A reader may think it higher: it is not said to be empty."""
        return self.counts[place] > 0 or place[1] not in self.named

    def _may_fall(self, place: Place) -> bool:
        """A reader may think it lower: not below one where empty pairs of its column are named."""
        return self.counts[place] > (place[1] in self.named)

    def _is_given(self, place: Place) -> bool:
        """Tell whether the counts shown and the empty pairs leave one reading of a count."""
        higher = self._has_way(place, self._may_fall, self._may_rise)
        lower = self._may_fall(place) and self._has_way(place, self._may_rise, self._may_fall)
        return not higher and not lower

    def _has_way(self, place: Place, first: Move, second: Move) -> bool:
        """Tell whether other counts can make up for a change of one, every total staying as it is.

        Along a row, the first kind of change; along a column, the second, and so on until the
        column of the change. Where projects have several values, rows have no total to keep.
        """
        row, column = place
        others = [other for other in range(len(self.rows)) if other != row]
        if not self.is_single:
            return any(first((other, column)) for other in others)
        seen, waiting = {row}, [row]
        while waiting:
            here = waiting.pop()
            if here != row and first((here, column)):
                return True
            ways = [n for n in range(len(self.columns)) if n != column and first((here, n))]
            reached = {other for other in others for n in ways if second((other, n))}
            waiting += sorted(reached - seen)
            seen |= reached
        return False


def _count(rows: Side, columns: Side) -> Counter[Place]:
    row_of = {value: n for n, group in enumerate(rows.groups) for value in group}
    column_of = {value: n for n, group in enumerate(columns.groups) for value in group}
    found: Counter[Place] = Counter()
    for own, others in zip(rows.of, columns.of, strict=True):
        found.update((row_of[own[0]], column_of[value]) for value in others)
    return found
