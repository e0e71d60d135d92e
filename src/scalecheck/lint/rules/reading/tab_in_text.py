"""A tab inside a text: it prints as a gap of no known width."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.lint.text_spans import rewrite_each
from scalecheck.model.diagnostic import Severity

_TABS = re.compile(r"(?<=\S)(?=[ ]*\t)[ \t]+(?=\S)")


def find(subject: Subject) -> Iterator[Found]:
    if "\t" not in subject.document.text and "\\t" not in subject.document.text:
        return
    for path, words, _, _ in sayings(subject).said:
        if "\t" in words:
            yield found(path, repair=rewrite_each(subject.document, path, _TABS, " "))


RULE = Rule("tab-in-text", Topic.READING, Severity.NOTE, ANY, find, Reads.DOCUMENT, is_fixable=True)
