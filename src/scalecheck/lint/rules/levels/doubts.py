"""Whether what is proved of full answers stays true when questions are left out."""

from collections.abc import Callable, Iterable, Sequence

from scalecheck.lint.rules.levels.left_out import find_way, tries_all
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import InGroup, Rule
from scalecheck.scoring.logic.between import Answer, Verdict
from scalecheck.scoring.logic.crowds import every_in_group
from scalecheck.scoring.logic.logic import Asked, Logic, settle

UNDECIDED = Answer(Verdict.UNDECIDED)
_DIFFERS, _NEVER = Answer(Verdict.FOUND), Answer(Verdict.IMPOSSIBLE)


def confirm(
    logic: Logic,
    rules: Iterable[Rule],
    differs: Callable[[Logic], bool],
    *,
    is_level: bool = True,
) -> Answer:
    """Confirm that something is impossible, whatever is left out of what some rules read.

    Args:
        logic: the rubric with everything asked, where the thing is proved impossible.
        rules: the rules that matter.
        differs: tells of the rubric with some left out whether the thing may be possible.
        is_level: the thing is about levels, which are said only where enough applies.

    Returns:
        Impossible only where every way of leaving questions out was tried. What is left out for
        some instances of a group and not for others is taken to make the thing possible.
    """
    nodes = logic.nodes
    names = frozenset[str]().union(*map(nodes.cone_of_rule, rules))
    if _is_by_instance(nodes, names):
        return _DIFFERS
    if find_way(logic, names, differs, is_level=is_level) is not None:
        return _DIFFERS
    return _NEVER if tries_all(nodes, names) and not logic.purse.is_empty else UNDECIDED


def may_be_unmet(less: Logic, met: Sequence[Rule], unmet: Rule, *, is_inside: bool = False) -> bool:
    """Tell whether a rule may be unmet where others are met, with some questions left out."""
    if less.is_dropped(unmet):
        return False
    if not less.find(met, unmet, is_inside=is_inside).is_impossible:
        return True
    return not is_inside and _may_part(less, met, unmet)


def is_share_apart(logic: Logic, others: Sequence[Rule], rule: Rule) -> bool:
    """Tell whether more instances with the worst answers keep a share unmet, and nothing else."""
    if not isinstance(rule, InGroup) or isinstance(rule.at_least, int) or not rule.at_least:
        return False
    group = next((one for one in logic.nodes.rubric.groups if one.id == rule.group), None)
    if group is None or logic.is_dropped(rule) or logic.is_always_met(rule):
        return False
    read = (one for one in others if not _is_count(one))
    return all(logic.nodes.cone_of_rule(one).isdisjoint(group.criteria) for one in read)


def _is_count(rule: Rule) -> bool:
    return isinstance(rule, InGroup) and isinstance(rule.at_least, int)


def _may_part(less: Logic, met: Sequence[Rule], unmet: Rule) -> bool:
    """Tell the same where some shares are over nobody, and others are not."""
    if not less.scope.unshared or _count_shared(less.nodes) < 2:
        return False
    shared = less.within(less.scope._replace(unshared=False))
    asked = [Asked(less, rule) for rule in met]
    return not settle(asked, Asked(shared, unmet)).is_impossible


def _count_shared(nodes: Nodes) -> int:
    """Count the sets of instances of which a rule asks a share."""
    rules = (rule for rule in every_in_group(nodes) if not isinstance(rule.at_least, int))
    return len({(rule.group, repr(rule.where)) for rule in rules})


def _is_by_instance(nodes: Nodes, names: frozenset[str]) -> bool:
    """Tell whether some instances of a group may be asked what others are not."""
    grouped = (nodes.criteria[n] for n in names & nodes.group_of.keys() if n in nodes.criteria)
    return any(c.not_applicable == "allowed" or c.applies_when for c in grouped)
