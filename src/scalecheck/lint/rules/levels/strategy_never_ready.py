"""A strategy that no project is ever ready for: its rule is never met."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.blame import find_blame
from scalecheck.lint.rules.levels.left_out import find_way
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.rules.levels.parts import Part
from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.rules import rule_names
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = logic_of(subject)
    if logic is None:
        return
    logic.purse.fill()
    for position, strategy in enumerate(subject.value.strategies):
        if strategy.ready_when is None:
            continue
        part = Part(("strategies", position, "ready_when"), strategy.ready_when)
        chosen = logic.within(Scope(frozenset(strategy.waives)))
        if chosen.is_dropped(part.rule) and strategy.waives:
            told = Also(("strategies", position, "waives"), "waives", at_key=True)
            asked = in_short(dict.fromkeys(rule_names(part.rule)))
            yield _finding(part, (told,), (strategy.id, asked, "—"))
        elif not _can_be_ready(logic, part) and not _can_be_ready(chosen, part):
            blame = find_blame(chosen, part)
            also = (Also(blame.path, "part", at_key=True), *limit_of(subject, blame.name))
            yield _finding(part, also, (strategy.id, blame.asked, blame.best))


def _finding(part: Part, also: tuple[Also, ...], facts: tuple[str, str, str]) -> Found:
    strategy, asked, best = facts
    return found(part.path, at_key=True, also=also, strategy=strategy, asked=asked, best=best)


def _can_be_ready(logic: Logic, part: Part) -> bool:
    def is_open(less: Logic) -> bool:
        return not less.is_dropped(part.rule) and less.can_be_met(part.rule)

    if is_open(logic):
        return True
    names = logic.nodes.cone_of_rule(part.rule)
    return find_way(logic, names, is_open) is not None or logic.purse.is_empty


RULE = Rule("strategy-never-ready", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
