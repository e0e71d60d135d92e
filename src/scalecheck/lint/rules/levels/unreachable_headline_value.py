"""A level that the headline measure never gives, whatever the answers."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.headline import given
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    headline = subject.value.headline
    for question in given(subject):
        if question.answer.is_impossible:
            level = subject.value.levels[question.position].value
            also = limit_of(subject, headline)
            yield found(question.part.path, also=also, level=level, measure=headline)


RULE = Rule("unreachable-headline-value", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
