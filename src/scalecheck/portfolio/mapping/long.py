"""Long tables: one row an answer, gathered into one row a project.

All answers are held until the last row is read: those of one project may stand anywhere.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.portfolio.layout import Column, Part
from scalecheck.portfolio.mapping.carried import reader_named
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.mapping.headers import LONG, Headers
from scalecheck.portfolio.mapping.money import Money
from scalecheck.portfolio.mapping.reading import Reader, shorten, squeeze
from scalecheck.portfolio.mapping.wide import Misread, Row
from scalecheck.portfolio.tables.table import WHOLE_ROW, Line, Table

_PARTS = {
    "level": Part.LEVEL,
    "grade": Part.GRADE,
    "reason": Part.REASON,
    "count": Part.COUNT,
    "dated": Part.DATED,
}


class LongUse(NamedTuple):
    """A column of a long table: its position, and what the words of its cells stand for."""

    at: int
    values: Mapping[str, str]


class _Project:
    """One project in the making; a cell that could not be read is None."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cells: dict[str, tuple[str | None, int]] = {}
        self.instances: dict[str, dict[str, int]] = {}
        self.misread: list[Misread] = []


class LongRows:
    """The rows of a long table, gathered by project, in the order in which each first appears."""

    def __init__(
        self,
        table: Table,
        uses: Mapping[str, LongUse],
        instrument: Instrument,
        headers: Headers,
    ) -> None:
        self.table, self.uses, self.headers = table, uses, headers
        self.instrument = instrument
        self._readers: dict[tuple[str, str], Reader] = {}
        self._projects: dict[str, _Project] = {}
        for line in table.lines():
            self._take(line)
        self.names = self._order()
        self.places: Mapping[str, int] = {}

    def rows(self) -> Iterator[Row]:
        """Give each project; one with a bad row is refused with all that was found."""
        money = Money(self.names)
        for name, project in self._projects.items():
            given = (project.cells.get(column, ("", 0))[0] for column in self.names[1:])
            cells: list[str | None] = [name, *given]
            for one in money.settle(cells):
                column = self.names[one.at]
                where = project.cells[column][1], self.uses[column].at
                project.misread.append(Misread(one.code, *where, one.facts))
            yield Row(project.number, [cell or "" for cell in cells], tuple(project.misread))

    def _order(self) -> tuple[str, ...]:
        used = dict.fromkeys(name for one in self._projects.values() for name in one.cells)
        counts: dict[str, int] = {}
        for one in self._projects.values():
            for group, numbers in one.instances.items():
                counts[group] = max(counts.get(group, 0), len(numbers))
        every = self.headers.layout.columns(counts, tuple(_PARTS.values()))
        read = [column.name for column in every if column.name in used and column.name != "id"]
        carried = [name for name in self.uses if name in used and self.headers.is_carried(name)]
        return ("id", *dict.fromkeys((*read, *carried)))

    def _take(self, line: Line) -> None:
        name = squeeze(line.cells[self.uses["project"].at])
        project = self._projects.setdefault(name, _Project(line.number))
        used = {WHOLE_ROW, *(use.at for use in self.uses.values())}
        faults = [one for one in line.faults if one.at in used]
        for one in faults:
            project.misread.append(Misread(one.code, line.number, one.at, one.facts))
        if not faults:
            self._take_context(project, line)
            self._take_answer(project, line)

    def _take_context(self, project: _Project, line: Line) -> None:
        for name in self.uses:
            if name not in LONG:
                self._put(project, line, name, name)

    def _take_answer(self, project: _Project, line: Line) -> None:
        use = self.uses["criterion"]
        text = squeeze(line.cells[use.at])
        if not text:
            return
        subject = self.headers.find_subject(use.values.get(text, text))
        if subject is None:
            near = self.headers.near(text)
            facts = (("got", shorten(text)), *((("near", near),) if near else ()))
            project.misread.append(Misread("unknown-criterion", line.number, use.at, facts))
            return
        head = self._head(project, line, subject)
        for name, part in _PARTS.items():
            if name in self.uses and head is not None:
                wide = head if part is Part.LEVEL else f"{head}.{part}"
                self._put(project, line, name, wide)

    def _head(self, project: _Project, line: Line, subject: Column) -> str | None:
        """The column of an answer; its instance is numbered in the order of appearance."""
        use = self.uses.get("instance")
        called = squeeze(line.cells[use.at]) if use else ""
        if not subject.group:
            return subject.name
        if not called:
            at = use.at if use else WHOLE_ROW
            facts = (("name", subject.subject),)
            project.misread.append(Misread("table-no-instance", line.number, at, facts))
            return None
        numbers = project.instances.setdefault(subject.group, {})
        number = numbers.setdefault(called, len(numbers) + 1)
        head = f"{subject.group}/{number}"
        project.cells.setdefault(f"{head}/id", (called, line.number))
        return f"{head}/{subject.subject}"

    def _put(self, project: _Project, line: Line, use: str, wide: str) -> None:
        at = self.uses[use].at
        column = self.headers.layout.read(wide)
        text = line.cells[at]
        if not text.strip() or (column is None and not self.headers.is_carried(wide)):
            return
        reader = self._reader(use, wide, column)
        read = reader[text]
        if read is None:
            why = reader.why(text)
            project.cells.setdefault(wide, (None, line.number))
            project.misread.append(Misread(why.code, line.number, at, why.facts))
            return
        kept, first = project.cells.setdefault(wide, (read, line.number))
        is_other = kept is not None and kept != read
        if is_other or (first != line.number and use in _PARTS):
            facts = (("name", wide), ("first", str(first)))
            project.misread.append(Misread("table-answer-twice", line.number, at, facts))

    def _reader(self, use: str, wide: str, column: Column | None) -> Reader:
        """The reader of what a column gives: the same for every instance."""
        key = use, f"{column.group}/{column.subject}.{column.part}" if column else wide
        if key not in self._readers:
            self._readers[key] = reader_named(self.instrument, wide, self.uses[use].values)
        return self._readers[key]
