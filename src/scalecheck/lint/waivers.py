"""Waivers: comments of a file that say which rule is set aside there, and why.

    # scalecheck: ignore[identical-anchors] the two levels differ by their evidence only
    # scalecheck: ignore-file[vague-wording] wording imposed by the funder

On the line of a finding, or alone above the thing it is about (then for all of that thing);
`ignore-file` anywhere, for the whole file. Without a reason a waiver waives nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scalecheck.model.diagnostic import Diagnostic, Span, split_lines
from scalecheck.source.document import Document
from scalecheck.source.place import Place

_MARK = "scalecheck:"
_WAIVER = re.compile(r"#\s*scalecheck:\s*ignore(-file)?\s*\[([^\]]*)\][ \t:,-]*(.*)\Z")


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


def sift(findings: Iterable[Diagnostic], waivers: tuple[Waiver, ...]) -> Sifted:
    """Set aside the findings that waivers cover."""
    kept: list[Diagnostic] = []
    waived: list[Diagnostic] = []
    used: set[int] = set()
    for finding in findings:
        covering = [n for n, waiver in enumerate(waivers) if waiver.covers(finding)]
        used.update(covering)
        (waived if covering else kept).append(finding)
    unused = (w for n, w in enumerate(waivers) if n not in used and w.reason)
    return Sifted(tuple(kept), tuple(waived), tuple(unused))


def read_waivers(document: Document) -> tuple[Waiver, ...]:
    """Read the waivers of a file, in order; a mark inside a text is no waiver."""
    if _MARK not in document.text or document.root is None:
        return ()
    lines = split_lines(document.text)
    marked = [n for n, line in enumerate(lines, 1) if _MARK in line]
    taken = _text_spans(document.root, set(marked))
    return tuple(w for n in marked for w in _read_line(n, lines, document.root, taken))


def _read_line(
    number: int, lines: list[str], root: Place, taken: dict[int, list[Span]]
) -> Iterator[Waiver]:
    line = lines[number - 1]
    found = _WAIVER.search(line)
    if found is None or any(_holds(s, number, found.start() + 1) for s in taken.get(number, ())):
        return
    span = Span(number, found.start() + 1, number, len(line) + 1)
    codes = tuple(code.strip() for code in found[2].split(",") if code.strip())
    if found[1]:
        first, last = 1, len(lines)
    elif line[: found.start()].strip():
        first = last = number
    else:
        first, last = _thing_below(number, lines, root)
    yield Waiver(span, codes, found[3].strip(), first, last)


def _holds(span: Span, line: int, column: int) -> bool:
    return span[:2] <= (line, column) < span[2:]


def _thing_below(number: int, lines: list[str], root: Place) -> tuple[int, int]:
    """The lines of what begins under a comment: the widest thing that starts on that line."""
    below = number
    while below < len(lines) and not lines[below].strip().partition("#")[0]:
        below += 1
    first = below + 1
    ends = [last for line, last in _things(root) if line == first]
    return number, max([first, *ends])


def _things(place: Place) -> Iterator[tuple[int, int]]:
    """The first and last line of every value, its key or its dash included."""
    waiting: list[Place] = [place]
    while waiting:
        here = waiting.pop()
        children = here.children
        if isinstance(children, dict):
            for key, below in children.values():
                yield key.start_mark.line + 1, below.span.end_line
                waiting.append(below)
        elif children is not None:
            for below in children:
                yield below.span.line, below.span.end_line
                waiting.append(below)


def _text_spans(root: Place, marked: set[int]) -> dict[int, list[Span]]:
    """The scalars on the lines that hold a mark, by line."""
    found: dict[int, list[Span]] = {}
    waiting: list[Place] = [root]
    while waiting:
        here = waiting.pop()
        children = here.children
        if children is None:
            span = here.span
            for line in marked.intersection(range(span.line, span.end_line + 1)):
                found.setdefault(line, []).append(span)
        else:
            below = [p for _, p in children.values()] if isinstance(children, dict) else children
            waiting.extend(below)
    return found
