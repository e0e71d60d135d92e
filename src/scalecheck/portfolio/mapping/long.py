"""Long tables: one row an answer, gathered into one row a project.

All answers are held until the last row is read: those of one project may stand anywhere.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.portfolio.layout import Column, Part
from scalecheck.portfolio.mapping.columns import Instrument, reader_of
from scalecheck.portfolio.mapping.headers import LONG, Headers
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
    """One project in the making."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.cells: dict[str, tuple[str, int]] = {}
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
        for name, project in self._projects.items():
            cells = [project.cells.get(column, ("", 0))[0] for column in self.names[1:]]
            yield Row(project.number, [name, *cells], tuple(project.misread))

    def _order(self) -> tuple[str, ...]:
        used = dict.fromkeys(name for one in self._projects.values() for name in one.cells)
        counts: dict[str, int] = {}
        for one in self._projects.values():
            for group, numbers in one.instances.items():
                counts[group] = max(counts.get(group, 0), len(numbers))
        every = self.headers.layout.columns(counts, tuple(_PARTS.values()))
        return ("id", *(c.name for c in every if c.name in used and c.name != "id"))

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
        if column is None or not text.strip():
            return
        reader = self._reader(use, column)
        read = reader[text]
        if read is None:
            why = reader.why(text)
            project.misread.append(Misread(why.code, line.number, at, why.facts))
            return
        kept, first = project.cells.setdefault(wide, (read, line.number))
        if kept != read or (first != line.number and use in _PARTS):
            facts = (("name", wide), ("first", str(first)))
            project.misread.append(Misread("table-answer-twice", line.number, at, facts))

    def _reader(self, use: str, column: Column) -> Reader:
        """The reader of what a column gives: the same for every instance."""
        key = (use, f"{column.group}/{column.subject}.{column.part}")
        if key not in self._readers:
            self._readers[key] = reader_of(self.instrument, column, self.uses[use].values)
        return self._readers[key]
