"""What reads what in a rubric: inputs, readers, and the group criteria at the far end."""

from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import rule_names


def find_parts(nodes: Nodes, name: str) -> tuple[str, ...]:
    """List the nodes that a node reads directly: inputs, members, or names of its rules."""
    criterion = nodes.criteria.get(name)
    if criterion is None:
        unless = getattr(nodes.measures.get(name), "unless", None)
        return (*nodes.reads(name), *(rule_names(unless) if unless is not None else ()))
    rules = (criterion.computed or {}).values()
    return tuple(part for rule in rules for part in rule_names(rule))


def find_readers(nodes: Nodes, name: str) -> tuple[str, ...]:
    """List the computed criteria and the measures that read a node directly."""
    every = (*nodes.criteria, *nodes.measures)
    return tuple(node for node in every if name in find_parts(nodes, node))


def find_group_criteria(nodes: Nodes, name: str) -> tuple[str, ...]:
    """List the group criteria that a node reads, directly or not, in the rubric's order."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(find_parts(nodes, current))
    return tuple(criterion for criterion in nodes.group_of if criterion in seen)
