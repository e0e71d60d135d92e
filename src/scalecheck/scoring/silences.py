"""List the attributes that conditions read and nobody gave: silence waives nothing, and is said."""

from collections.abc import Iterator

from scalecheck.model.facts import Remark
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import AllOf, AnyOf, Condition, InGroup, Rule
from scalecheck.scoring.situation import Situation, judge


def find_silences(nodes: Nodes, situation: Situation) -> tuple[Remark, ...]:
    """Find the missing attributes of instances and strategies; each is said once."""
    found = (*_of_strategies(nodes, situation), *_of_instances(nodes, situation))
    return tuple(dict.fromkeys(found))


def _of_strategies(nodes: Nodes, situation: Situation) -> Iterator[Remark]:
    for strategy in nodes.rubric.strategies:
        for name in judge(strategy.fits_when, situation.attributes)[1]:
            facts = (("name", name), ("strategy", strategy.id))
            yield Remark("missing-attribute-of-fit", ("attributes",), facts)


def _of_instances(nodes: Nodes, situation: Situation) -> Iterator[Remark]:
    for group, where in _conditions(nodes):
        for instance in situation.instances.get(group) or ():
            for name in judge(where, {**instance.attributes, "id": (instance.id,)})[1]:
                facts = (("name", name), ("instance", instance.id), ("group", group))
                yield Remark("missing-attribute-of-instance", ("settings",), facts)


def _conditions(nodes: Nodes) -> Iterator[tuple[str, Condition]]:
    """Every condition on the instances of a group, in rules and in measures."""
    rubric = nodes.rubric
    for criterion in rubric.criteria:
        for rule in (criterion.computed or {}).values():
            yield from _in_rule(rule)
    for level in rubric.levels:
        yield from _in_rule(level.requires) if level.requires else ()
    for strategy in rubric.strategies:
        yield from _in_rule(strategy.ready_when) if strategy.ready_when else ()
    for measure in rubric.measures:
        groups = {nodes.group_of[n].id for n in nodes.reads(measure.id) if n in nodes.group_of}
        yield from ((group, measure.where) for group in sorted(groups))


def _in_rule(rule: Rule) -> Iterator[tuple[str, Condition]]:
    match rule:
        case InGroup():
            yield rule.group, rule.where
        case AllOf():
            for part in rule.all_of:
                yield from _in_rule(part)
        case AnyOf():
            for part in rule.any_of:
                yield from _in_rule(part)
        case _:
            return
