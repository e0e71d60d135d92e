"""`scalecheck verify`: compute a result again, and name what differs."""

from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say


def verify(
    context: typer.Context,
    result: Annotated[Path, typer.Argument()],
    project: Annotated[Path | None, typer.Option("--project", "-p")] = None,
    rubric: options.RubricName = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    no_cache: options.NoCache = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    differences = scalecheck.verify(
        result, project, rubric, folders=folders(rubrics), cache=not no_cache
    )
    for difference in differences:
        facts = {"path": difference.path, "stored": difference.stored, "found": difference.found}
        write(say("error.differs", language, **facts))
    tell(say("error.verified", language, count=len(differences)))
    if differences:
        raise typer.Exit(Exit.NO)
