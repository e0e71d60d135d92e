"""Prepare a committee: what a portfolio holds, what holds it back, who could move together."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.fund_targets import read_targets
from scalecheck.api.loading import version
from scalecheck.api.portfolio import PortfolioOptions, read_options
from scalecheck.api.portfolio_sources import (
    KEPT,
    Progress,
    Reading,
    ScoredRow,
    questions_of,
    result_names,
)
from scalecheck.api.portfolio_walk import no_progress, score_sources
from scalecheck.api.reporting import Report
from scalecheck.errors import UnknownName
from scalecheck.model.balance import Balance
from scalecheck.model.diagnostic import Severity
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Member, Portfolio, Refused
from scalecheck.portfolio.balance.options import BalanceOptions
from scalecheck.portfolio.balance.weigh import weigh
from scalecheck.portfolio.cohorts.find import find_cohorts
from scalecheck.portfolio.cohorts.frequent import count_frequent
from scalecheck.portfolio.members import gather, member_of
from scalecheck.portfolio.overlaps.find import find_overlaps
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.tabled import TabledMembers
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.result import render_fund
from scalecheck.report.page import Page, Printing
from scalecheck.report.writers import WRITERS

RESULT = "json"
DASHBOARD = "dashboard"
_DASHBOARDS = ("html", RESULT)  # a dashboard is a page that one uses
_TEXTS = ("html", "markdown", "terminal")
_NAMING = (DASHBOARD, FundKind.COHORT)  # they name projects one by one, for a committee alone


class FundOptions(NamedTuple):
    """How a portfolio is told.

    `smallest` is the least count that is shown, 1 when none is masked; `targets` are shares by
    value, for an axis (`purpose`, `stage`…); `day` the date of the report, that of the ages of
    evidence too.
    """

    smallest: int = 5
    targets: Mapping[str, Mapping[str, Fraction]] = {}
    day: str = ""


def read_portfolio(
    sources: Sequence[str | Path], options: PortfolioOptions, progress: Progress = no_progress
) -> Portfolio:
    """Read every project of some sources as a member of one portfolio.

    Args:
        sources: tables, project files, folders of project files, patterns (`*.csv`) of any of
            them: what `score_portfolio` reads, by the same road.
        options: the rubric, the mapping, the day.
        progress: is told which part of the sources was read, from 0 to 1.

    Returns:
        The portfolio. What cannot be read is among the refused.

    Raises:
        UnknownName: no such rubric.
        SourceError: the rubric or the mapping cannot be read.
        MissingExtra: the format of a table needs an optional part.
    """
    asked, shelved = read_options(options)
    groups = tuple(one for one in Results if one is not Results.DISTANCE)
    reading = asked._replace(groups=groups, carries=True)
    maker = _Maker(reading)
    members: list[Member] = []
    refused: list[Refused] = []
    for row in score_sources(sources, reading, None, progress):
        refused += (one for one in row.refused if one.problem.severity is Severity.ERROR)
        if row.values is not None:
            members.append(maker.member(row))
    return gather(shelved.rubric, members, refused, reading.instrument.vocabularies)


class _Maker:
    """Makes a member of each project that was scored, by what its source says of it."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._results = reading, result_names(reading)
        self._tabled: dict[tuple[str, ...], TabledMembers] = {}

    def member(self, row: ScoredRow) -> Member:
        """Make the member of a row that has results."""
        if row.assessed is not None:
            return member_of(row.assessed, row.source)
        results = dict(zip(self._results, row.values or (), strict=True))
        kept = dict(zip(KEPT, row.kept, strict=True))
        told = {n: cell for n, cell in zip(row.names, row.cells, strict=True) if cell}
        return self._of_table(row.names).member({**told, **kept}, results, row.source)

    def _of_table(self, names: tuple[str, ...]) -> TabledMembers:
        if names not in self._tabled:
            rubric, day = self._reading.instrument.rubric, self._reading.as_of
            questions = questions_of(self._reading, names)
            self._tabled[names] = TabledMembers(rubric, int(day[:4]) if day else None, questions)
        return self._tabled[names]


