"""What is wrong, as a code and facts: words are chosen later, by whoever shows it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

Facts = tuple[tuple[str, str], ...]
Path = tuple[str | int, ...]


_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Severity(StrEnum):
    """How bad a finding is; only an error stops an assessment."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(NamedTuple):
    """A stretch of a file: lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """One thing wrong at a path of a document.

    `at_key` says whether the key itself is meant, or the value that stands under it.
    """

    code: str
    path: Path
    facts: Facts = ()
    at_key: bool = False
    severity: Severity = Severity.ERROR


class Diagnostic(NamedTuple):
    """A problem made concrete: in which file, on which line and column."""

    code: str
    severity: Severity
    file: str
    path: Path
    span: Span | None
    facts: Facts = ()

    def __str__(self) -> str:
        """Say it without words of any language: `file:line:column: code {facts}`."""
        where = f"{self.file}:{self.span.line}:{self.span.column}" if self.span else self.file
        facts = ", ".join(f"{name}: {value}" for name, value in self.facts)
        return f"{where}: {self.code} {{{facts}}}"


def problem(code: str, path: Path, *, at_key: bool = False, **facts: object) -> Problem:
    """Make an error from a code, a path and named facts."""
    return Problem(code, path, tuple((k, str(v)) for k, v in facts.items()), at_key)


def listed(names: Iterable[str]) -> str:
    """List what is known, for "did you mean"; five hundred names are enough for that."""
    return ", ".join(islice(names, 500))


def split_lines(text: str) -> list[str]:
    """Split a text into the lines that spans count: those of YAML, which has more line ends."""
    return _LINE_END.split(text)
