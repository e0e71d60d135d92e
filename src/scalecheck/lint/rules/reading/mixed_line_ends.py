"""Lines that do not all end alike: Windows here, the rest of the world there."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Rewrite, Severity, Span
from scalecheck.source.stretch import line_starts

_END = re.compile("\r\n|\r|\n")
_MOST = 2000  # repairs; a file with more of them is for an editor to convert


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    if "\r" not in text:
        return
    counted = Counter(_END.findall(text))
    if len(counted) < 2:
        return
    usual = counted.most_common(1)[0][0]
    repair = tuple(Rewrite((), usual, span=span) for span in _odd_ends(text, usual))
    line, column = repair[0].span[:2] if repair[0].span else (1, 1)
    odd = Span(line, column, line, column)
    few = repair if len(repair) <= _MOST else ()
    yield found((), span=odd, repair=few, count=len(repair))


def _odd_ends(text: str, usual: str) -> Iterator[Span]:
    """The line ends that are not the usual one, each from the end of a line to the next line."""
    starts = line_starts(text)
    for line, (start, following) in enumerate(pairwise(starts), 1):
        end = _END.search(text, start, following)
        if end is not None and end[0] != usual:
            yield Span(line, end.start() - start + 1, line + 1, 1)


RULE = Rule(
    "mixed-line-ends", Topic.READING, Severity.NOTE, ANY, find, Reads.DOCUMENT, is_fixable=True
)
