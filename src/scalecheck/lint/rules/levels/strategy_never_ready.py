"""A strategy for which nobody who chooses it is ready: its rule is never met, or all waived."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.blame import find_blame
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.rules.levels.readiness import unready
from scalecheck.lint.rules.levels.wording import describe
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for strategy, part, chosen, is_waived, is_settled in unready(subject):
        if not is_settled:
            continue
        if is_waived:
            asked = describe(part.rule)
            also: tuple[Also, ...] = (Also((*part.path[:2], "waives"), "waives", at_key=True),)
        else:
            blame = find_blame(chosen, part)
            asked = blame.asked
            also = (Also(blame.path, "part", at_key=True), *limit_of(subject, blame.name))
        yield found(part.path, at_key=True, also=also, strategy=strategy.id, asked=asked)


RULE = Rule("strategy-never-ready", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
