"""A comment that sets aside a code which no rule has: it sets nothing aside."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_lines import lines_of
from scalecheck.lint.waivers import known_codes
from scalecheck.model.diagnostic import Severity, Span


def find(subject: Subject) -> Iterator[Found]:
    for waiver in subject.waivers:
        for code in waiver.codes:
            if code not in known_codes():
                known = ", ".join(known_codes())
                yield found((), span=_place(waiver.span, code, subject), name=code, known=known)


def _place(span: Span, code: str, subject: Subject) -> Span:
    """The code itself, in the comment."""
    line = lines_of(subject.document.text)[span.line - 1]
    first = line.index(code, span.column - 1)
    return Span(span.line, first + 1, span.line, first + len(code) + 1)


RULE = Rule("unknown-waiver", Topic.READING, Severity.ERROR, ANY, find, Reads.DOCUMENT)
