"""`scalecheck report`: the reports of one project, to hand in."""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import (
    Session,
    folders,
    is_plain,
    tell,
    terminal_width,
    write,
)
from scalecheck.cli.exits import Exit
from scalecheck.cli.handing import hand_over
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


class ReportKind(StrEnum):
    """The kinds of report."""

    PROJECT = "project"
    PAGE = "page"
    SETTING = "setting"
    PROGRESS = "progress"
    CARD = "card"
    EVIDENCE = "evidence"


class ReportFormat(StrEnum):
    """The formats of a report; `json` is the machine result."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    MARKDOWN = "markdown"
    TERMINAL = "terminal"
    JSON = "json"


class ReportLanguage(StrEnum):
    """The languages of a report; `both` puts the two in one document."""

    FR = "fr"
    EN = "en"
    BOTH = "both"


class ReportPaper(StrEnum):
    """The sheet that is printed on."""

    LETTER = "letter"
    A4 = "a4"


def report(
    context: typer.Context,
    project: Annotated[Path | None, typer.Argument()] = None,
    kind: Annotated[list[ReportKind], typer.Option("--kind", "-k")] = [ReportKind.PROJECT],  # noqa: B006
    format: Annotated[list[ReportFormat], typer.Option("--format", "-f")] = [ReportFormat.HTML],  # noqa: B006
    lang: Annotated[list[ReportLanguage], typer.Option("--lang", "-l")] = [],  # noqa: B006
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
    rubric: options.RubricName = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    as_of: options.AsOf = None,
    redact: Annotated[bool, typer.Option("--redact")] = False,
    min_cell: Annotated[int, typer.Option("--min-cell", min=0)] = 5,
    paper: Annotated[ReportPaper, typer.Option("--paper")] = ReportPaper.LETTER,
    reference: Annotated[Path | None, typer.Option("--reference")] = None,
    template: Annotated[Path | None, typer.Option("--template")] = None,
    template_dir: Annotated[Path | None, typer.Option("--template-dir")] = None,
    strict_lang: Annotated[bool, typer.Option("--strict-lang")] = False,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    made = scalecheck.ReportOptions(
        redact,
        min_cell,
        paper.value,
        reference,
        template or template_dir,
        terminal_width(),
        is_plain(plain) or output is not None,
        colour=not is_plain(plain),
        strict_lang=strict_lang,
    )
    kinds, formats = tuple(dict.fromkeys(kind)), tuple(dict.fromkeys(format))
    editions = _editions(lang, session.language)
    if project is not None:
        run = scalecheck.assess_files(
            project, rubric, folders=folders(rubrics), as_of=as_of, cache=not no_cache
        )
        reports = scalecheck.make_reports(run, kinds, formats, editions, made)
    elif kinds == (ReportKind.CARD,) and rubric is not None:
        if ReportFormat.JSON in formats:
            tell(say("pages.cli.no-result", session.language))
            raise typer.Exit(Exit.MISUSE)
        reports = scalecheck.make_card(rubric, formats, editions, made, folders=folders(rubrics))
    else:
        tell(say("pages.cli.no-project", session.language))
        raise typer.Exit(Exit.MISUSE)
    raise typer.Exit(_hand_over(reports, output, force, session.language))


def _editions(
    given: Sequence[ReportLanguage], spoken: Language
) -> tuple[tuple[Language, ...], ...]:
    """The languages of each document; both in one begin with the one that is spoken."""
    both = tuple(sorted(Language, key=lambda language: language is not spoken))
    if not given:
        return ((spoken,),)
    return tuple(
        both if one is ReportLanguage.BOTH else (Language(one.value),)
        for one in dict.fromkeys(given)
    )


def _hand_over(
    reports: "Iterable[scalecheck.Report]", output: Path | None, force: bool, language: Language
) -> int:
    """Write one report where it was asked for, several into a folder; nothing if one may not."""
    made = list(reports)
    foreign = tuple(dict.fromkeys(text for one in made for text in one.foreign))
    if foreign:
        some = " · ".join(foreign[:3])
        tell(say("pages.cli.foreign", language, count=len(foreign), some=some))
        return Exit.UNUSABLE
    if output is None or str(output) == "-":
        return _show(made, language)
    return hand_over(made, output, force, language)


def _show(made: "Sequence[scalecheck.Report]", language: Language) -> int:
    if len(made) > 1:
        tell(say("pages.cli.several", language, count=len(made)))
        return Exit.MISUSE
    if made and made[0].is_text:
        write(made[0].content.decode())
    elif made and sys.stdout.isatty():
        tell(say("pages.cli.not-on-screen", language, name=made[0].name))
        return Exit.MISUSE
    elif made:
        sys.stdout.buffer.write(made[0].content)
    return Exit.DONE
