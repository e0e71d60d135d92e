"""A version that is not three numbers: nobody can tell which edition comes after which."""

from collections.abc import Iterator

from scalecheck.lint.life.version import read_version
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    version = subject.value.version
    if read_version(version) is None:
        yield found(("version",), got=version)


RULE = Rule("version-not-semantic", Topic.LIFE, Severity.WARNING, RUBRIC, find)
