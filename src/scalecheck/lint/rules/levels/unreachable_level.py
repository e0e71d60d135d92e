"""Levels that could be met, but come after one that never is: nobody gets there."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.dead_ends import dead_ends
from scalecheck.lint.rules.levels.parts import level_rules
from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = logic_of(subject)
    ends = dead_ends(subject, logic) if logic is not None else ()
    closed = [end.position for end in ends if end.way is None and end.is_settled]
    if not closed:
        return
    never = {end.position for end in ends}
    after = [p for p, _ in level_rules(subject.value) if p > closed[0] and p not in never]
    if after:
        levels = subject.value.levels
        also = (Also(("levels", closed[0], "value"), "blocks"),)
        told = in_short(levels[p].value for p in after)
        path = ("levels", after[0], "value")
        yield found(path, also=also, levels=told, earlier=levels[closed[0]].value)


RULE = Rule("unreachable-level", Topic.LEVELS, Severity.ERROR, RUBRIC, find)
