"""Waivers: comments of a file that say which rule is set aside there, and why.

    # scalecheck: ignore[identical-anchors] the two levels differ by their evidence only
    # scalecheck: ignore-file[vague-wording] wording imposed by the funder

On the line of a finding, or alone above the thing it is about (then for all of that thing);
`ignore-file` anywhere, for the whole file. Without a reason a waiver waives nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from scalecheck.lint.examples import FOLDER
from scalecheck.lint.text_lines import lines_of
from scalecheck.model.diagnostic import Diagnostic, Span
from scalecheck.source.document import Document
from scalecheck.source.place import Place

_MARK = "scalecheck:"
_MOST = 1000  # waivers of a file
_COMMENT = re.compile(r"#\s*scalecheck:(.*)\Z")
_WAIVER = re.compile(r"\s*ignore(-file)?\s*\[([^\]]*)\][ \t:,-]*(.*)\Z")
# What people write who mean a waiver: other tools spell theirs so.
_MEANT = re.compile(r"\s*(?:ignor|disabl|skip|noqa|waiv|allow|désactiv|déro|\[|\w+\s*\[)", re.I)


class Waiver(NamedTuple):
    """A comment that sets rules aside: where it stands, for which codes and lines, and why."""

    span: Span
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, finding: Diagnostic) -> bool:
        """Tell whether a finding is set aside."""
        line = finding.span.line if finding.span else 0
        return bool(self.reason) and finding.code in self.codes and self.first <= line <= self.last


class Sifted(NamedTuple):
    """Findings that stand, those that are waived, and the waivers that waived nothing."""

    kept: tuple[Diagnostic, ...]
    waived: tuple[Diagnostic, ...]
    unused: tuple[Waiver, ...]


def sift(
    findings: Iterable[Diagnostic],
    waivers: tuple[Waiver, ...],
    applied: Collection[str] | None = None,
) -> Sifted:
    """Set aside the findings that waivers cover.

    Args:
        findings: what the rules found.
        waivers: what the comments of the file set aside.
        applied: the codes of the rules that were run; all of them when not given.

    Returns:
        `unused` holds, with the codes that served for nothing, the waivers that have some; a code
        whose rule was not run is not held to be one of them.
    """
    kept: list[Diagnostic] = []
    waived: list[Diagnostic] = []
    used: set[tuple[int, str]] = set()
    by_code: dict[str, list[int]] = {}
    for n, waiver in enumerate(waivers):
        for code in waiver.codes:
            by_code.setdefault(code, []).append(n)
    for finding in findings:
        covering = [n for n in by_code.get(finding.code, ()) if waivers[n].covers(finding)]
        used.update((n, finding.code) for n in covering)
        (waived if covering else kept).append(finding)
    unused = [
        waiver._replace(codes=idle)
        for n, waiver in enumerate(waivers)
        if waiver.reason and (idle := _idle(n, waiver, used, applied))
    ]
    return Sifted(tuple(kept), tuple(waived), tuple(unused))


def _idle(
    number: int, waiver: Waiver, used: set[tuple[int, str]], applied: Collection[str] | None
) -> tuple[str, ...]:
    """The codes of a waiver whose rules were run and for which it served nothing."""
    return tuple(
        code
        for code in waiver.codes
        if (number, code) not in used and (applied is None or code in applied)
    )


@cache
def known_codes() -> tuple[str, ...]:
    """The codes of the rules: each has a folder of examples of its name."""
    return tuple(sorted(f.name for f in FOLDER.iterdir() if f.is_dir() and f.name != "base"))


def read_waivers(document: Document) -> tuple[Waiver, ...]:
    """Read the waivers of a file, in order, a thousand at most; a mark in a text is none."""
    if document.root is None:
        return ()
    reader = _Reader(lines_of(document.text), document.root)
    read = (
        reader.make(comment, found)
        for comment in _read_comments(document)
        if (found := _WAIVER.match(comment.words)) and found[2].strip()
    )
    return tuple(islice(read, _MOST))


def find_malformed(document: Document) -> tuple[Span, ...]:
    """Find the comments that are plainly meant as waivers and that nobody reads as one."""
    return tuple(
        comment.span
        for comment in _read_comments(document)
        if _MEANT.match(comment.words)
        and not ((found := _WAIVER.match(comment.words)) and found[2].strip())
    )


class _Comment(NamedTuple):
    """A comment that speaks to this tool: where it stands, what follows the mark."""

    span: Span
    words: str


def _read_comments(document: Document) -> Iterator[_Comment]:
    if _MARK not in document.text or document.root is None:
        return
    lines = lines_of(document.text)
    marked = [n for n, line in enumerate(lines, 1) if _MARK in line]
    taken = _text_spans(document.root, set(marked))
    for number in marked:
        line = lines[number - 1]
        found = _COMMENT.search(line)
        if found is None:
            continue
        span = Span(number, found.start() + 1, number, len(line) + 1)
        if not any(_holds(s, number, span.column) for s in taken.get(number, ())):
            yield _Comment(span, found[1])


class _Reader:
    """What a comment is about: its line, or the thing that begins below it."""

    def __init__(self, lines: tuple[str, ...], root: Place) -> None:
        self.lines, self.root = lines, root

    def make(self, comment: _Comment, found: re.Match[str]) -> Waiver:
        line, column, *_ = comment.span
        codes = tuple(code.strip() for code in found[2].split(",") if code.strip())
        first = last = line
        if found[1]:
            first, last = 1, len(self.lines)
        elif not self.lines[line - 1][: column - 1].strip():
            below = self._written[bisect_right(self._written, line) :][:1] or [line]
            last = max(below[0], self._ends.get(below[0], 0))
        return Waiver(comment.span, codes, found[3].strip(), first, last)

    @cached_property
    def _written(self) -> list[int]:
        """The lines that hold something else than a comment."""
        return [n for n, line in enumerate(self.lines, 1) if line.strip().partition("#")[0]]

    @cached_property
    def _ends(self) -> dict[int, int]:
        """The last line of the widest thing that begins on each line."""
        found: dict[int, int] = {}
        for line, last in _things(self.root):
            found[line] = max(last, found.get(line, 0))
        return found


def _holds(span: Span, line: int, column: int) -> bool:
    return span[:2] <= (line, column) < span[2:]


def _things(place: Place) -> Iterator[tuple[int, int]]:
    """The first and last line of every value, its key or its dash included."""
    waiting: list[Place] = [place]
    while waiting:
        here = waiting.pop()
        children = here.children
        if isinstance(children, dict):
            for key, below in children.values():
                yield key.start_mark.line + 1, _last_line(below.span)
                waiting.append(below)
        elif children is not None:
            for below in children:
                yield below.span.line, _last_line(below.span)
                waiting.append(below)


def _last_line(span: Span) -> int:
    """The last line that holds something of a stretch: a text in a block ends on the next one."""
    return span.end_line - 1 if span.end_column == 1 else span.end_line


def _text_spans(root: Place, marked: set[int]) -> dict[int, list[Span]]:
    """The scalars on the lines that hold a mark, by line."""
    found: dict[int, list[Span]] = {}
    waiting: list[Place] = [root]
    while waiting:
        here = waiting.pop()
        children = here.children
        if children is None:
            first, last = here.start.start_mark.line + 1, here.end.end_mark.line + 1
            for line in marked.intersection(range(first, last + 1)):
                found.setdefault(line, []).append(here.span)
        else:
            below = [p for _, p in children.values()] if isinstance(children, dict) else children
            waiting.extend(below)
    return found
