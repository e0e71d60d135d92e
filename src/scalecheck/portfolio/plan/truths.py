"""Truths, folded as they are made: and, or, not, comparisons and choices."""

from collections.abc import Iterable

from scalecheck.portfolio.plan.node import Node, Op, Table


class Truths(Table):
    """The truths of a graph: and, or, not, and comparisons."""

    def __init__(self) -> None:
        super().__init__()
        self.true = self.keep(Op.CONST, (), 1, (1, 1), True)
        self.false = self.keep(Op.CONST, (), 0, (0, 0), True)
        self._contrary: dict[Node, Node] = {}

    def const(self, value: int) -> Node:
        """A whole number."""
        return self.keep(Op.CONST, (), value, (value, value), False)

    def truth(self, value: bool) -> Node:
        """A truth that is known."""
        return self.true if value else self.false

    def no(self, node: Node) -> Node:
        """The contrary."""
        found = self._contrary.get(node)
        if found is None:
            found = self._contrary[node] = self._no(node)
            self._contrary[found] = node
        return found

    def _no(self, node: Node) -> Node:
        if node.is_const:
            return self.truth(not node.value)
        return node.args[0] if node.op is Op.NOT else self._make(Op.NOT, (node,))

    def every(self, nodes: Iterable[Node]) -> Node:
        """All of them; true of none."""
        return self._join(Op.EVERY, nodes, self.true, self.false)

    def either(self, nodes: Iterable[Node]) -> Node:
        """One of them at least; false of none."""
        return self._join(Op.EITHER, nodes, self.false, self.true)

    def _join(self, op: Op, nodes: Iterable[Node], idle: Node, final: Node) -> Node:
        found: dict[int, Node] = {}
        contrary = self._contrary
        for node in nodes:
            if node is idle:
                continue
            for part in node.args if node.op is op else (node,):
                other = contrary.get(part)
                if part is final or (other is not None and other.number in found):
                    return final
                found[part.number] = part
        if not found:
            return idle
        kept = tuple(found[number] for number in sorted(found))
        return kept[0] if len(kept) == 1 else self._make(op, kept)

    def _make(self, op: Op, args: tuple[Node, ...]) -> Node:
        return self.keep(op, args, 0, (0, 1), True)

    def reaches(self, node: Node, wanted: Node) -> Node:
        """Tell whether a number is at least another."""
        if node.low >= wanted.high:
            return self.true
        if node.high < wanted.low:
            return self.false
        if node.is_const:
            return self.no(self.reaches(wanted, self.const(node.value + 1)))
        if wanted.is_const:
            return self._reaches_const(node, wanted)
        return self._make(Op.REACHES, (node, wanted))

    def _reaches_const(self, node: Node, wanted: Node) -> Node:
        match node.op:
            case Op.WHOLE:
                return node.args[0]
            case Op.CHOOSE:
                condition, yes, otherwise = node.args
                return self.choose(
                    condition, self.reaches(yes, wanted), self.reaches(otherwise, wanted)
                )
            case Op.LEAST:
                return self.every(self.reaches(arg, wanted) for arg in node.args)
            case Op.MOST:
                return self.either(self.reaches(arg, wanted) for arg in node.args)
            case _:
                return self._make(Op.REACHES, (node, wanted))

    def same(self, node: Node, value: int) -> Node:
        """Tell whether a number is this one."""
        if not node.low <= value <= node.high:
            return self.false
        if node.is_const:
            return self.true
        if node.op is Op.CHOOSE:
            condition, yes, otherwise = node.args
            return self.choose(condition, self.same(yes, value), self.same(otherwise, value))
        if node.low == value:
            return self.no(self.reaches(node, self.const(value + 1)))
        if node.high == value:
            return self.reaches(node, self.const(value))
        return self._make(Op.SAME, (node, self.const(value)))

    def choose(self, condition: Node, yes: Node, otherwise: Node) -> Node:
        """One of two, by a truth."""
        if condition.is_const:
            return yes if condition.value else otherwise
        if condition.op is Op.NOT:
            return self.choose(condition.args[0], otherwise, yes)
        if yes is otherwise:
            return yes
        if yes.is_truth:
            return self._choose_truth(condition, yes, otherwise)
        if (yes.is_const and otherwise.is_const) and (yes.value, otherwise.value) == (1, 0):
            return self.keep(Op.WHOLE, (condition,), 0, (0, 1), False)
        span = min(yes.low, otherwise.low), max(yes.high, otherwise.high)
        return self.keep(Op.CHOOSE, (condition, yes, otherwise), 0, span, False)

    def _choose_truth(self, condition: Node, yes: Node, otherwise: Node) -> Node:
        if yes.is_const:
            other = self.every((self.no(condition), otherwise))
            return self.either((condition, otherwise)) if yes.value else other
        if otherwise.is_const:
            other = self.every((condition, yes))
            return self.either((self.no(condition), yes)) if otherwise.value else other
        return self._make(Op.CHOOSE, (condition, yes, otherwise))
