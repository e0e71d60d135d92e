"""Prepare a committee: what a portfolio holds, what holds it back, who could move together."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.assessing import assess
from scalecheck.api.fund_targets import read_targets
from scalecheck.api.loading import check_fit, load_vocabularies, open_project, version
from scalecheck.api.portfolio import PortfolioOptions, no_progress, read_options
from scalecheck.api.portfolio_sources import (
    KEPT,
    Progress,
    Reading,
    TableScorer,
    place_of,
    result_names,
)
from scalecheck.api.reporting import Report
from scalecheck.errors import SourceError, UnknownName
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity
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
from scalecheck.portfolio.tables.open import is_table
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.result import render_fund
from scalecheck.report.page import Page, Printing
from scalecheck.report.writers import WRITERS

RESULT = "json"
DASHBOARD = "dashboard"
_DASHBOARDS = ("html", RESULT)  # a dashboard is a page that one uses
_TEXTS = ("html", "markdown", "terminal")
Found = tuple[list[Member], list[Refused]]


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
        sources: tables, project files, folders of project files.
        options: the rubric, the mapping, the day.
        progress: is told which part of a source was read, and how many more projects were.

    Raises:
        UnknownName: no such rubric.
        SourceError: the rubric or the mapping cannot be read. A project that cannot be read is
            among the refused ones.
    """
    asked, shelved = read_options(options)
    reading = asked._replace(groups=tuple(one for one in Results if one is not Results.DISTANCE))
    members: list[Member] = []
    refused: list[Refused] = []
    for source in map(Path, sources):
        read = _of_table if is_table(source) else _of_files
        more, out = read(source, reading, progress)
        members += more
        refused += out
    first: dict[str, Member] = {}
    for member in members:
        if first.setdefault(member.id, member) is not member:
            refused.append(_twice(member, first[member.id]))
    return gather(shelved.rubric, first.values(), refused, load_vocabularies())


def _twice(member: Member, other: Member) -> Refused:
    facts = (("name", member.id), ("first", other.source), ("project", member.id))
    return Refused(member.source, "", Problem("table-id-twice", (), facts))


def _of_files(path: Path, reading: Reading, progress: Progress) -> Found:
    members: list[Member] = []
    refused: list[Refused] = []
    files = _project_files(path)
    for number, file in enumerate(files, start=1):
        try:
            members.append(_member(file, reading))
        except SourceError as error:
            refused += map(_refusal, error.diagnostics)
        progress(number / len(files))
    return members, refused


def _project_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = sorted((*path.rglob("*.yaml"), *path.rglob("*.yml")))
    return [one for one in inside if b"scalecheck/project@" in one.read_bytes()[:2_000]]


def _member(path: Path, reading: Reading) -> Member:
    rubric, lists = reading.instrument.rubric, load_vocabularies()
    opened = open_project(path)
    misfits = check_fit(opened, rubric, lists)
    if misfits:
        raise SourceError(misfits)
    found = assess(rubric, opened.project, as_of=reading.as_of, vocabularies=lists)
    return member_of(found, str(path))


def _refusal(found: Diagnostic) -> Refused:
    told = Problem(found.code, found.path, found.facts, severity=found.severity)
    return Refused(found.file, place_of(found), told)


def _of_table(path: Path, reading: Reading, progress: Progress) -> Found:
    year = int(reading.as_of[:4]) if reading.as_of else None
    maker = TabledMembers(reading.instrument.rubric, year)
    names = result_names(reading)
    members: list[Member] = []
    refused: list[Refused] = []
    for row in TableScorer(path, reading._replace(carries=True)).rows(progress):
        refused += (one for one in row.refused if one.problem.severity is Severity.ERROR)
        if row.values is not None:
            results = dict(zip(names, row.values, strict=True))
            kept = dict(zip(KEPT, row.kept, strict=True))
            told = {n: cell for n, cell in zip(row.names, row.cells, strict=True) if cell}
            members.append(maker.member({**told, **kept}, results, row.source))
    return members, refused


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
        options: what is masked, what was aimed at, the date.

    Raises:
        UnknownName: no such kind or format; no such axis, or value of one, for a target.
        MissingExtra: a format needs an optional part that is not installed.
    """
    _hold("report", kinds, (DASHBOARD, *map(str, FundKind)))
    _hold("format", formats, (*WRITERS, RESULT))
    found = analyse(portfolio, options or FundOptions())
    if RESULT in formats:
        yield Report("portfolio.json", render_fund(found).encode(), True)
    for kind in kinds:
        for language in languages:
            material = found._replace(language=Language(language))
            if kind == DASHBOARD:
                _hold("format", formats, _DASHBOARDS)
                yield from _dashboard(material, formats)
                continue
            for page in build_fund_pages(FundKind(kind), material):
                yield from _lay_out(page, [name for name in formats if name != RESULT])


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
    targets = dict(read_targets(portfolio, options.targets))
    balance = weigh(portfolio, BalanceOptions(smallest=options.smallest, targets=targets))
    return FundMaterial(
        portfolio,
        balance,
        count_frequent(portfolio),
        find_overlaps(portfolio.members),
        find_cohorts(portfolio),
        Language.FR,
        version(),
        options.day,
    )
