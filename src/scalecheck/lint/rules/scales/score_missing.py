"""A scale that gives a score to some levels and leaves others to their value."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for s, scale in enumerate(subject.value.scales):
        if all(level.score is None for level in scale.levels):
            continue
        for position, level in enumerate(scale.levels):
            if level.score is None and level.value != 0:
                path = ("scales", s, "levels", position)
                yield found(path, level=write_number(level.value), scale=scale.id)


RULE = Rule("score-missing", Topic.SCALES, Severity.WARNING, RUBRIC, find)
