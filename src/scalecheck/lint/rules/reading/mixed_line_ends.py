"""Lines that do not all end alike: Windows here, the rest of the world there."""

import re
from collections.abc import Iterator
from itertools import islice

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Rewrite, Severity, Span, split_lines
from scalecheck.source.stretch import span_at

# The ends that are not the usual one.
_ODD = {
    "\n": re.compile("\r\n?"),
    "\r": re.compile("\r?\n"),
    "\r\n": re.compile("\r(?!\n)|(?<!\r)\n"),
}
_MOST = 2000  # repairs; a file with more of them is for an editor to convert


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    if "\r" not in text:
        return
    counted = _count_ends(text)
    usual = max(counted, key=lambda end: (counted[end], -text.find(end)))
    odd = sum(counted.values()) - counted[usual]
    ends = list(islice(_ODD[usual].finditer(text), _MOST)) if odd else []
    if ends:
        before = split_lines(text[: ends[0].start()])
        line, column = len(before), len(before[-1]) + 1
        repair = _write_alike(text, ends, usual) if odd <= _MOST else ()
        yield found((), span=Span(line, column, line, column), repair=repair, count=odd)


def _write_alike(text: str, ends: list[re.Match[str]], usual: str) -> tuple[Rewrite, ...]:
    return tuple(Rewrite((), usual, span=span_at(text, *end.span())) for end in ends)


def _count_ends(text: str) -> dict[str, int]:
    windows = text.count("\r\n")
    ends = {"\n": text.count("\n") - windows, "\r": text.count("\r") - windows}
    return {"\r\n": windows, **ends}


RULE = Rule(
    "mixed-line-ends", Topic.READING, Severity.NOTE, ANY, find, Reads.DOCUMENT, is_fixable=True
)
