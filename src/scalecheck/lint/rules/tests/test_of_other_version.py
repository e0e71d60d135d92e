"""Tests written for another version of the rubric than the one that was found."""

from collections.abc import Iterator

from scalecheck.lint.rule import TEST, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    version, rubric = subject.value.rubric_version, subject.rubric
    if rubric is not None and version is not None and version != rubric.version:
        yield found(("rubric_version",), rubric=rubric.id, version=version, present=rubric.version)


RULE = Rule("test-of-other-version", Topic.TESTS, Severity.WARNING, TEST, find)
