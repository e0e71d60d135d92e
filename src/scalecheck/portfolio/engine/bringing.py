"""Generate, for one bundle, the function from its inputs to the packed number that it brings."""

from collections.abc import Callable, Sequence

from scalecheck.portfolio.engine.packing import Share
from scalecheck.portfolio.engine.writing import spell
from scalecheck.portfolio.plan.node import Node, Op

Bring = Callable[[Sequence[int]], int]


def make_bring(nodes: Sequence[Node], shares: Sequence[Share], inputs: Sequence[int]) -> Bring:
    """Generate the function: whole numbers in, one packed number out.

    Args:
        nodes: the expressions of the bundle, arguments before what they are arguments of.
        shares: what is kept of them, and where.
        inputs: the numbers of the inputs that the function takes, in order.
    """
    names = "".join(f"i{number}, " for number in inputs)
    lines = [f"({names}) = given"] if inputs else []
    for node in nodes:
        if node.op not in (Op.CONST, Op.INPUT):
            lines.append(f"n{node.number} = {spell(node.op, [_text(arg) for arg in node.args])}")
    lines.append(f"return {' + '.join(map(_worth, shares)) or '0'}")
    source = "def bring(given):\n" + "".join(f" {line}\n" for line in lines)
    made: dict[str, Bring] = {}
    exec(compile(source, "<bundle>", "exec"), {"__builtins__": {}, "min": min, "max": max}, made)
    return made["bring"]


def _text(node: Node) -> str:
    if node.op is Op.CONST:
        return f"({node.value})"
    return f"i{node.value}" if node.op is Op.INPUT else f"n{node.number}"


def _worth(share: Share) -> str:
    text, node, shift = _text(share.node), share.node, share.field.shift
    if share.heap:
        return f"(1 << {shift} + {share.heap} * ({text} - ({node.low})))"
    if node.is_truth:
        yes, otherwise = (0, 1) if share.negated else (1, 0)
        return f"(({yes} if {text} else {otherwise}) << {shift})"
    return f"({text} - ({node.low}) << {shift})"
