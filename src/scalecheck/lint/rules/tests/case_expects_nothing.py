"""A case that expects nothing: it can never fail."""

from collections.abc import Iterator

from scalecheck.lint.rule import TEST, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.trials import each_case
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rubric_test import Expected

_NOTHING = Expected()


def find(subject: Subject) -> Iterator[Found]:
    for case, path in each_case(subject.value):
        if case.expect == _NOTHING:
            yield found((*path, "expect"), at_key=True, case=case.id)


RULE = Rule("case-expects-nothing", Topic.TESTS, Severity.WARNING, TEST, find, Reads.SOUND)
