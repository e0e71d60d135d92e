"""`scalecheck explain` and `scalecheck next`: the reasons, and the way on."""

from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, is_plain, write


def explain(
    context: typer.Context,
    project: options.ProjectFile,
    node: Annotated[str | None, typer.Argument()] = None,
    rubric: options.RubricName = None,
    as_of: options.AsOf = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    output: options.OutputFile = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    run = scalecheck.assess_files(
        project, rubric, folders=folders(rubrics), as_of=as_of, cache=not no_cache
    )
    language = lang or session.language
    text = scalecheck.explain(run, node, language=language, plain=is_plain(plain))
    write(text, output, force=force)


def next_steps(
    context: typer.Context,
    project: options.ProjectFile,
    rubric: options.RubricName = None,
    as_of: options.AsOf = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    output: options.OutputFile = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    run = scalecheck.assess_files(
        project, rubric, folders=folders(rubrics), as_of=as_of, cache=not no_cache
    )
    language = lang or session.language
    text = scalecheck.next_steps(run.assessment, language=language, plain=is_plain(plain))
    write(text, output, force=force)
