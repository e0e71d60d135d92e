"""Where output goes: documents to standard output or a file, everything else to standard error."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import scalecheck
from scalecheck.model.language import Language


class Session(NamedTuple):
    """What every command knows: the language to speak."""

    language: Language


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale, and never fail on a character that a terminal lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def write(text: str, output: Path | None = None, *, force: bool = False) -> None:
    """Write a document to a file, whole or not at all, or to standard output."""
    if output is not None and str(output) != "-":
        scalecheck.write_whole(output, text, force=force)
        return
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def keep(*outputs: Path | None, force: bool) -> None:
    """Refuse to begin what would end on a file that may not be replaced.

    Raises:
        WouldOverwrite: something stands there and `force` is not given.
    """
    for output in outputs:
        if output is not None and str(output) != "-" and output.exists() and not force:
            raise scalecheck.WouldOverwrite(str(output))


def tell(text: str) -> None:
    """Say something to the person, beside the document."""
    sys.stderr.write(text if text.endswith("\n") else f"{text}\n")


def is_plain(plain: bool) -> bool:
    """Tell whether to leave colour out: asked for, by `NO_COLOR`, or not on a terminal."""
    return plain or bool(os.environ.get("NO_COLOR")) or not sys.stdout.isatty()


def terminal_width() -> int:
    """The width to draw at: that of the terminal, or 100 characters in a pipe or a file."""
    return shutil.get_terminal_size((100, 40)).columns if sys.stdout.isatty() else 100


def folders(given: list[Path]) -> tuple[Path, ...]:
    """The folders of rubrics: those given, or those of `SCALECHECK_RUBRICS`."""
    stated = os.environ.get("SCALECHECK_RUBRICS", "")
    return tuple(given) or tuple(Path(part) for part in stated.split(os.pathsep) if part)
