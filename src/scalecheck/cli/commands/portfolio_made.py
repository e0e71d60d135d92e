"""`scalecheck portfolio generate`: a fictional portfolio to try the other commands on."""

from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import folders, keep, tell
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say

_MOST = 1_000_000


def generate(
    context: typer.Context,
    rubric: Annotated[str, typer.Option("--rubric", "-r")],
    output: Annotated[Path, typer.Option("--output", "-o")],
    projects: Annotated[int, typer.Option("--projects", min=1, max=_MOST)] = 300,
    seed: Annotated[int, typer.Option("--seed", min=0)] = 1,
    planted: Annotated[Path | None, typer.Option("--planted")] = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    language = lang or context.obj.language
    if output.suffix.lower() != ".csv" or (planted is not None and planted == output):
        tell(say("portfolio_score.done.generate-format", language))
        raise typer.Exit(Exit.MISUSE)
    places = [place for place in (output, planted) if place is not None]
    keep(*places, force=force)
    made = scalecheck.make_portfolio(rubric, projects=projects, seed=seed, folders=folders(rubrics))
    for place, text in zip(places, made, strict=False):
        scalecheck.write_whole(place, text, force=force)
        tell(say("error.created", language, path=str(place)))
