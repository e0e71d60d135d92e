"""A level that even the worst answers meet: reaching it says nothing."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import full_logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.parts import level_rules
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = full_logic_of(subject)
    if logic is None:
        return
    for position, part in level_rules(subject.value):
        if not logic.is_dropped(part.rule) and logic.is_always_met(part.rule):
            # A first level may be meant as a floor for all; higher up it cannot be.
            severity = Severity.WARNING if position else Severity.NOTE
            level = subject.value.levels[position].value
            yield found(part.path, at_key=True, severity=severity, level=level)


RULE = Rule("level-always-met", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
