"""The marks of a merge that was not finished, inside a text between quotes."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.source.stretch import span_at

_MARK = re.compile(r"^(?:<{7}|>{7})(?=[ \r\n])", re.MULTILINE)


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for mark in _MARK.finditer(text):
        yield found((), span=span_at(text, *mark.span()))


RULE = Rule("conflict-in-text", Topic.READING, Severity.ERROR, ANY, find, Reads.DOCUMENT)
