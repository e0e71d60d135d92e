"""`scalecheck rubrics`: which there are, what they say, and whether their tests pass."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say


class DocumentKind(StrEnum):
    """The kinds of document that have a schema."""

    RUBRIC = "rubric"
    PROJECT = "project"
    RUBRIC_TEST = "rubric-test"
    VOCABULARIES = "vocabularies"
    CALL = "call"
    UPGRADE = "upgrade"
    ANSWERS = "answers"
    MAPPING = "mapping"


def show_list(
    context: typer.Context,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
) -> None:
    session: Session = context.obj
    shown = scalecheck.list_rubrics(folders(rubrics), language=lang or session.language)
    write(shown)


def show(
    context: typer.Context,
    rubric: Annotated[str, typer.Argument()],
    criterion: Annotated[str | None, typer.Argument()] = None,
    coalitions: Annotated[bool, typer.Option("--coalitions")] = False,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
) -> None:
    session: Session = context.obj
    language, places = lang or session.language, folders(rubrics)
    if coalitions:
        write(scalecheck.show_coalitions(rubric, folders=places, language=language))
    else:
        write(scalecheck.show_rubric(rubric, criterion, folders=places, language=language))


def schema(
    context: typer.Context,
    kind: Annotated[DocumentKind, typer.Argument()],
    output: options.OutputFile = None,
    force: options.Force = False,
    lang: options.Lang = None,
) -> None:
    write(scalecheck.schema(kind.value), output, force=force)


def test(
    context: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument()] = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    places = folders(rubrics)
    failed = count = 0
    for path in paths or scalecheck.shipped_tests(places):
        for result in scalecheck.test_file(path, folders=places):
            count += 1
            failed += not result.passed
            for difference in result.differences:
                facts = {"file": str(path), "case": result.id, **difference._asdict()}
                write(say("error.test-failed", language, **facts))
    tell(say("error.tests", language, count=count, failed=failed))
    if failed or not count:
        raise typer.Exit(Exit.NO)
