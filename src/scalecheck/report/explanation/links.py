"""What reads what in a rubric: inputs, readers, and the group criteria at the far end."""

from scalecheck.model.nodes import Nodes


def find_readers(nodes: Nodes, name: str) -> tuple[str, ...]:
    """List the computed criteria and the measures that read a node directly."""
    every = (*nodes.criteria, *nodes.measures)
    return tuple(node for node in every if name in nodes.parts_of(node))


def find_group_criteria(nodes: Nodes, name: str) -> tuple[str, ...]:
    """List the group criteria that a node reads, directly or not, in the rubric's order."""
    behind = nodes.cone(name)
    return tuple(c for c in nodes.group_of if c in behind)
