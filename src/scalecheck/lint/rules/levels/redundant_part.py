"""A part of a level that the other parts already make sure of."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.questions import redundant
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rules import Requirement
from scalecheck.model.rules import Rule as LevelRule


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for question in redundant(subject):
        if question.answer.is_impossible:
            part = question.part
            level = levels[question.position].value
            yield found(part.path, at_key=True, part=describe(part.rule), level=level)


def describe(rule: LevelRule) -> str:
    """Name a part: the node and its level, or the first word of the rule."""
    if isinstance(rule, Requirement):
        return ", ".join(f"{name} {level}" for name, level in rule.root.items())
    return next(iter(type(rule).model_fields)).replace("group", "in")


RULE = Rule("redundant-part", Topic.LEVELS, Severity.NOTE, RUBRIC, find)
