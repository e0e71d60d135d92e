"""A case that does not give what it expects."""

from collections.abc import Iterator

from scalecheck.lint.rule import TEST, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.trials import play
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.rubric_test import Expected
from scalecheck.scoring.rubric_tests import NONE


def find(subject: Subject) -> Iterator[Found]:
    for result, path in play(subject):
        for what, expected, given in result.differences:
            place = _place((*path, "expect"), what)
            yield found(
                place, case=result.id, what=what, expected=expected or NONE, given=given or NONE
            )


def _place(path: Path, what: str) -> Path:
    return (*path, what) if what in Expected.model_fields else (*path, "nodes", what)


RULE = Rule("failing-test", Topic.TESTS, Severity.ERROR, TEST, find, Reads.SOUND)
