"""A part of a level that the other parts already make sure of."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.questions import redundant
from scalecheck.lint.rules.levels.wording import describe
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for question in redundant(subject):
        if question.answer.is_impossible:
            part = question.part
            level = levels[question.position].value
            yield found(part.path, at_key=True, part=describe(part.rule), level=level)


RULE = Rule("redundant-part", Topic.LEVELS, Severity.NOTE, RUBRIC, find)
