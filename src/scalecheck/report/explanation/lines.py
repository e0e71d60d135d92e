"""The lines of an explanation, already worded, and how they look as text."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.language import Language


class Mark(StrEnum):
    """What kind of line it is; each but `heading` and `text` has a symbol."""

    HEADING = "heading"
    TEXT = "text"
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    ASIDE = "aside"


class Line(NamedTuple):
    """One line: whole words, so that its symbol only repeats them.

    `indent` counts levels of the tree, from 0. `place` is where the file says it, as
    `file:line:column`.
    """

    text: str
    indent: int = 0
    mark: Mark = Mark.TEXT
    place: str | None = None


class Explanation(NamedTuple):
    """Why a node is what it is, in one language; `node` is None for the level itself."""

    node: str | None
    language: Language
    lines: tuple[Line, ...]


_SYMBOLS = {Mark.MET: "✓", Mark.UNMET: "✗", Mark.UNKNOWN: "?", Mark.ASIDE: "–"}
_PLAIN = {Mark.MET: "+", Mark.UNMET: "x", Mark.UNKNOWN: "?", Mark.ASIDE: "-"}


def render_explanation(explanation: Explanation, plain: bool) -> str:
    """Write an explanation as indented text; `plain` writes its symbols in ASCII."""
    return render_lines(explanation.lines, plain)


def render_lines(lines: Iterable[Line], plain: bool) -> str:
    """Write lines as indented text, an empty line before each heading but the first."""
    symbols = _PLAIN if plain else _SYMBOLS
    written = "\n".join(text for line in lines for text in _write(line, symbols))
    return written.lstrip("\n") + "\n"


def _write(line: Line, symbols: dict[Mark, str]) -> Iterator[str]:
    if line.mark is Mark.HEADING and line.indent == 0:
        yield ""
    symbol = symbols.get(line.mark)
    place = f"  ({line.place})" if line.place else ""
    yield f"{'  ' * line.indent}{symbol + ' ' if symbol else ''}{line.text}{place}"


def under(lines: Iterable[Line], levels: int = 1) -> Iterator[Line]:
    """Put lines one level further in."""
    return (line._replace(indent=line.indent + levels) for line in lines)
