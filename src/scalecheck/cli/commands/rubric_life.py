"""`scalecheck rubrics diff|upgrade|impact`: what a new edition changes, and for whom."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say


class DiffFormat(StrEnum):
    """The forms of a difference; `upgrade` is the draft of a table."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    UPGRADE = "upgrade"


class ImpactFormat(StrEnum):
    """The forms of an impact."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


OldRubric = Annotated[str, typer.Argument()]
NewRubric = Annotated[str, typer.Argument()]


def diff(
    context: typer.Context,
    old: OldRubric,
    new: NewRubric,
    format: Annotated[DiffFormat, typer.Option("--format", "-f")] = DiffFormat.TERMINAL,
    output: options.OutputFile = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    language, places = lang or session.language, folders(rubrics)
    if format is DiffFormat.UPGRADE:
        is_file = output is not None and str(output) != "-"
        here = output.parent if output is not None and is_file else Path()
        write(
            scalecheck.draft_table(old, new, here, folders=places, language=language),
            output,
            force=force,
        )
        return
    before, after = (scalecheck.load_rubric(name, folders=places) for name in (old, new))
    found = scalecheck.diff_rubrics(before, after)
    text = scalecheck.render_diff(before, after, found, format.value, language=language)
    write(text, output, force=force)


def upgrade(
    context: typer.Context,
    project: options.ProjectFile,
    table: Annotated[Path, typer.Option("--table")],
    as_of: options.AsOf = None,
    output: options.OutputFile = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    found = scalecheck.upgrade_project(project, table, as_of=as_of, folders=folders(rubrics))
    write(found.text, output, force=force)
    language = lang or session.language
    tell(scalecheck.describe_upgrade(found, language=language))
    if found.misfits:
        texts = {finding.file: found.text for finding in found.misfits}
        tell(scalecheck.describe(found.misfits, texts, language=language, plain=True))
        raise typer.Exit(Exit.NO)


def impact(
    context: typer.Context,
    old: OldRubric,
    new: NewRubric,
    portfolio: Annotated[Path, typer.Option("--portfolio")],
    table: Annotated[Path | None, typer.Option("--table")] = None,
    format: Annotated[ImpactFormat, typer.Option("--format", "-f")] = ImpactFormat.TERMINAL,
    output: options.OutputFile = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    before, after = (scalecheck.load_rubric(name, folders=folders(rubrics)) for name in (old, new))
    found = scalecheck.find_impact(before, after, portfolio, table=table)
    language = lang or session.language
    if not found.projects and not found.set_aside:
        tell(say("life.impact.empty", language, path=portfolio))
        raise typer.Exit(Exit.UNUSABLE)
    text = scalecheck.render_impact(before, after, found, format.value, language=language)
    write(text, output, force=force)
