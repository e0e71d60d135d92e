"""A majority that may drop out of a level, so that the level is passed without it."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.lint.logic_subject import full_logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.dead_ends import can_pass
from scalecheck.lint.rules.levels.left_out import leaves_enough
from scalecheck.lint.rules.levels.parts import Part, joined, level_rules
from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.lint.rules.levels.wording import describe
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import AtLeast, Majority
from scalecheck.model.rules import Rule as LevelRule
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = full_logic_of(subject)
    if logic is None:
        return
    ladder: list[Part] = []
    for position, level in level_rules(subject.value):
        ladder.append(level)
        for part in joined(level):
            left = _least_left_out(logic, part.rule)
            if left and _passes_without(logic, ladder, part, left):
                yield found(
                    part.path,
                    at_key=True,
                    level=subject.value.levels[position].value,
                    part=describe(part.rule),
                    left=in_short(left),
                )


def _least_left_out(logic: Logic, rule: LevelRule) -> tuple[str, ...]:
    """The fewest criteria whose "not applicable" leaves too little of a part; none if it cannot."""
    nodes = logic.nodes
    if isinstance(rule, AtLeast) and isinstance(rule.at_least, int):
        names = [name for name in rule.of if _is_optional(nodes, name)]
        needed = len(rule.of) - rule.at_least + 1
        return tuple(names[:needed]) if 0 < needed <= len(names) else ()
    if isinstance(rule, Majority):
        return _heaviest(logic, rule)
    return ()


def _heaviest(logic: Logic, rule: Majority) -> tuple[str, ...]:
    weights = logic.alike.weights(rule.majority)
    least = logic.nodes.rubric.non_answers.not_applicable.min_applicable
    spare = (1 - least) * sum(weights.values(), Fraction(0))
    chosen: list[str] = []
    optional = [name for name in weights if _is_optional(logic.nodes, name)]
    for name in sorted(optional, key=lambda name: -weights[name]):
        chosen.append(name)
        spare -= weights[name]
        if spare < 0:
            return tuple(name for name in weights if name in chosen)
    return ()


def _is_optional(nodes: Nodes, name: str) -> bool:
    criterion = nodes.criteria.get(name)
    return (
        criterion is not None
        and criterion.computed is None
        and criterion.not_applicable == "allowed"
    )


def _passes_without(logic: Logic, ladder: list[Part], part: Part, left: tuple[str, ...]) -> bool:
    """Tell whether the last of some levels can still be reached once a part has dropped out."""
    if not leaves_enough(logic.nodes, left):
        return False
    less = logic.within(Scope(frozenset(), frozenset(left)))
    return less.is_dropped(part.rule) and all(can_pass(less, level) for level in ladder)


RULE = Rule("majority-may-drop-out", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
