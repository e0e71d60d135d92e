"""A level of the rubric that no case expects: nothing shows that it can be reached."""

from collections.abc import Iterator

from scalecheck.lint.rule import TEST, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.trials import each_case
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    expected = {case.expect.level for case, _ in each_case(subject.value)}
    levels = subject.rubric.levels if subject.rubric is not None else ()
    missing = [level.value for level in levels if level.value not in expected]
    if missing:
        yield found(("tests",), at_key=True, levels=", ".join(missing))


RULE = Rule("untested-level", Topic.TESTS, Severity.WARNING, TEST, find, Reads.SOUND)
