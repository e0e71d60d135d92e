"""Generate, for one bundle, the function from its inputs to the packed number that it brings."""

from collections.abc import Callable, Iterable, Sequence

from scalecheck.portfolio.engine.packing import Share
from scalecheck.portfolio.engine.writing import spell
from scalecheck.portfolio.plan.node import Node, Op

Bring = Callable[[Sequence[int]], int]
_WIDEST = 64  # values of an expression that are worth a table


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
    tables: dict[str, tuple[int, ...]] = {}
    terms = [_term(own, tables) for own in _by_node(shares)]
    lines.append(f"return {' + '.join(terms) or '0'}")
    source = "def bring(given):\n" + "".join(f" {line}\n" for line in lines)
    known: dict[str, object] = {"__builtins__": {}, "min": min, "max": max, **tables}
    made: dict[str, Bring] = {}
    exec(compile(source, "<bundle>", "exec"), known, made)
    return made["bring"]


def _text(node: Node) -> str:
    if node.op is Op.CONST:
        return f"({node.value:#x})"
    return f"i{node.value}" if node.op is Op.INPUT else f"n{node.number}"


def _by_node(shares: Sequence[Share]) -> Iterable[Sequence[Share]]:
    found: dict[int, list[Share]] = {}
    for share in shares:
        found.setdefault(share.node.number, []).append(share)
    return found.values()


def _term(shares: Sequence[Share], tables: dict[str, tuple[int, ...]]) -> str:
    """What one expression adds to the number: looked up by its value, or written out."""
    node = shares[0].node
    if node.high - node.low > _WIDEST:
        text = _text(node)
        return " + ".join(f"({text} - ({node.low:#x}) << {share.field.shift})" for share in shares)
    name = f"x{len(tables)}"
    values = range(node.low, node.high + 1)
    tables[name] = tuple(sum(_worth(share, value) for share in shares) for value in values)
    return f"{name}[{_text(node)} - ({node.low:#x})]" if node.low else f"{name}[{_text(node)}]"


def _worth(share: Share, value: int) -> int:
    above, shift = value - share.node.low, share.field.shift
    if share.heap:
        return 1 << shift + share.heap * above
    return (1 - above if share.negated else above) << shift
