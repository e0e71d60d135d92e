"""What is wrong, as a code and facts: words are chosen later, by whoever shows it."""

import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

Facts = tuple[tuple[str, str], ...]
Path = tuple[str | int, ...]


LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


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


class Rewrite(NamedTuple):
    """A repair, said by a path: in what is written there, put `new` in the place of `old`.

    An empty `old` stands for all that is written there. `at_key` means the key itself. `span` is
    given instead of a path for what is no part of the data: a comment, a mark, a line end.
    """

    path: Path
    new: str
    old: str = ""
    at_key: bool = False
    span: Span | None = None


class Edit(NamedTuple):
    """A repair made concrete: the text to put in the place of a stretch of the file."""

    span: Span
    text: str


class Also(NamedTuple):
    """A second place that a problem speaks of; `label` is the code of what to say of it."""

    path: Path
    label: str
    at_key: bool = False


class Related(NamedTuple):
    """A second place made concrete."""

    span: Span
    label: str


class Problem(NamedTuple):
    """One thing wrong at a path of a document.

    `at_key` says whether the key itself is meant, or the value that stands under it. `span` is
    given instead of a path where what is wrong is no part of the data: a comment, a mark.
    """

    code: str
    path: Path
    facts: Facts = ()
    at_key: bool = False
    severity: Severity = Severity.ERROR
    span: Span | None = None
    also: tuple[Also, ...] = ()
    repair: tuple[Rewrite, ...] = ()


class Diagnostic(NamedTuple):
    """A problem made concrete: in which file, on which line and column.

    `anchor` names the place by ids, never by line (`is-echelle:levels[6].requires`): it stays
    the same when the file is edited above. `edits` repair it, all together and safely. `cell` is
    the place in a file that has no lines: `Évaluation!D14`.
    """

    code: str
    severity: Severity
    file: str
    path: Path
    span: Span | None
    facts: Facts = ()
    anchor: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    cell: str = ""

    def __str__(self) -> str:
        """Say it without words of any language: `file:line:column: code {facts}`."""
        place = f"{self.span.line}:{self.span.column}" if self.span else self.cell
        where = f"{self.file}:{place}" if place else self.file
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
    return LINE_END.split(text)
