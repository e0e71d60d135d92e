"""A level that nobody can meet, whatever the answers: something in it is never met."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.blame import find_blame
from scalecheck.lint.rules.levels.dead_ends import dead_ends
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = logic_of(subject)
    if logic is None:
        return
    for end in dead_ends(subject, logic):
        if end.way is not None or not end.is_settled:
            continue
        blame = find_blame(logic, end.part)
        also = (Also(blame.path, "part", at_key=True), *limit_of(subject, blame.name))
        level = subject.value.levels[end.position].value
        path = end.part.path
        yield found(path, at_key=True, also=also, level=level, asked=blame.asked, best=blame.best)


RULE = Rule("contradictory-level", Topic.LEVELS, Severity.ERROR, RUBRIC, find)
