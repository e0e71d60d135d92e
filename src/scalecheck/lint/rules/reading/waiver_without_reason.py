"""A comment that would set a rule aside without saying why: it sets nothing aside."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for waiver in subject.waivers:
        if not waiver.reason:
            yield found((), span=waiver.span, codes=", ".join(waiver.codes))


RULE = Rule("waiver-without-reason", Topic.READING, Severity.ERROR, ANY, find, Reads.DOCUMENT)
