"""`scalecheck portfolio report` and the parts of it: what a committee is prepared with."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.cli.handing import hand_over
from scalecheck.cli.progress import track
from scalecheck.errors import UnknownName
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


class FundReportKind(StrEnum):
    """The kinds of report on a portfolio."""

    DASHBOARD = "dashboard"
    PORTFOLIO = "portfolio"
    COHORT = "cohort"
    BALANCE = "balance"
    OVERLAPS = "overlaps"
    COHORTS = "cohorts"


class FundFormat(StrEnum):
    """The formats of such a report; `json` gives its figures, whatever the kinds."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    MARKDOWN = "markdown"
    TERMINAL = "terminal"
    JSON = "json"


Sources = Annotated[list[Path], typer.Argument()]
MappingFile = Annotated[Path | None, typer.Option("--mapping", "-m")]
Smallest = Annotated[int, typer.Option("--min-cell", min=1)]
Targets = Annotated[list[str], typer.Option("--target")]
FundKinds = Annotated[list[FundReportKind], typer.Option("--kind", "-k", show_default=False)]
FundFormats = Annotated[list[FundFormat], typer.Option("--format", "-f", show_default=False)]
FundLang = Annotated[list[Language], typer.Option("--lang", "-l")]


def report(
    context: typer.Context,
    sources: Sources,
    rubric: options.RubricName = None,
    kind: FundKinds = [FundReportKind.DASHBOARD],  # noqa: B006
    format: FundFormats = [FundFormat.HTML],  # noqa: B006
    lang: FundLang = [],  # noqa: B006
    output: options.OutputFile = None,
    mapping: MappingFile = None,
    min_cell: Smallest = 5,
    target: Targets = [],  # noqa: B006
    as_of: options.AsOf = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    read = _read(sources, (rubric, mapping, as_of, rubrics), session.language)
    chosen = scalecheck.FundOptions(min_cell, _targets(target, session.language), as_of or "")
    languages = tuple(dict.fromkeys(lang)) or (session.language,)
    kinds, formats = tuple(dict.fromkeys(kind)), tuple(dict.fromkeys(format))
    made = _make(read, (kinds, formats, languages, chosen), session.language)
    _tell_refused(read, session.language)
    if FundReportKind.COHORT in kinds and set(formats) != {FundFormat.JSON}:
        _tell_no_cohort(made, session.language)
    raise typer.Exit(_hand_over(made, output, force, session.language))


def balance(
    context: typer.Context,
    sources: Sources,
    rubric: options.RubricName = None,
    format: Annotated[FundFormat, typer.Option("--format", "-f")] = FundFormat.TERMINAL,
    lang: options.Lang = None,
    output: options.OutputFile = None,
    mapping: MappingFile = None,
    min_cell: Smallest = 5,
    target: Targets = [],  # noqa: B006
    as_of: options.AsOf = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    force: options.Force = False,
) -> None:
    language = lang or context.obj.language
    chosen = scalecheck.FundOptions(min_cell, _targets(target, language), as_of or "")
    given = rubric, mapping, as_of, rubrics
    _show(sources, given, ("balance", format, chosen), (output, force), language)


def _part(kind: str) -> Callable[..., None]:
    """Make the command of one part of the report that takes no target; all take the same."""

    def show(
        context: typer.Context,
        sources: Sources,
        rubric: options.RubricName = None,
        format: Annotated[FundFormat, typer.Option("--format", "-f")] = FundFormat.TERMINAL,
        lang: options.Lang = None,
        output: options.OutputFile = None,
        mapping: MappingFile = None,
        rubrics: options.RubricFolders = [],  # noqa: B006
        force: options.Force = False,
    ) -> None:
        given = rubric, mapping, None, rubrics
        asked = kind, format, scalecheck.FundOptions()
        _show(sources, given, asked, (output, force), lang or context.obj.language)

    return show


_SHOWN = 20  # refusals on the screen
overlaps, cohorts = map(_part, ("overlaps", "cohorts"))


Given = tuple[str | None, Path | None, str | None, list[Path]]


def _show(
    sources: Sequence[Path],
    given: Given,
    asked: "tuple[str, FundFormat, scalecheck.FundOptions]",
    into: tuple[Path | None, bool],
    language: Language,
) -> None:
    kind, form, chosen = asked
    read = _read(sources, given, language)
    made = _make(read, ((kind,), (form,), (language,), chosen), language)
    _tell_refused(read, language)
    raise typer.Exit(_hand_over(made, *into, language))


def _read(sources: Sequence[Path], given: Given, language: Language) -> "scalecheck.Portfolio":
    """Read every project, saying how far it is."""
    rubric, mapping, as_of, rubrics = given
    chosen = scalecheck.PortfolioOptions(
        rubric=rubric, mapping=mapping, folders=folders(rubrics), as_of=as_of
    )
    parts = {"done": 0}

    def progress(share: float) -> None:
        parts["done"] = int(share * 1000)

    with track(1000, say("fund.cli.reading", language), lambda: parts["done"]):
        found = scalecheck.read_portfolio(sources, chosen, progress)
    if not found.members:
        _tell_unread(found, language)
        raise typer.Exit(Exit.UNUSABLE)
    return found


def _make(
    read: "scalecheck.Portfolio",
    asked: "tuple[Sequence[str], Sequence[str], Sequence[Language], scalecheck.FundOptions]",
    language: Language,
) -> "list[scalecheck.Report]":
    """Make what is asked; a target that names nothing is misuse."""
    try:
        return list(scalecheck.make_fund_reports(read, *asked))
    except UnknownName as error:
        if error.kind != "target":
            raise
        known = ", ".join(f"`{one}`" for one in error.known)
        tell(say("fund.cli.target-unknown", language, given=error.name, known=known))
        raise typer.Exit(Exit.MISUSE) from None


def _targets(given: Sequence[str], language: Language) -> dict[str, dict[str, Fraction]]:
    """Read `purpose:pilot=30%` as a share of an axis."""
    from scalecheck.model.base import read_share
    from scalecheck.model.marks import Plain

    found: dict[str, dict[str, Fraction]] = {}
    for text in given:
        axis, _, rest = text.partition(":")
        value, _, share = rest.partition("=")
        try:
            found.setdefault(axis, {})[value] = read_share(Plain(share))
        except ValueError:
            tell(say("fund.cli.target", language, given=text))
            raise typer.Exit(Exit.MISUSE) from None
    for axis, shares in found.items():
        if sum(shares.values()) > 1:
            tell(say("fund.cli.target-sum", language, axis=axis))
            raise typer.Exit(Exit.MISUSE)
    return found


def _tell_unread(read: "scalecheck.Portfolio", language: Language) -> None:
    """Name what could not be read, where nothing could."""
    for line in scalecheck.describe_refused(read.refused[:_SHOWN], language=language):
        tell(line)
    tell(say("fund.cli.no-project", language))


def _tell_refused(read: "scalecheck.Portfolio", language: Language) -> None:
    if read.refused:
        tell(say("fund.cli.refused", language, count=len(read.refused)))


def _tell_no_cohort(made: "Sequence[scalecheck.Report]", language: Language) -> None:
    """Say why there is no brief of a cohort, where there is none."""
    if not any(one.name.startswith(f"{FundReportKind.COHORT}-") for one in made):
        tell(say("fund.cli.no-cohort", language))


def _hand_over(
    made: "Sequence[scalecheck.Report]", output: Path | None, force: bool, language: Language
) -> int:
    """Write one report where it was asked for, several into a folder; nothing if one may not."""
    if not made:
        return Exit.DONE
    if output is None or str(output) == "-":
        if len(made) != 1 or not made[0].is_text:
            tell(say("fund.cli.output", language, count=len(made)))
            return Exit.MISUSE
        write(made[0].content.decode())
        return Exit.DONE
    return hand_over(made, output, force, language)
