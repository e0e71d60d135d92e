"""Rows of words: what is drawn on the screen, before any drawing library has a say."""

from collections.abc import Iterator
from enum import StrEnum
from textwrap import wrap
from typing import NamedTuple

from scalecheck.forms.interview.places import Place


class Tone(StrEnum):
    """How a piece of a row is to be looked at; words never depend on it."""

    PLAIN = ""
    STRONG = "bold"
    QUIET = "quiet"
    ACCENT = "accent"
    HERE = "here"


Span = tuple[str, Tone]


class Row(NamedTuple):
    """One line of characters; `target` is what pointing at it means: a place, or an item."""

    spans: tuple[Span, ...]
    target: Place | int | None = None

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(words for words, _ in self.spans)


def row(words: str = "", tone: Tone = Tone.PLAIN, target: Place | int | None = None) -> Row:
    """Make a row of one piece."""
    return Row(((words, tone),), target)


def wrapped(words: str, width: int, tone: Tone = Tone.PLAIN, indent: int = 0) -> Iterator[Row]:
    """Write a text in rows; a no-break space keeps what it joins."""
    margin = " " * indent
    for line in wrap(words, max(width, 20), initial_indent=margin, subsequent_indent=margin):
        yield row(line, tone)


def cut(words: str, width: int) -> str:
    """Cut a text to so many characters."""
    return words if len(words) <= width else f"{words[: width - 1]}…"
