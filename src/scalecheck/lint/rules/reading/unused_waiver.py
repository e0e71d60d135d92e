"""A comment that sets a rule aside where the rule finds nothing: the reason for it is gone."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for waiver in subject.unused:
        yield found((), span=waiver.span, codes=", ".join(waiver.codes))


RULE = Rule("unused-waiver", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT)
