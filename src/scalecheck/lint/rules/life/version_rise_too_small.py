"""A version that rises less than its changes ask for, or that goes backwards."""

from collections.abc import Iterator

from scalecheck.lint.life.diff import diff_rubrics
from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rubric import Rubric


def find(subject: RubricSubject) -> Iterator[Found]:
    before, now = subject.before, subject.value
    if not isinstance(before, Rubric) or before.version == now.version:
        return
    version = diff_rubrics(before, now).version
    if version.is_enough is False:
        yield found(("version",), old=before.version, new=now.version, least=version.least)


RULE = Rule("version-rise-too-small", Topic.LIFE, Severity.WARNING, RUBRIC, find, Reads.SOUND)
