"""A line of a file with a caret under what is meant, safe to print whatever the file holds."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from scalecheck.model.diagnostic import Span
from scalecheck.report.findings import screen

_LEAST = 20
_CUTS = 2  # the columns of the two `…` of a line that is cut

Show = Callable[[str], str]


class Excerpt(NamedTuple):
    """A line as it may be printed, and the carets to print under it."""

    number: int
    text: str
    carets: str


class _Taken(NamedTuple):
    """What fits of a text: its characters as they are shown, and in how many columns."""

    pieces: tuple[str, ...]
    columns: int

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def length(self) -> int:
        """How many characters of the text it is."""
        return len(self.pieces)


def cut_out(
    lines: list[str], span: Span, *, width: int = 100, reveal: bool = False
) -> Excerpt | None:
    """Quote the first line of a span.

    Args:
        lines: those of the file.
        span: what is meant.
        width: how many columns there are; a longer line is cut around what is meant.
        reveal: whether to show the no-break spaces in what is meant.

    Returns:
        None where the file has no such line, or an empty one.
    """
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return None
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = min(max(end, start + 1), max(len(line), start + 1))
    parts = line[:start], line[start:end], line[end:]
    show = screen.reveal if reveal else screen.show
    text, carets = _cut(parts, max(width, _LEAST), show)
    return Excerpt(span.line, text, carets)


def _cut(parts: tuple[str, str, str], room: int, show: Show) -> tuple[str, str]:
    """Show what stands before, in and after what is meant, as far as there is room for each."""
    before, meant, after = parts
    if _take(f"{before}{meant}{after}", room, show).length < sum(map(len, parts)):
        return _cut_long(parts, room, show)
    start = _take(before, room, screen.show)
    middle = _take(meant, room, show)
    end = _take(after, room, screen.show)
    return f"{start.text}{middle.text}{end.text}".rstrip(), _underline(start.columns, middle)


def _cut_long(parts: tuple[str, str, str], room: int, show: Show) -> tuple[str, str]:
    """Show a line that is too long: two fifths before what is meant, and a `…` at each cut."""
    before, meant, after = parts
    start = _take(reversed(before), (room - _CUTS) * 2 // 5, screen.show)
    left = "…" if start.length < len(before) else ""
    rest = room - len(left) - start.columns - 1
    middle = _take(meant, rest, show)
    end = _take(after, rest - middle.columns if middle.length == len(meant) else 0, screen.show)
    is_whole = middle.length == len(meant) and end.length == len(after)
    shown = "".join(reversed(start.pieces)), middle.text, end.text
    text = f"{left}{''.join(shown)}{'' if is_whole else '…'}"
    return text.rstrip(), _underline(len(left) + start.columns, middle)


def _underline(columns: int, meant: _Taken) -> str:
    return " " * columns + "^" * max(meant.columns, 1)


def _take(characters: Iterable[str], room: int, show: Show) -> _Taken:
    """Take as many characters as there are columns for; those without width count for little."""
    pieces: list[str] = []
    columns = 0
    for character in characters:
        piece = show(character)
        wider = columns + screen.width(piece)
        if wider > room or len(pieces) > 4 * room:
            break
        columns = wider
        pieces.append(piece)
    return _Taken(tuple(pieces), columns)
