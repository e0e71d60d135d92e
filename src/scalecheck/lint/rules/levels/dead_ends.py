"""The levels that even the best answers do not meet, found once for the rules that tell of them."""

from typing import NamedTuple

from scalecheck.lint.rules.levels.left_out import find_way
from scalecheck.lint.rules.levels.parts import Part, level_rules
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Rule
from scalecheck.scoring.logic.crowds import every_in_group
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope


class DeadEnd(NamedTuple):
    """A level never met when everything is asked; `way`: what to leave out for it to be met.

    Not `is_settled`: the search for a way was given up, or the way found may not exist.
    """

    position: int
    part: Part
    way: Scope | None
    is_settled: bool = True


def dead_ends(subject: RubricSubject, logic: Logic) -> tuple[DeadEnd, ...]:
    """Find the levels that are never met, in their order."""
    kept = subject.__dict__
    if "dead_ends" not in kept:
        never = [(p, part) for p, part in level_rules(subject.value) if not can_pass(logic, part)]
        logic.purse.fill()
        kept["dead_ends"] = tuple(_dead_end(logic, p, part) for p, part in never)
    found: tuple[DeadEnd, ...] = kept["dead_ends"]
    return found


def can_pass(logic: Logic, part: Part) -> bool:
    """Tell whether a level can be met, or is wholly left out and passed over."""
    return passes(logic, part.rule) is not False


def passes(logic: Logic, rule: Rule) -> bool | None:
    """Tell whether a level is met at the best answers; None where it is passed over."""
    if not logic.is_dropped(rule):
        return logic.can_be_met(rule)
    return None if logic.alike.is_rule_out(rule) else logic.alike.empty_passes


def _dead_end(logic: Logic, position: int, part: Part) -> DeadEnd:
    names = logic.nodes.cone_of_rule(part.rule)
    way = find_way(logic, names, lambda less: can_pass(less, part))
    if way is None:
        return DeadEnd(position, part, None, not logic.purse.is_empty)
    return DeadEnd(position, part, way, not (way.unshared and _counts_instances(logic.nodes)))


def _counts_instances(nodes: Nodes) -> bool:
    """Tell whether a rule wants instances, perhaps the very ones that a share must not have."""
    return any(isinstance(rule.at_least, int) for rule in every_in_group(nodes))
