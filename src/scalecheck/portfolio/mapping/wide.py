"""Wide tables: one row a project, one column a criterion."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import getitem, itemgetter
from typing import NamedTuple

from scalecheck.model.diagnostic import Facts
from scalecheck.portfolio.mapping.money import Money
from scalecheck.portfolio.mapping.reading import Reader
from scalecheck.portfolio.tables.table import WHOLE_ROW, Fault, Line, Table


class Misread(NamedTuple):
    """What keeps a row from being scored: in which line of the source, at which column."""

    code: str
    number: int
    at: int = WHOLE_ROW
    facts: Facts = ()


class Row(NamedTuple):
    """One project in the columns of the wide table, or why it is refused.

    `number` is where it stands in its source. The cells of a refused row are those that could be
    read; the others are "".
    """

    number: int
    cells: Sequence[str]
    misread: tuple[Misread, ...] = ()


class Use(NamedTuple):
    """A column of the source, by its position, and the column of the wide table that it gives."""

    at: int
    name: str
    reader: Reader


class WideRows:
    """The rows of a wide table, as the engine reads them."""

    def __init__(self, table: Table, uses: Sequence[Use]) -> None:
        self.table, self.uses = table, tuple(uses)
        self.names = tuple(use.name for use in self.uses)
        self.places: Mapping[str, int] = {use.name: use.at for use in self.uses}
        self._used = {WHOLE_ROW, *self.places.values()}
        self._money = Money(self.names)

    def rows(self) -> Iterator[Row]:
        """Give each row; one with a cell that cannot be read keeps what could be."""
        readers = [use.reader for use in self.uses]
        pick = _picker([use.at for use in self.uses])
        settle = self._money.settle if self._money else _owe_nothing
        for line in self.table.lines():
            cells = list(map(getitem, readers, pick(line.cells)))
            owed = settle(cells)
            if line.faults or owed or None in cells:
                yield self._odd(line, cells, owed)
            else:
                yield Row(line.number, cells)  # type: ignore[arg-type]

    def _odd(self, line: Line, cells: Sequence[str | None], owed: Sequence[Fault]) -> Row:
        faults = [one for one in line.faults if one.at in self._used]
        if not faults:
            faults += [one._replace(at=self.uses[one.at].at) for one in owed]
        told = {one.at for one in faults}
        for use, cell in zip(self.uses, cells, strict=True):
            if cell is None and use.at not in told and WHOLE_ROW not in told:
                why = use.reader.why(line.cells[use.at])
                faults.append(Fault(why.code, use.at, why.facts))
        misread = tuple(Misread(one.code, line.number, one.at, one.facts) for one in faults)
        return Row(line.number, [cell or "" for cell in cells], misread)


def _owe_nothing(cells: Sequence[str | None]) -> tuple[Fault, ...]:
    return ()


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    if len(places) != 1:
        return itemgetter(*places)
    only = places[0]
    return lambda cells: (cells[only],)
