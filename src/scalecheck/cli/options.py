"""The parameters that mean the same everywhere; `speech` gives them their words."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scalecheck.model.language import Language


class Format(StrEnum):
    """The forms of a result."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


ProjectFile = Annotated[Path, typer.Argument()]
RubricName = Annotated[str | None, typer.Option("--rubric", "-r")]
RubricFolders = Annotated[list[Path], typer.Option("--rubrics")]
FormatName = Annotated[Format, typer.Option("--format", "-f")]
OutputFile = Annotated[Path | None, typer.Option("--output", "-o")]
AsOf = Annotated[str | None, typer.Option("--as-of")]
Lang = Annotated[Language | None, typer.Option("--lang", "-l")]
Plain = Annotated[bool, typer.Option("--plain")]
NoCache = Annotated[bool, typer.Option("--no-cache")]
Force = Annotated[bool, typer.Option("--force")]
Debug = Annotated[bool, typer.Option("--debug")]
