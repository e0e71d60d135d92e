"""A line of a file with a caret under what is meant, safe to print whatever the file holds."""

import unicodedata
from typing import NamedTuple

from scalecheck.model.diagnostic import Span

_WIDTH = 100
_BEFORE = 40
_TAB = "    "
# Control, format (bidirectional, zero-width), surrogate, private and unassigned characters.
_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


class Excerpt(NamedTuple):
    """A line as it may be printed, and the carets to print under it."""

    number: int
    text: str
    carets: str


def neutralise(text: str) -> str:
    r"""Show what could move the cursor, hide or turn text as `\u001B`; a terminal obeys none."""
    return "".join(map(_safe, text))


def cut_out(lines: list[str], span: Span, *, reveal: bool = False) -> Excerpt | None:
    """Quote the first line of a span; `reveal` shows the no-break spaces in it as well.

    Returns:
        None where the file has no such line, or an empty one.
    """
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = min(max(end, start + 1), max(len(line), start + 1))
    first = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    last = first + _WIDTH
    before = ("…" if first else "") + "".join(map(_shown, line[first:start]))
    show = _revealed if reveal else _shown
    meant = "".join(map(show, line[start : min(end, last)]))
    after = "".join(map(_shown, line[end:last])) + ("…" if len(line) > last else "")
    carets = " " * _width(before) + "^" * max(_width(meant), 1)
    return Excerpt(span.line, (before + meant + after).rstrip(), carets)


def _safe(character: str) -> str:
    if unicodedata.category(character) in _UNSAFE:
        return f"\\u{ord(character):04X}"
    return character


def _shown(character: str) -> str:
    return _TAB if character == "\t" else _safe(character)


def _revealed(character: str) -> str:
    is_blank = unicodedata.category(character) == "Zs" and character != " "
    return f"\\u{ord(character):04X}" if is_blank else _shown(character)


def _width(text: str) -> int:
    """Count the columns that a terminal gives to a text."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
