"""`scalecheck interview`: every question, one at a time, on a screen or line by line."""

import os
import shlex
import sys
from datetime import date as calendar
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, tell
from scalecheck.cli.exits import Exit
from scalecheck.cli.failures import describe_failure
from scalecheck.language.catalogue import say
from scalecheck.language.numbers import join
from scalecheck.model.language import Language

DEFAULT = "is-echelle"  # the rubric of a project that has no file yet


class Voice(StrEnum):
    """Whose answers they are."""

    SELF = "self"
    CONSENSUS = "consensus"
    PANEL = "panel"


def interview(
    context: typer.Context,
    project: options.ProjectFile,
    rubric: options.RubricName = None,
    date: Annotated[str | None, typer.Option("--date")] = None,
    kind: Annotated[Voice | None, typer.Option("--kind")] = None,
    role: Annotated[str | None, typer.Option("--role")] = None,
    organization: Annotated[str | None, typer.Option("--organization")] = None,
    title: Annotated[str | None, typer.Option("--title")] = None,
    blank: Annotated[bool, typer.Option("--blank")] = False,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    asked = scalecheck.InterviewOptions(
        rubric, date, kind.value if kind else None, role, organization, title, blank
    )
    _prepare_hearing()
    sitting = _open(project, asked, language, rubrics)
    by_line = plain or not _has_screen()
    outcome = _by_line(sitting, language) if by_line else _on_screen(sitting, language)
    raise typer.Exit(_tell_end(project, outcome, language))


def _open(
    path: Path, asked: "scalecheck.InterviewOptions", language: Language, rubrics: list[Path]
) -> "scalecheck.Sitting":
    draft = scalecheck.draft_of(path)
    today = calendar.today().isoformat()  # noqa: DTZ011  # the day of the person who answers
    asked = asked._replace(today=today)
    if not draft.exists() and not path.exists():
        title = asked.title or _ask_title(path, language)
        asked = asked._replace(title=title, rubric=asked.rubric or DEFAULT)
    sitting = scalecheck.open_interview(path, asked, language=language, folders=folders(rubrics))
    if sitting.resumed:
        tell(say("interview.left.resumed", language, path=str(draft)))
    return sitting


def _ask_title(path: Path, language: Language) -> str | None:
    """Ask the title of a new project of a person; a pipe is not asked."""
    if not sys.stdin.isatty():
        return None
    tell(say("interview.left.title", language, name=path.stem))
    return sys.stdin.readline().strip() or None


def _has_screen() -> bool:
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return is_terminal and os.environ.get("TERM", "dumb") != "dumb"


def _by_line(sitting: "scalecheck.Sitting", language: Language) -> "scalecheck.Outcome":
    try:
        return sitting.hold_lines(_hear, _say, language, scripted=not sys.stdin.isatty())
    except KeyboardInterrupt:
        if sitting.draft.exists():
            tell(_kept(sitting.path, str(sitting.draft), language))
        raise


def _on_screen(sitting: "scalecheck.Sitting", language: Language) -> "scalecheck.Outcome":
    """Hold it on the screen; line by line where the part that draws it is not installed."""
    try:
        return sitting.hold_screen(language)
    except scalecheck.MissingExtra as error:
        tell(describe_failure(error, language))
        return _by_line(sitting, language)


def _prepare_hearing() -> None:
    """Read UTF-8 whatever the locale, and never fail on a byte that is none."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _hear() -> str | None:
    line = sys.stdin.readline()
    return line.replace("\ufeff", "") if line else None


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _tell_end(path: Path, outcome: "scalecheck.Outcome", language: Language) -> int:
    """Say where the answers are, and what is left to do."""
    if outcome.written:
        key = "created" if outcome.created else "finished"
        tell(say(f"interview.left.{key}", language, path=str(path)))
        return Exit.DONE
    if not outcome.draft:
        tell(say("interview.left.nothing", language))
        return Exit.DONE if outcome.ending == "left" else Exit.NO
    if outcome.ending == "cut":
        tell(_why_cut(outcome, language))
    tell(_kept(path, outcome.draft, language))
    if outcome.ending != "cut":
        return Exit.DONE
    return Exit.UNUSABLE if outcome.slipped else Exit.NO


def _why_cut(outcome: "scalecheck.Outcome", language: Language) -> str:
    if outcome.slipped:
        lines = join([str(number) for number in outcome.slipped], language)
        return say("interview.left.slipped", language, count=len(outcome.slipped), list=lines)
    if outcome.empty:
        return say("interview.left.short", language, count=outcome.empty)
    return say("interview.left.unread", language)


def _kept(path: Path, draft: str, language: Language) -> str:
    command = f"scalecheck interview {shlex.quote(str(path))}"
    return say("interview.left.kept", language, path=draft, command=command)
