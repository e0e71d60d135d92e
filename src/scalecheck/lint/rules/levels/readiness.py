"""The strategies for which nobody who chooses them alone is ready, found once."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rules.levels.left_out import find_way
from scalecheck.lint.rules.levels.parts import Part
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.levels import Strategy
from scalecheck.model.rules import Rule
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope


class Unready(NamedTuple):
    """A strategy whose rule is never met, in the rubric as whoever chooses it alone reads it.

    `is_waived`: all that its rule reads is waived. Not `is_settled`: the search was given up.
    """

    strategy: Strategy
    part: Part
    chosen: Logic
    is_waived: bool
    is_settled: bool = True


def unready(subject: RubricSubject) -> tuple[Unready, ...]:
    """Find the strategies that are never ready, or of which that could not be settled."""
    kept = subject.__dict__
    if "unready" not in kept:
        logic = logic_of(subject)
        kept["unready"] = tuple(_unready(subject, logic)) if logic is not None else ()
    found: tuple[Unready, ...] = kept["unready"]
    return found


def _unready(subject: RubricSubject, logic: Logic) -> Iterator[Unready]:
    logic.purse.fill()
    for position, strategy in enumerate(subject.value.strategies):
        if strategy.ready_when is None:
            continue
        part = Part(("strategies", position, "ready_when"), strategy.ready_when)
        chosen = logic.within(Scope(frozenset(strategy.waives)))
        if chosen.is_dropped(part.rule) and strategy.waives:
            yield Unready(strategy, part, chosen, is_waived=True)
        elif not _is_open(chosen, part.rule) and not _can_be_ready(logic, part.rule):
            is_settled = not logic.purse.is_empty
            yield Unready(strategy, part, chosen, is_waived=False, is_settled=is_settled)


def _can_be_ready(logic: Logic, rule: Rule) -> bool:
    if _is_open(logic, rule):
        return True
    names = logic.nodes.cone_of_rule(rule)
    return find_way(logic, names, lambda less: _is_open(less, rule)) is not None


def _is_open(less: Logic, rule: Rule) -> bool:
    return not less.is_dropped(rule) and less.can_be_met(rule)
