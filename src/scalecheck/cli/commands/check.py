"""`scalecheck check`: every problem of every file, each on its line."""

from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, is_plain, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say


def check(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument()],
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    checked = scalecheck.check_paths(paths, folders=folders(rubrics), cache=not no_cache)
    findings = [d for one in checked for d in one.diagnostics]
    if findings:
        texts = {str(one.path): one.text for one in checked}
        write(scalecheck.describe(findings, texts, language=language, plain=is_plain(plain)))
    tell(say("error.checked", language, count=len(checked), findings=len(findings)))
    if not checked or not all(one.readable for one in checked):
        raise typer.Exit(Exit.UNUSABLE)
    if scalecheck.has_errors(findings):
        raise typer.Exit(Exit.NO)
