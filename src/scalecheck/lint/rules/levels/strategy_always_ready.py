"""A strategy that even the worst answers are ready for: "ready" says nothing."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import full_logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = full_logic_of(subject)
    if logic is None:
        return
    for position, strategy in enumerate(subject.value.strategies):
        rule = strategy.ready_when
        if rule is not None and not logic.is_dropped(rule) and logic.is_always_met(rule):
            yield found(("strategies", position, "ready_when"), at_key=True, strategy=strategy.id)


RULE = Rule("strategy-always-ready", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
