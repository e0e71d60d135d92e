"""A level that whoever reaches the one before reaches too: the one before is never a result."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.questions import implied
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for question in implied(subject):
        if question.answer.is_impossible:
            position = question.position
            also = (Also(("levels", position - 1, "value"), "never-a-result"),)
            level, earlier = levels[position].value, levels[position - 1].value
            path = question.part.path
            yield found(path, at_key=True, also=also, level=level, earlier=earlier)


RULE = Rule("level-implied", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