def make_fund_reports(
    portfolio: Portfolio,
    kinds: Sequence[str] = (FundKind.PORTFOLIO,),
    formats: Sequence[str] = ("html",),
    languages: Sequence[Language | str] = (Language.FR,),
    options: FundOptions | None = None,
) -> Iterator[Report]:
    """Make the reports on a portfolio, one at a time.

    Args:
        portfolio: what `read_portfolio` gives.
        kinds: `dashboard`, `portfolio`, `cohort` (one for each), `balance`, `overlaps`, `cohorts`.
        formats: `html`, `pdf`, `docx`, `xlsx`, `markdown`, `terminal`, or `json`: the figures.
        languages: one document in each.
        options: what is masked, what was aimed at, the date. A dashboard and the brief of a cohort
            name projects one by one: nothing is masked in them, whatever is asked.

    Yields:
        The documents; none for `cohort` where no group shares more than chance would give.

    Raises:
        UnknownName: no such kind or format; no such axis, or value of one, for a target.
        MissingExtra: a format needs an optional part that is not installed.
    """
    _hold("report", kinds, (DASHBOARD, *map(str, FundKind)))
    _hold("format", formats, (*WRITERS, RESULT))
    asked = options or FundOptions()
    analysed = _Analysed(portfolio, asked)
    if RESULT in formats:
        found = analysed.showing(asked.smallest)
        yield Report("portfolio.json", render_fund(found).encode(), True)
    for kind in kinds:
        found = analysed.showing(1 if kind in _NAMING else asked.smallest)
        for language in languages:
            material = found._replace(language=Language(language))
            if kind == DASHBOARD:
                _hold("format", formats, _DASHBOARDS)
                yield from _dashboard(material, formats)
                continue
            for page in build_fund_pages(FundKind(kind), material):
                yield from _lay_out(page, [name for name in formats if name != RESULT])


class _Analysed:
    """What was found in a portfolio, once; and its balance by the least count that is shown."""

    def __init__(self, portfolio: Portfolio, options: FundOptions) -> None:
        self.portfolio, self.options = portfolio, options
        self.made: dict[int, FundMaterial] = {}

    def showing(self, smallest: int) -> FundMaterial:
        """Give what was found, with counts from this one on."""
        asked = self.options._replace(smallest=smallest)
        if not self.made:
            self.made[smallest] = analyse(self.portfolio, asked)
        elif smallest not in self.made:
            first = next(iter(self.made.values()))
            self.made[smallest] = first._replace(balance=_weigh(self.portfolio, asked))
        return self.made[smallest]


def _dashboard(material: FundMaterial, formats: Sequence[str]) -> Iterator[Report]:
    if "html" in formats:
        content = write_dashboard(material).encode()
        yield Report(f"{DASHBOARD}-{material.language}.html", content, True)


def _hold(kind: str, names: Sequence[str], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise UnknownName(kind, name, known)


def _lay_out(page: Page, formats: Sequence[str]) -> Iterator[Report]:
    for name in formats:
        writer = WRITERS[name]
        content = writer.write((page,), Printing())
        yield Report(f"{page.name}.{writer.extension}", content, name in _TEXTS)


def analyse(portfolio: Portfolio, options: FundOptions) -> FundMaterial:
    """Find all that the reports on a portfolio tell.

    Raises:
        UnknownName: a target is set for an axis, or a value of one, that there is not.
    """
    return FundMaterial(
        portfolio,
        _weigh(portfolio, options),
        count_frequent(portfolio),
        find_overlaps(portfolio.members),
        find_cohorts(portfolio),
        Language.FR,
        version(),
        options.day,
    )


def _weigh(portfolio: Portfolio, options: FundOptions) -> Balance:
    targets = dict(read_targets(portfolio, options.targets))
    return weigh(portfolio, BalanceOptions(smallest=options.smallest, targets=targets))
