"""A comment that is plainly meant to set a rule aside, and that is not written as one."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.waivers import find_malformed
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for span in find_malformed(subject.document):
        yield found((), span=span)


RULE = Rule("malformed-waiver", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT)
