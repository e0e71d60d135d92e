"""`scalecheck new`: a commented file that already validates."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell, write
from scalecheck.language.catalogue import say


def project(
    context: typer.Context,
    path: Annotated[Path, typer.Argument()],
    rubric: Annotated[str, typer.Option("--rubric", "-r")] = "is-echelle",
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    as_of: options.AsOf = None,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    day = as_of or date.today().isoformat()  # noqa: DTZ011  # the day of the person who starts
    text = scalecheck.new_project(
        rubric, path.stem, day, folders=folders(rubrics), language=language
    )
    write(text, path, force=force)
    tell(say("error.created", language, path=str(path)))


def rubric(
    context: typer.Context,
    path: Annotated[Path, typer.Argument()],
    copy_of: Annotated[str | None, typer.Option("--from")] = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    text = scalecheck.new_rubric(
        path.stem, language=language, copy_of=copy_of, folders=folders(rubrics)
    )
    write(text, path, force=force)
    tell(say("error.created", language, path=str(path)))
