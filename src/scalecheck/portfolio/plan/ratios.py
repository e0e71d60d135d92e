"""Exact numbers as nodes: one whole number over another that is positive; never divided here."""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from scalecheck.portfolio.plan.graph import Graph
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.values import Input, Inputs, Value


class Ratio(NamedTuple):
    """A whole number over another that is positive."""

    number: Node
    over: Node


class Ratios:
    """Arithmetic on exact numbers, over the nodes of one graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def fixed(self, value: Fraction) -> Ratio:
        """A number that is known."""
        return Ratio(self.graph.const(value.numerator), self.graph.const(value.denominator))

    def choose(self, condition: Node, yes: Ratio, otherwise: Ratio) -> Ratio:
        """One of two numbers, by a truth; both over the same where that can be."""
        graph = self.graph
        if yes.over.is_const and otherwise.over.is_const:
            yes, otherwise = self.alike((yes, otherwise))
            return Ratio(graph.choose(condition, yes.number, otherwise.number), yes.over)
        pairs = zip(yes, otherwise, strict=True)
        return Ratio(*(graph.choose(condition, a, b) for a, b in pairs))

    def alike(self, ratios: tuple[Ratio, ...]) -> tuple[Ratio, ...]:
        """Bring numbers over the same: the least common one where all are known."""
        graph = self.graph
        if all(r.over.is_const for r in ratios):
            unit = lcm(*(r.over.value for r in ratios))
            factors = [graph.const(unit // r.over.value) for r in ratios]
            over = graph.const(unit)
        else:
            others = [[o.over for j, o in enumerate(ratios) if j != i] for i in range(len(ratios))]
            factors = [self._product_of(some) for some in others]
            over = self._product_of([r.over for r in ratios])
        pairs = zip(ratios, factors, strict=True)
        return tuple(Ratio(graph.times(r.number, factor), over) for r, factor in pairs)

    def _product_of(self, nodes: list[Node]) -> Node:
        found = self.graph.const(1)
        for node in nodes:
            found = self.graph.times(found, node)
        return found

    def add(self, ratios: tuple[Ratio, ...]) -> Ratio:
        """The sum; 0 of none."""
        if not ratios:
            return self.fixed(Fraction(0))
        alike = self.alike(ratios)
        return Ratio(self.graph.add(r.number for r in alike), alike[0].over)

    def less(self, one: Ratio, other: Ratio) -> Ratio:
        """The first less the second."""
        turned = Ratio(self.graph.times(other.number, self.graph.const(-1)), other.over)
        return self.add((one, turned))

    def times(self, one: Ratio, other: Ratio) -> Ratio:
        """The product."""
        return Ratio(*(self.graph.times(a, b) for a, b in zip(one, other, strict=True)))

    def power(self, ratio: Ratio, count: Node) -> Ratio:
        """A number multiplied by itself so many times."""
        return Ratio(*(self.graph.power(node, count) for node in ratio))

    def extreme(self, ratios: list[Ratio], extreme: Callable[[list[Node]], Node]) -> Ratio:
        """The lowest or the highest of several numbers."""
        alike = self.alike(tuple(ratios))
        return Ratio(extreme([r.number for r in alike]), alike[0].over)

    def divide(self, one: Ratio, other: Ratio) -> Ratio:
        """The first over the second; over 1 where that is 0, which nobody reads."""
        graph = self.graph
        number, over = (
            graph.times(one.number, other.over),
            graph.times(one.over, other.number),
        )
        negative = graph.no(graph.reaches(over, graph.const(0)))
        minus = graph.const(-1)
        number = graph.choose(negative, graph.times(number, minus), number)
        over = graph.choose(negative, graph.times(over, minus), over)
        return Ratio(number, graph.most((over, graph.const(1))))

    def at_least(self, ratio: Ratio, bound: Fraction) -> Node:
        """Tell whether a number is at least a bound."""
        graph = self.graph
        number = graph.times(ratio.number, graph.const(bound.denominator))
        return graph.reaches(number, graph.times(ratio.over, graph.const(bound.numerator)))

    def at_most(self, ratio: Ratio, bound: Fraction) -> Node:
        """Tell whether a number is at most a bound."""
        graph = self.graph
        number = graph.times(ratio.number, graph.const(bound.denominator))
        return graph.reaches(graph.times(ratio.over, graph.const(bound.numerator)), number)

    def scored(self, rank: Node, scores: list[Fraction]) -> Ratio:
        """The number that a rank stands for."""
        unit = lcm(*(score.denominator for score in scores))
        found = self.graph.table(rank, (int(score * unit) for score in scores))
        return Ratio(found, self.graph.const(unit))

    def score(self, one: Input, value: Value) -> Ratio:
        """The number that index operators read of an input."""
        if one.scale is not None and one.is_rank:
            scores = [one.scale.score_at(rank) for rank in range(one.scale.top + 1)]
            return self.scored(value.number, scores)
        return Ratio(value.number, value.over)

    def counting(self, inputs: Inputs, truths: tuple[Node, ...]) -> Node:
        """How many inputs are so; each as often as it is alike."""
        graph, idle = self.graph, self.graph.const(0)
        pairs = zip(inputs.found, truths, strict=True)
        return graph.add(graph.choose(truth, one.alike, idle) for one, truth in pairs)

    def total(self, inputs: Inputs, read: Callable[[Input], Ratio]) -> Ratio:
        """Add what is read of the inputs that count, each as often as it is alike."""
        idle = self.fixed(Fraction(0))
        parts = [
            self.choose(counts, self.times(read(one), Ratio(one.alike, idle.over)), idle)
            for one, counts in zip(inputs.found, inputs.counted, strict=True)
        ]
        return self.add(tuple(parts))

    def mean(self, inputs: Inputs, weigh: Callable[[Input], Fraction]) -> Ratio:
        """Average the scores of the inputs that count, each by its weight."""
        graph = self.graph
        unit = lcm(*(weigh(one).denominator for one in inputs.found))
        weights = {
            n: graph.times(graph.const(int(weigh(one) * unit)), one.alike)
            for n, one in enumerate(inputs.found)
        }
        heavy = Inputs(
            tuple(i._replace(alike=weights[n]) for n, i in enumerate(inputs.found)),
            inputs.counted,
            inputs.why,
        )
        whole = self.counting(heavy, heavy.counted)
        found = self.total(heavy, lambda i: self.score(i, i.value))
        over = graph.most((whole, graph.const(1)))
        return Ratio(found.number, graph.times(found.over, over))
