"""Whole numbers, folded as they are made: sums, products, extremes and tables."""

from collections.abc import Iterable
from functools import reduce
from itertools import pairwise

from scalecheck.portfolio.plan.node import Node, Op
from scalecheck.portfolio.plan.truths import Truths


class Graph(Truths):
    """The whole numbers of a graph."""

    def whole(self, node: Node) -> Node:
        """A truth as a number: 1 or 0."""
        return self.choose(node, self.const(1), self.const(0))

    def add(self, nodes: Iterable[Node]) -> Node:
        """The sum; 0 of none."""
        parts: list[Node] = []
        fixed = 0
        for node in nodes:
            for part in node.args if node.op is Op.ADD else (node,):
                fixed += part.value if part.is_const else 0
                parts.extend(() if part.is_const else (part,))
        if not parts:
            return self.const(fixed)
        parts.sort(key=lambda part: part.number)
        if fixed:
            parts.append(self.const(fixed))
        if len(parts) == 1:
            return parts[0]
        span = sum(p.low for p in parts), sum(p.high for p in parts)
        return self.keep(Op.ADD, tuple(parts), 0, span, False)

    def times(self, node: Node, factor: Node) -> Node:
        """The product of two numbers; a truth that is chosen by is kept a choice."""
        for one, other in ((node, factor), (factor, node)):
            if one.is_const and one.value in (0, 1):
                return other if one.value else one
            if one.op is Op.WHOLE and other.op is not Op.WHOLE:
                return self.choose(one.args[0], other, self.const(0))
            if one.is_const and other.op is Op.CHOOSE:
                condition, yes, otherwise = other.args
                return self.choose(condition, self.times(yes, one), self.times(otherwise, one))
        if node.is_const and factor.is_const:
            return self.const(node.value * factor.value)
        ends = [a * b for a in (node.low, node.high) for b in (factor.low, factor.high)]
        args = (node, factor) if node.number <= factor.number else (factor, node)
        return self.keep(Op.MUL, args, 0, (min(ends), max(ends)), False)

    def less(self, node: Node, other: Node) -> Node:
        """The first less the second."""
        return self.add((node, self.times(other, self.const(-1))))

    def floor(self, node: Node, by: Node) -> Node:
        """The whole part of a number that is not negative, over one that is positive."""
        if by.is_const and by.value == 1:
            return node
        if node.is_const and by.is_const:
            return self.const(node.value // by.value)
        span = 0, node.high // max(by.low, 1)
        return self.keep(Op.FLOOR, (node, by), 0, span, False)

    def power(self, node: Node, times: Node) -> Node:
        """A number to a power that is not negative."""
        if times.is_const:
            return reduce(self.times, [node] * times.value, self.const(1))
        ends = [b**t for b in (node.low, node.high) for t in (times.low, times.high)]
        bound = max(abs(end) for end in (*ends, 1))
        return self.keep(Op.POWER, (node, times), 0, (-bound if node.low < 0 else 0, bound), False)

    def least(self, nodes: Iterable[Node]) -> Node:
        """The lowest of one number or more."""
        return self._extreme(Op.LEAST, nodes)

    def most(self, nodes: Iterable[Node]) -> Node:
        """The highest of one number or more."""
        return self._extreme(Op.MOST, nodes)

    def _extreme(self, op: Op, nodes: Iterable[Node]) -> Node:
        found = {p.number: p for n in nodes for p in (n.args if n.op is op else (n,))}
        end = min if op is Op.LEAST else max
        span = end(n.low for n in found.values()), end(n.high for n in found.values())
        fixed = [n for n in found.values() if n.is_const]
        if len(fixed) > 1:
            kept = self.const(end(n.value for n in fixed))
            found = {n.number: n for n in found.values() if not n.is_const} | {kept.number: kept}
        apart = tuple(found[n] for n in sorted(found) if self._matters(op, found[n], span))
        if len(apart) == 1:
            return apart[0]
        if span[0] == span[1]:
            return self.const(span[0])
        return self.keep(op, apart, 0, span, False)

    def _matters(self, op: Op, node: Node, span: tuple[int, int]) -> bool:
        if op is Op.LEAST:
            return node.low < span[1] or node.high == span[1]
        return node.high > span[0] or node.low == span[0]

    def table(self, index: Node, values: Iterable[int]) -> Node:
        """The value at a position: positions before the first and after the last are never read."""
        cells = list(values)
        if index.is_const:
            return self.const(cells[index.value])
        steps = {b - a for a, b in pairwise(cells)}
        if len(steps) == 1:
            (step,) = steps
            return self.add((self.times(index, self.const(step)), self.const(cells[0])))
        found = self.const(cells[-1])
        for position in range(min(len(cells) - 2, index.high), index.low - 1, -1):
            higher = self.reaches(index, self.const(position + 1))
            found = self.choose(higher, found, self.const(cells[position]))
        return found
