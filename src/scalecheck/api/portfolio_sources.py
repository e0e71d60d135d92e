"""From the sources of a portfolio to scored rows: tables, descriptors, one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import SourceError
from scalecheck.model.assessment import Assessment
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity
from scalecheck.model.mapping import TableMapping
from scalecheck.model.portfolio import Refused
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.layout import ABOUT, BUILT_IN
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.mapping.long import LongRows
from scalecheck.portfolio.mapping.plan import TablePlan
from scalecheck.portfolio.mapping.wide import Misread, Row, WideRows
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.tables.open import open_table
from scalecheck.portfolio.tables.table import WHOLE_ROW, Table
from scalecheck.portfolio.tables.values import Result
from scalecheck.scoring.calendar import last_day

KEPT = (*ABOUT, *BUILT_IN)  # the columns of a source that results keep
_EVERY = 500  # rows between two signs of progress

Progress = Callable[[float], None]


class Reading(NamedTuple):
    """How a portfolio is read.

    `deemed`: levels count as given where a table says nothing of evidence. `as_of`: the day that
    ages of evidence are counted to; None where nothing is stale in a table. `carries`: what no
    score reads is read as well: cells of a table (money, supporters, summaries), and of a
    descriptor all that its assessment says.
    """

    instrument: Instrument
    mapping: TableMapping | None = None
    deemed: bool = False
    as_of: str | None = None
    groups: tuple[Results, ...] = tuple(Results)
    carries: bool = False


class ScoredRow(NamedTuple):
    """One project of a portfolio: what its source says of it, and its results, or why not.

    `kept` are the cells of `KEPT`; `values` the results, None where the project is refused. A
    remark on a source has neither, and `refused` of a severity that stops nothing. `cells` are all
    those that were read of a table, under their `names`; `assessed` is what a descriptor came to,
    where all of it was asked for.
    """

    source: str
    place: str
    kept: Sequence[str] = ()
    values: Sequence[Result] | None = None
    refused: tuple[Refused, ...] = ()
    names: tuple[str, ...] = ()
    cells: Sequence[str] = ()
    assessed: Assessment | None = None


def result_names(reading: Reading) -> tuple[str, ...]:
    """The names of the columns that the engine gives."""
    return _engine(reading, ()).names


def questions_of(reading: Reading, names: Sequence[str]) -> QuestionReader:
    """Make what reads the questions of a table that has some columns.

    Levels are deemed supported only where no column is of grades.
    """
    rubric = reading.instrument.rubric
    deemed = reading.deemed and not Binding(rubric, names).has_grades
    day = last_day(reading.as_of) if reading.as_of else None
    return QuestionReader(rubric, deemed=deemed, as_of=day)


def _engine(reading: Reading, names: Sequence[str]) -> RowEngine:
    rubric = reading.instrument.rubric
    return RowEngine(rubric, Binding(rubric, names), reading.groups, questions_of(reading, names))


class TableScorer:
    """Scores the rows of one table.

    `head` goes before the number of a row, where that stands for its id.
    """

    def __init__(self, path: Path, reading: Reading, head: str = "") -> None:
        self.reading, self.path, self.head = reading, path, head
        self._plan = TablePlan(reading.instrument, reading.mapping, carries=reading.carries)

    def rows(self, progress: Progress) -> Iterator[ScoredRow]:
        """Give each row, then the remarks on the table; what cannot be read refuses itself only."""
        try:
            sheet = (self.reading.mapping.sheet if self.reading.mapping else None) or ""
            table = open_table(self.path, self._plan.count_known, sheet)
            rows = self._plan.read(table)
            yield from self._score(table, rows, progress)
            yield from remarks_of(self.reading, table, rows)
        except SourceError as error:
            yield refuse(error.diagnostics)

    def _score(
        self, table: Table, rows: WideRows | LongRows, progress: Progress
    ) -> Iterator[ScoredRow]:
        engine = _engine(self.reading, rows.names)
        score, keep = engine.score, _keeper(rows.names, self.head)
        count = 0
        for row in rows.rows():
            count += 1
            if count % _EVERY == 0:
                progress(table.done())
            kept, place = keep(row), table.place(row.number)
            if row.misread:
                refused = tuple(_refused(table, one, kept[0]) for one in row.misread)
                yield ScoredRow(table.source, place, kept, None, refused)
                continue
            values, problem, column = score(row.cells)
            if problem is None:
                results: Sequence[Result] = values  # type: ignore[assignment]
                yield ScoredRow(
                    table.source, place, kept, results, names=rows.names, cells=row.cells
                )
            else:
                misread = _misread(rows, row, str(problem), column)
                refused = (_refused(table, misread, kept[0]),)
                yield ScoredRow(table.source, place, kept, None, refused)
        progress(1.0)


def remarks_of(reading: Reading, table: Table, rows: WideRows | LongRows) -> Iterator[ScoredRow]:
    """Say what is to be known of a table that was read to its end."""
    told = [Refused(table.source, r.place, _remark(r.code, r.facts)) for r in table.remarks]
    if told:
        yield ScoredRow(table.source, "", refused=tuple(told))
    has_grades = any(name.endswith(".grade") for name in rows.names)
    if reading.deemed and has_grades:
        yield note("table-says-evidence", table.source, Severity.NOTE)
    if not (reading.deemed or has_grades):
        yield note("table-no-grades", table.source)
    if "id" not in rows.names:
        yield note("table-no-ids", table.source)
    written = reading.mapping.rubric_version if reading.mapping else None
    version = reading.instrument.rubric.version
    if written is not None and written != version:
        yield note("mapping-other-version", table.source, wanted=written, found=version)


def note(code: str, source: str, severity: Severity = Severity.WARNING, **facts: str) -> ScoredRow:
    """Make the row of what is to be known of a whole source."""
    found = _remark(code, tuple(facts.items()), severity)
    return ScoredRow(source, "", refused=(Refused(source, "", found),))


def _remark(
    code: str, facts: tuple[tuple[str, str], ...], severity: Severity = Severity.WARNING
) -> Problem:
    return Problem(code, (), facts, severity=severity)


def _keeper(names: Sequence[str], head: str) -> Callable[[Row], tuple[str, ...]]:
    """Make what picks the columns to keep; the number of the row stands for a missing id."""
    places = [names.index(name) if name in names else -1 for name in KEPT]
    has_id = "id" in names

    def keep(row: Row) -> tuple[str, ...]:
        cells = row.cells
        first = cells[places[0]] if has_id else f"{head}{row.number}"
        return (first, *[cells[at] if at >= 0 else "" for at in places[1:]])

    return keep


def _misread(rows: WideRows | LongRows, row: Row, code: str, column: str | None) -> Misread:
    """Say where in the source a cell stands that the engine refused."""
    at = rows.places.get(column or "", WHOLE_ROW)
    got = row.cells[rows.names.index(column)] if column in rows.names else ""
    return Misread(code, row.number, at, (("got", got), ("name", column or "")))


def _refused(table: Table, misread: Misread, project: str) -> Refused:
    header = table.names[misread.at] if misread.at != WHOLE_ROW else ""
    facts = (*misread.facts, ("column", header), ("project", project))
    place = table.place(misread.number, misread.at)
    return Refused(table.source, place, Problem(misread.code, (), facts))


def refuse(diagnostics: Iterable[Diagnostic], kept: Sequence[str] = ()) -> ScoredRow:
    """Make the row of a whole source that cannot be read."""
    found = tuple(diagnostics)
    refused = tuple(
        Refused(d.file, place_of(d), Problem(d.code, d.path, d.facts, severity=d.severity))
        for d in found
    )
    return ScoredRow(found[0].file, "", kept, None, refused)


def place_of(found: Diagnostic) -> str:
    """Say where a finding is in its file: `12:3`, or a cell."""
    return f"{found.span.line}:{found.span.column}" if found.span else found.cell
