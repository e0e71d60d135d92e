"""`scalecheck rules`: the catalogue, or one rule explained."""

from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, terminal_width, write


def rules(
    context: typer.Context,
    code: Annotated[str | None, typer.Argument()] = None,
    lang: options.Lang = None,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    shown = (
        scalecheck.list_rules(language=language, width=terminal_width())
        if code is None
        else scalecheck.explain_rule(code, language=language)
    )
    write(shown)
