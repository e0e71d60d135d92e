"""Write the scores of a portfolio into one file, and what could not be read into another."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.portfolio_sources import KEPT, ScoredRow
from scalecheck.api.portfolio_words import Told, tell
from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Severity
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Refused
from scalecheck.portfolio.tables.values import Result
from scalecheck.portfolio.tables.writing import WRITERS, Layout, Sink
from scalecheck.source.write import whole

_TOLD = 1_000  # refusals and remarks that are kept to be shown


class Job(NamedTuple):
    """How results are written: in which columns, as which format."""

    layout: Layout
    format: str
    language: Language = Language.FR
    strict: bool = False
    force: bool = False


class PortfolioScored(NamedTuple):
    """What came of a portfolio.

    `told` holds the first refusals and `remarks` what is to be known of the sources; `refused`
    counts the projects, files and tables that could not be read. `written` is False where
    `strict` kept everything back, or where nothing was scored.
    """

    scored: int
    refused: int
    told: tuple[Refused, ...]
    remarks: tuple[Refused, ...]
    written: bool


class _KeptBackError(Exception):
    """Nothing is to be written."""


class _Tally:
    """What was met on the way."""

    def __init__(self, job: Job, listed: Sink | None) -> None:
        self.job, self._listed = job, listed
        self.scored = self.refused = 0
        self.told: list[Refused] = []
        self.remarks: list[Refused] = []

    def take(self, row: ScoredRow) -> None:
        """Count a row that has no result, and keep what is said of it."""
        errors = [one for one in row.refused if one.problem.severity is Severity.ERROR]
        others = [one for one in row.refused if one.problem.severity is not Severity.ERROR]
        self.refused += bool(errors)
        self.told.extend(errors[: max(_TOLD - len(self.told), 0)])
        self.remarks.extend(others[: max(_TOLD - len(self.remarks), 0)])
        if self._listed is not None:
            for one in row.refused:
                told = tell(one, self.job.language)
                self._listed.write(told)

    def outcome(self, *, written: bool) -> PortfolioScored:
        """Say what came of it all."""
        told, remarks = tuple(self.told), tuple(self.remarks)
        return PortfolioScored(self.scored, self.refused, told, remarks, written)


def holds_back(remarks: Iterable[Refused]) -> bool:
    """Tell whether remarks keep a strict run from writing; a mere note does not."""
    return any(one.problem.severity is not Severity.NOTE for one in remarks)


def write_scores(
    rows: Iterator[ScoredRow], output: Path, refused: Path | None, job: Job
) -> PortfolioScored:
    """Write rows into a file, and what could not be read into another, each whole or not at all.

    Raises:
        WouldOverwrite, CannotWrite: a file may not be written.
        MissingExtra: the format needs an optional part.
    """
    with ExitStack() as files:
        listed = None
        if refused is not None:
            partial = files.enter_context(whole(refused, force=job.force))
            names = (say(f"portfolio_score.refused.{name}", job.language) for name in Told._fields)
            layout = Layout(tuple(names), {}, job.layout.french)
            listed = files.enter_context(WRITERS["csv"](partial, layout))
        tally = _Tally(job, listed)
        try:
            _write(rows, output, tally)
        except _KeptBackError:
            return tally.outcome(written=False)
        return tally.outcome(written=True)


def _write(rows: Iterator[ScoredRow], output: Path, tally: _Tally) -> None:
    job = tally.job
    with (
        whole(output, force=job.force) as partial,
        WRITERS[job.format](partial, job.layout) as sink,
    ):
        for row in rows:
            if row.values is not None:
                tally.scored += 1
                sink.write((*_about(row), *row.values, None, None, None))
            else:
                tally.take(row)
                if row.refused[0].problem.severity is Severity.ERROR:
                    sink.write(_refused(row, len(job.layout.names)))
        kept_back = job.strict and (tally.refused or holds_back(tally.remarks))
        if kept_back or not tally.scored:
            raise _KeptBackError


def _refused(row: ScoredRow, width: int) -> tuple[Result, ...]:
    """A row without results: whose it is, and the first thing that is wrong."""
    first = row.refused[0]
    column = dict(first.problem.facts).get("column") or None
    about = _about(row)
    wrong = (first.problem.code, column, first.place or None)
    return (*about, *[None] * (width - len(about) - len(wrong)), *wrong)


def _about(row: ScoredRow) -> tuple[Result, ...]:
    """What a source says of a project; nothing where it says nothing."""
    kept = [cell or None for cell in row.kept] or [None] * len(KEPT)
    return (*kept, row.source, row.place or None)
