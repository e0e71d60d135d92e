"""A syntax error as the parser saw it, and what it is explained by."""

from collections.abc import Callable
from typing import NamedTuple

from scalecheck.model.diagnostic import Span


class Mark(NamedTuple):
    """A place, counted from 0."""

    line: int
    column: int


class Quoted(NamedTuple):
    """The last scalar read before the error, and whether it stood in quotes."""

    start: Mark
    end: Mark
    style: str | None


class Fault(NamedTuple):
    """A syntax error as the parser saw it; `containers` were open, the innermost first."""

    words: str
    at: Mark
    opened: Mark | None
    last: Quoted | None
    containers: tuple[Mark, ...]
    lines: list[str]

    def line(self, number: int) -> str:
        """The text of a line, counted from 0; empty outside the file."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at the error; empty at the end of a line."""
        return self.line(self.at.line)[self.at.column : self.at.column + 1]

    @property
    def before(self) -> str:
        """The line up to the error."""
        return self.line(self.at.line)[: self.at.column]


class Explanation(NamedTuple):
    """The cause: a code, where it stands, and the facts that its words need."""

    code: str
    span: Span
    facts: tuple[tuple[str, str], ...] = ()


Reader = Callable[[Fault], Explanation | None]


def span_at(mark: Mark, width: int = 1) -> Span:
    """The characters at a mark, so many of them."""
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + width)


def span_of_line(fault: Fault, number: int) -> Span:
    """A line, without the spaces around it."""
    text = fault.line(number)
    start = len(text) - len(text.lstrip())
    return Span(number + 1, start + 1, number + 1, max(len(text.rstrip()), start) + 1)
