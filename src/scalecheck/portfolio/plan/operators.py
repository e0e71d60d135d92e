"""What each operator means, as nodes: from the values of its inputs to its own, at one corner."""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import NamedTuple, assert_never

from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Bands,
    Cap,
    Count,
    Difference,
    Lookup,
    Maximum,
    Mean,
    Measure,
    Median,
    Minimum,
    Percent,
    Product,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.portfolio.plan.figures import IndexOperators
from scalecheck.portfolio.plan.node import Node, TooLarge
from scalecheck.portfolio.plan.values import (
    COMPUTED,
    MISSING_CELL,
    Input,
    Inputs,
    Value,
)


class Call(NamedTuple):
    """What an operator may read beside its inputs; `uncapped`: whether a cap is lifted."""

    nodes: Nodes
    high: bool
    uncapped: Node


class Operators(IndexOperators):
    """The operators, over the nodes of one graph."""

    def apply(self, measure: Measure, inputs: Inputs, call: Call) -> Value:
        """Compute a measure from its inputs; what it gives where none counts is never read."""
        match measure:
            case Minimum() | Maximum() | Median() | Cap() | Count() | Lookup() | Bands():
                return self._ordinal(measure, inputs, call)
            case Sum() | Mean() | WeightedMean() | Product() | Difference() | Percent() | Round():
                return self.index(measure, inputs, high=call.high)
            case Ladder() | Highest() | Additive():
                raise AssertionError("items are read by the reading of items")
            case _:
                assert_never(measure)

    def _ordinal(self, measure: "_Ordinal", inputs: Inputs, call: Call) -> Value:
        match measure:
            case Minimum():
                found = self._extreme(inputs, self.graph.least, low=False)
            case Maximum():
                found = self._extreme(inputs, self.graph.most, low=True)
            case Median():
                found = self._median(inputs)
            case Cap():
                found = self._cap(measure, self.first(inputs), call)
            case Count():
                found = self._count(measure, inputs, high=call.high)
            case Lookup():
                return self._lookup(measure, inputs, call)
            case Bands():
                found = self._band(measure, self.first(inputs))
            case _:
                assert_never(measure)
        return self._plain(found)

    def _plain(self, node: Node) -> Value:
        return Value(node, self.graph.const(1), self.graph.const(COMPUTED))

    def _extreme(self, inputs: Inputs, extreme: "_Extreme", *, low: bool) -> Node:
        graph, numbers = self.graph, [i.value.number for i in inputs.found]
        idle = graph.const(min(n.low for n in numbers) if low else max(n.high for n in numbers))
        pairs = zip(inputs.counted, numbers, strict=True)
        return extreme([graph.choose(counts, number, idle) for counts, number in pairs])

    def _median(self, inputs: Inputs) -> Node:
        """The lower median: how many ranks have less than half of the inputs at them or under."""
        graph, numbers = self.graph, [i.value.number for i in inputs.found]
        low, high = min(n.low for n in numbers), max(n.high for n in numbers)
        total = self.counting(inputs, inputs.counted)
        passed = []
        for rank in range(low, high):
            under = (
                graph.every((counts, graph.no(graph.reaches(number, graph.const(rank + 1)))))
                for counts, number in zip(inputs.counted, numbers, strict=True)
            )
            twice = graph.times(self.counting(inputs, tuple(under)), graph.const(2))
            passed.append(graph.whole(graph.no(graph.reaches(twice, total))))
        return graph.add((graph.const(low), *passed))

    def _cap(self, measure: Cap, figure: Input, call: Call) -> Node:
        at = (figure.scale.rank_of(measure.at) if figure.scale else None) or 0
        capped = self.graph.least((figure.value.number, self.graph.const(at)))
        return self.graph.choose(call.uncapped, figure.value.number, capped)

    def _count(self, measure: Count, inputs: Inputs, *, high: bool) -> Node:
        hits = []
        for one, counts in zip(inputs.found, inputs.counted, strict=True):
            hit = self.graph.false if one.scale is None else self._hit(measure, one, high=high)
            hits.append(self.graph.every((counts, hit)))
        return self.counting(inputs, tuple(hits))

    def _hit(self, measure: Count, one: Input, *, high: bool) -> Node:
        graph, scale = self.graph, one.scale
        assert scale is not None
        if measure.at_least is not None:
            wanted = graph.const(scale.rank_of(measure.at_least) or 0)
            return graph.reaches(one.value.number, wanted)
        level = scale.rank_of(measure.level or "") or 0
        at, under = graph.const(level), graph.const(level + 1)
        ends = one.value.number, one.other.number
        if high:
            reached = graph.either(graph.reaches(end, at) for end in ends)
            return graph.every(
                (reached, graph.either(graph.no(graph.reaches(end, under)) for end in ends))
            )
        return graph.every(graph.same(end, level) for end in ends)

    def _lookup(self, measure: Lookup, inputs: Inputs, call: Call) -> Value:
        from scalecheck.model.tables import LookupTable  # few rubrics hold a table

        table = LookupTable(call.nodes, measure)
        if len(inputs.found) != len(table.axes):
            raise TooLarge
        cells = {at: value for at in table.positions() if (value := table.value(at)) is not None}
        unit = lcm(*(Fraction(value).denominator for value in cells.values()))
        whole = {at: int(value * unit) for at, value in cells.items()}
        spans = [self._span(measure, one) for one in inputs.found]
        sizes = table.sizes()
        found, known = self._search(whole, spans, sizes, high=call.high)
        graph = self.graph
        why = graph.choose(known, graph.const(COMPUTED), graph.const(MISSING_CELL))
        return Value(found, graph.const(unit), why)

    def _span(self, measure: Lookup, one: Input) -> tuple[Node, Node]:
        number = one.value.number
        if measure.monotone:
            return number, number
        return self.graph.least((number, one.other.number)), self.graph.most(
            (number, one.other.number)
        )

    def _search(
        self,
        cells: dict[tuple[int, ...], int],
        spans: list[tuple[Node, Node]],
        sizes: tuple[int, ...],
        *,
        high: bool,
    ) -> tuple[Node, Node]:
        """The extreme of the cells that the inputs may reach, and whether there is one."""
        graph = self.graph
        idle = graph.const(min(cells.values()) if high else max(cells.values()))
        reached, chosen = [], []
        for at, value in cells.items():
            inside = graph.every(
                self._inside(span, position, size)
                for span, position, size in zip(spans, at, sizes, strict=True)
            )
            reached.append(inside)
            chosen.append(graph.choose(inside, graph.const(value), idle))
        return (graph.most if high else graph.least)(chosen), graph.either(reached)

    def _inside(self, span: tuple[Node, Node], position: int, size: int) -> Node:
        """Tell whether a position is in a span; the last one holds what is beyond."""
        graph, (low, high) = self.graph, span
        reached = graph.reaches(high, graph.const(position))
        if position == size - 1:
            return reached
        return graph.every((reached, graph.no(graph.reaches(low, graph.const(position + 1)))))

    def _band(self, measure: Bands, figure: Input) -> Node:
        """The last band whose bound the figure reaches; compared unrounded."""
        graph = self.graph
        number = self.score(figure, figure.value)
        if figure.scale is not None and figure.is_rank:
            number = self.scored(figure.value.number, _values(figure.scale))
        found = graph.const(0)
        for position, band in enumerate(measure.bands):
            reached = graph.false
            if band.from_ is not None:
                reached = self.at_least(number, band.from_)
            if band.above is not None:
                reached = graph.either((reached, graph.no(self.at_most(number, band.above))))
            found = graph.choose(reached, graph.const(position), found)
        return found


_Ordinal = Minimum | Maximum | Median | Cap | Count | Lookup | Bands
_Extreme = Callable[[list[Node]], Node]


def _values(scale: Scale) -> list[Fraction]:
    return [level.value for level in scale.by_rank]
