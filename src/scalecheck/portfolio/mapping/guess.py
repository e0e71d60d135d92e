"""Guess how a table is read: its columns by their names, the words of its cells by what is near."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from typing import NamedTuple

from scalecheck.model.mapping import Shape
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.layout import Column, Part
from scalecheck.portfolio.mapping.columns import Instrument, choices_of, reader_of
from scalecheck.portfolio.mapping.headers import LONG, LONG_NEEDS, Headers
from scalecheck.portfolio.mapping.levels import said
from scalecheck.portfolio.mapping.reading import squeeze
from scalecheck.portfolio.tables.heading import repeated
from scalecheck.portfolio.tables.table import Line, Table

_SAMPLE = 500  # rows that guesses look at
_MOST_WORDS = 30  # different words of a column beyond which it holds free text
_CLOSE = 0.7
_MARGIN = 0.1  # by which what is near must be nearer than anything else
_HALF = 0.5


class GuessedColumn(NamedTuple):
    """A column and what it is guessed to give.

    `sure`: by its id or its title. `values` are words with a near level or value; `unread` those
    with none.
    """

    column: str
    gives: str
    sure: bool = True
    values: Mapping[str, str] = {}
    unread: tuple[str, ...] = ()


class GuessedMapping(NamedTuple):
    """A mapping to be confirmed: `ignored` are columns with what each perhaps gives ("": none)."""

    shape: Shape
    sheet: str
    header: int
    columns: tuple[GuessedColumn, ...]
    ignored: tuple[tuple[str, str], ...]
    lacking: tuple[str, ...]


class Guesser:
    """Guesses how tables are read under one rubric."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument, self.headers = instrument, Headers(instrument)

    def count_known(self, number: int, names: Sequence[str]) -> int:
        """Tell how many names of a row are known: what the header is found by."""
        wide = sum(self._wide(name) is not None for name in names if name)
        return max(wide, sum(self.headers.find_long(name) is not None for name in names if name))

    def _wide(self, name: str) -> str | None:
        return name if self.headers.knows(name) else self.headers.find(name)

    def guess(self, table: Table) -> GuessedMapping:
        """Guess how a table is read, from its header and its first rows."""
        twice = repeated(table.names)
        names = [(at, name) for at, name in enumerate(table.names) if name and name not in twice]
        lines = list(islice(table.lines(), _SAMPLE))
        long = {name: self.headers.find_long(name) for _, name in names}
        if set(LONG_NEEDS) <= set(filter(None, long.values())) and not self._is_wide(names):
            return self._guess_long(table, names, lines)
        return self._guess_wide(table, names, lines)

    def _is_wide(self, names: Sequence[tuple[int, str]]) -> bool:
        given = (self._wide(name) for _, name in names)
        columns = (self.headers.exact(one) for one in given if one)
        return any(column is not None and column.part is Part.LEVEL for column in columns)

    def _guess_wide(
        self, table: Table, names: Sequence[tuple[int, str]], lines: Sequence[Line]
    ) -> GuessedMapping:
        gives = self._give(names)
        self._give_levels(gives, names, lines)
        columns, ignored = [], []
        for at, name in names:
            found = gives.get(name)
            column = self.headers.exact(found[0]) if found else None
            if column is None and self.headers.is_carried(name):
                columns.append(GuessedColumn(name, name))
                continue
            if found is None or column is None:
                ignored.append((name, self.headers.near(name) or ""))
                continue
            values, unread = self._words(column, [line.cells[at] for line in lines])
            columns.append(GuessedColumn(name, found[0], found[1], values, unread))
        given = {one.gives for one in columns}
        asked = self.instrument.layout.criteria
        lacking = tuple(c.id for c in asked if c.id not in given)
        shown = tuple(columns), (*ignored, *((name, "") for name in repeated(table.names)))
        return GuessedMapping(Shape.WIDE, table.sheet, table.header, *shown, lacking)

    def _give(self, names: Sequence[tuple[int, str]]) -> dict[str, tuple[str, bool]]:
        """What each name gives, the surest first; nothing is given twice."""
        found: dict[str, tuple[str, bool]] = {}
        taken: set[str] = set()
        ways = ((lambda n: n if self.headers.knows(n) else None, True), (self.headers.find, True))
        for way, sure in (*ways, (self.headers.near, False)):
            for _, name in names:
                gives = way(name) if name not in found else None
                if gives is not None and gives not in taken:
                    found[name] = gives, sure
                    taken.add(gives)
        return found

    def _give_levels(
        self,
        gives: dict[str, tuple[str, bool]],
        names: Sequence[tuple[int, str]],
        lines: Sequence[Line],
    ) -> None:
        """Where hardly a cell is read by what a name gives, try the level it may mean instead."""
        for at, name in names:
            first, other = gives.get(name), self.headers.near(name, levels=True)
            taken = {found for found, _ in gives.values()}
            cells = [cell for line in lines if (cell := line.cells[at])]
            if first is None or other is None or other in taken or not cells:
                continue
            if self._read_share(first[0], cells) < _HALF <= self._read_share(other, cells):
                gives[name] = other, False

    def _read_share(self, gives: str, cells: Sequence[str]) -> float:
        column = self.headers.exact(gives)
        if column is None:
            return 1.0
        reader = reader_of(self.instrument, column)
        return sum(reader[cell] is not None for cell in cells) / len(cells)

    def _words(
        self, column: Column, cells: Sequence[str]
    ) -> tuple[Mapping[str, str], tuple[str, ...]]:
        """The words of a column that are not read as they stand, with what is near."""
        reader = reader_of(self.instrument, column)
        words = dict.fromkeys(squeeze(cell) for cell in cells)
        odd = [word for word in words if word and reader[word] is None]
        if len(odd) > _MOST_WORDS:
            odd = odd[:_MOST_WORDS]
        near = {word: self._near(column, word) for word in odd}
        values = {word: stands for word, stands in near.items() if stands is not None}
        return values, tuple(word for word in odd if word not in values)

    def _near(self, column: Column, word: str) -> str | None:
        names = self._names_of(column)
        folded = fold(word)
        begun = {stands for name, stands in names.items() if name.startswith(f"{folded},")}
        begun |= {stands for name, stands in names.items() if name.startswith(f"{folded} ")}
        if len(begun) == 1:
            return begun.pop()
        found = get_close_matches(folded, names, 3, _CLOSE)
        if found:
            first, *rest = ((names[name], _ratio(folded, name)) for name in found)
            others = (ratio for stands, ratio in rest if stands != first[0])
            return first[0] if first[1] - max(others, default=0.0) >= _MARGIN else None
        within = {stands for name, stands in names.items() if folded in name.split()}
        return within.pop() if len(within) == 1 else None

    def _names_of(self, column: Column) -> dict[str, str]:
        """What the words of a column may stand for, by folded name."""
        words, nodes = self.instrument.words, self.instrument.layout.nodes
        if column.part is Part.LEVEL:
            ranks = nodes.scales[nodes.criteria[column.subject].scale].by_rank
            names = {fold(n): str(level.value) for level in ranks for n in said(level.label)}
            if len(ranks) == 2:
                worst, best = (str(level.value) for level in ranks)
                names |= dict.fromkeys(words.no, worst) | dict.fromkeys(words.yes, best)
            return names
        if column.part is Part.GRADE:
            grades = self.instrument.rubric.evidence.grades
            return {fold(n): one.id for one in grades for n in (one.id, *said(one.title))}
        choices = choices_of(self.instrument, column) if column.part is Part.ATTRIBUTE else ()
        return {fold(name): one.stands for one in choices for name in one.names}

    def _guess_long(
        self, table: Table, names: Sequence[tuple[int, str]], lines: Sequence[Line]
    ) -> GuessedMapping:
        columns: list[GuessedColumn] = []
        ignored: list[tuple[str, str]] = []
        for at, name in names:
            taken = {one.gives for one in columns}
            gives = next((n for n in (self._long(name), self._wide(name)) if n), None)
            if gives is None or gives in taken:
                ignored.append((name, ""))
                continue
            unread: tuple[str, ...] = ()
            if gives == "criterion":
                unread = self._unknown_criteria([line.cells[at] for line in lines])
            columns.append(GuessedColumn(name, gives, gives in LONG, {}, unread))
        shown = tuple(columns), tuple(ignored)
        return GuessedMapping(Shape.LONG, table.sheet, table.header, *shown, ())

    def _long(self, name: str) -> str | None:
        return self.headers.find_long(name)

    def _unknown_criteria(self, cells: Sequence[str]) -> tuple[str, ...]:
        words = dict.fromkeys(squeeze(cell) for cell in cells)
        known = self.headers.find_subject
        return tuple(word for word in words if word and known(word) is None)[:_MOST_WORDS]


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, other, one).ratio()
