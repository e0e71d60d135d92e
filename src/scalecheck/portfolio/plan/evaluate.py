"""Compute expressions one by one: for what is kept, and as the meaning that engines must share."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from scalecheck.portfolio.plan.node import Node, Op

_DO: Mapping[Op, Callable[[Sequence[int]], int]] = {
    Op.ADD: sum,
    Op.MUL: lambda v: v[0] * v[1],
    Op.FLOOR: lambda v: v[0] // v[1],
    Op.POWER: lambda v: v[0] ** v[1],
    Op.LEAST: min,
    Op.MOST: max,
    Op.CHOOSE: lambda v: v[1] if v[0] else v[2],
    Op.WHOLE: lambda v: v[0],
    Op.REACHES: lambda v: int(v[0] >= v[1]),
    Op.SAME: lambda v: int(v[0] == v[1]),
    Op.EVERY: lambda v: int(all(v)),
    Op.EITHER: lambda v: int(any(v)),
    Op.NOT: lambda v: int(not v[0]),
}


def evaluate(nodes: Iterable[Node], inputs: Mapping[int, int]) -> dict[int, int]:
    """Compute expressions, arguments first.

    Args:
        nodes: expressions, each after its arguments.
        inputs: the number of each input, by the input's own number.

    Returns:
        What each expression gives, by its number; truths are 1 and 0.
    """
    found: dict[int, int] = {}
    for node in nodes:
        if node.op is Op.CONST:
            found[node.number] = node.value
        elif node.op is Op.INPUT:
            found[node.number] = inputs[node.value]
        else:
            found[node.number] = _DO[node.op]([found[arg.number] for arg in node.args])
    return found
