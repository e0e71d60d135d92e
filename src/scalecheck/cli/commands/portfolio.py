"""`scalecheck portfolio`: many projects at once."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, keep, tell, write
from scalecheck.cli.exits import Exit
from scalecheck.cli.progress import track
from scalecheck.errors import CannotWrite
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


class TableFormat(StrEnum):
    """The formats that scores are written in."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"


Sources = Annotated[list[Path], typer.Argument()]
_STEPS = 1_000
_SHOWN = 20  # refusals and remarks on the screen


def score(
    context: typer.Context,
    sources: Sources,
    rubric: options.RubricName = None,
    mapping: Annotated[Path | None, typer.Option("--mapping", "-m")] = None,
    guess_mapping: Annotated[bool, typer.Option("--guess-mapping")] = False,
    output: options.OutputFile = None,
    format: Annotated[TableFormat | None, typer.Option("--format", "-f")] = None,
    refused: Annotated[Path | None, typer.Option("--refused")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    deem_supported: Annotated[bool, typer.Option("--deem-supported")] = False,
    as_of: options.AsOf = None,
    cache: Annotated[Path | None, typer.Option("--cache")] = None,
    french_csv: Annotated[bool, typer.Option("--french-csv")] = False,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    if guess_mapping:
        raise typer.Exit(_guess(sources, rubric, output, force, (folders(rubrics), language)))
    if rubric is None and mapping is None:
        tell(say("portfolio_score.done.no-rubric", language))
        raise typer.Exit(Exit.MISUSE)
    keep(output, refused, force=force)
    chosen = scalecheck.PortfolioOptions(
        rubric,
        mapping,
        folders(rubrics),
        as_of,
        deem_supported,
        strict,
        force,
        french_csv,
        refused,
        cache,
        language,
    )
    with (
        _apart(output, refused, language),
        _to(output, format) as (path, kind),
        _progress(plain, language) as progress,
    ):
        found = scalecheck.score_portfolio(sources, path, chosen, format=kind, progress=progress)
    _report(found, output, refused, language)
    if not found.written:
        raise typer.Exit(Exit.UNUSABLE)


def template(
    context: typer.Context,
    rubric: Annotated[str, typer.Option("--rubric", "-r")],
    output: Annotated[Path, typer.Option("--output", "-o")],
    instances: Annotated[int, typer.Option("--instances", min=0, max=50)] = 3,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    if output.suffix.lower() not in (".csv", ".xlsx"):
        tell(say("portfolio_score.done.template-format", language))
        raise typer.Exit(Exit.MISUSE)
    keep(output, force=force)
    content = scalecheck.portfolio_template(
        rubric,
        output.suffix.lower().removeprefix("."),
        instances=instances,
        folders=folders(rubrics),
        language=language,
    )
    scalecheck.write_whole(output, content, force=force)
    tell(say("error.created", language, path=str(output)))


def _guess(
    sources: list[Path],
    rubric: str | None,
    output: Path | None,
    force: bool,
    how: tuple[tuple[Path, ...], Language],
) -> int:
    places, language = how
    if rubric is None or len(sources) != 1:
        name = "no-rubric" if rubric is None else "guess-one"
        tell(say(f"portfolio_score.done.{name}", language))
        return Exit.MISUSE
    keep(output, force=force)
    found = scalecheck.guess_mapping(sources[0], rubric, folders=places, language=language)
    write(found.text, output, force=force)
    if output is not None and str(output) != "-":
        facts = {"path": str(output), "table": str(sources[0])}
        tell(say("portfolio_score.done.guessed", language, **facts, count=found.doubtful))
        tell(say("portfolio_score.done.guessed-next", language, **facts))
    return Exit.DONE


@contextmanager
def _apart(output: Path | None, refused: Path | None, language: Language) -> Iterator[None]:
    """Say in the words of the command that two files would be one, or that one is read."""
    try:
        yield
    except CannotWrite as error:
        key = {"same-file": "same-output", "source-file": "source-output"}.get(error.cause)
        if key is None:
            raise
        tell(say(f"portfolio_score.done.{key}", language, path=error.path))
        raise typer.Exit(Exit.MISUSE) from None


@contextmanager
def _to(output: Path | None, format: TableFormat | None) -> Iterator[tuple[Path, str | None]]:
    """The file to write; what goes to standard output is made whole beside first."""
    kind = format.value if format else None
    if output is not None and str(output) != "-":
        yield output, kind
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scores"
        yield path, kind or TableFormat.CSV.value
        if path.exists():
            with path.open("rb") as file:
                copyfileobj(file, sys.stdout.buffer)
            sys.stdout.flush()


class _Gauge:
    """How far the reading is, in thousandths."""

    def __init__(self) -> None:
        self.done = 0

    def show(self, part: float) -> None:
        self.done = int(part * _STEPS)


@contextmanager
def _progress(plain: bool, language: Language) -> Iterator[Callable[[float], None]]:
    """Show how far the reading is, on a terminal only."""
    gauge = _Gauge()
    if plain:
        yield gauge.show
        return
    with track(_STEPS, say("portfolio_score.done.progress", language), lambda: gauge.done):
        yield gauge.show


def _report(
    found: "scalecheck.PortfolioScored", output: Path | None, refused: Path | None, spoken: Language
) -> None:
    """Say what could not be read, what is to be known, and what was written."""
    for some in (found.told, found.remarks):
        for line in scalecheck.describe_refused(some[:_SHOWN], language=spoken):
            tell(line)
        if len(some) > _SHOWN:
            tell(say("portfolio_score.done.more", spoken, count=len(some) - _SHOWN))
    if found.refused:
        tell(say("portfolio_score.done.refused", spoken, count=found.refused))
        key = "listed" if refused else "list-them"
        tell(say(f"portfolio_score.done.{key}", spoken, path=str(refused)))
    if found.written:
        shown = "scored" if output is not None and str(output) != "-" else "scored-shown"
        tell(say(f"portfolio_score.done.{shown}", spoken, count=found.scored, path=str(output)))
    else:
        why = "strict" if found.scored else "none" if found.refused else "no-project"
        tell(say(f"portfolio_score.done.{why}", spoken))
