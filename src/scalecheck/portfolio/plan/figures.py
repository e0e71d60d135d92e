"""What the operators that give an index mean, as nodes: exact, never divided here."""

from fractions import Fraction
from typing import assert_never

from scalecheck.model.measures import (
    Base,
    Difference,
    Mean,
    Percent,
    Product,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.model.operator import Rounding
from scalecheck.model.scale import Scale
from scalecheck.portfolio.plan.node import Node, TooLarge
from scalecheck.portfolio.plan.ratios import Ratio, Ratios
from scalecheck.portfolio.plan.values import COMPUTED, NOTHING_TO_DIVIDE, Input, Inputs, Value

Index = Sum | Mean | WeightedMean | Product | Difference | Percent | Round


class IndexOperators(Ratios):
    """The operators that give an index, over the nodes of one graph."""

    def index(self, measure: Index, inputs: Inputs, *, high: bool) -> Value:
        """Compute an index from its inputs."""
        found: Ratio
        match measure:
            case Sum():
                found = self.total(inputs, lambda i: self.score(i, i.value))
            case Mean():
                found = self.mean(inputs, lambda i: Fraction(1))
            case WeightedMean():
                found = self.mean(inputs, lambda i: i.weight)
            case Product():
                found = self._product(inputs, high=high)
            case Difference():
                one, other = inputs.found
                found = self.less(self.score(one, one.value), self.score(other, other.other))
            case Percent():
                return self._percent(measure, inputs)
            case Round():
                found = self._round(measure, self._first_score(inputs))
            case _:
                assert_never(measure)
        return Value(found.number, found.over, self.graph.const(COMPUTED))

    def first(self, inputs: Inputs) -> Input:
        """The first input that counts."""
        graph, found = self.graph, inputs.found[-1]
        for one, counts in reversed(list(zip(inputs.found, inputs.counted, strict=True))[:-1]):
            values = (
                Value(*(graph.choose(counts, a, b) for a, b in zip(*pair, strict=True)))
                for pair in ((one.value, found.value), (one.other, found.other))
            )
            value, other = values
            found = one._replace(value=value, other=other)
        return found

    def _product(self, inputs: Inputs, *, high: bool) -> Ratio:
        """Multiply exactly: with negative scores the ends may come from either end of an input."""
        factors = [(self.score(i, i.value), self.score(i, i.other), i.alike) for i in inputs.found]
        if all(r.number.low >= 0 for one, other, _ in factors for r in (one, other)):
            powers = [self.power(one, alike) for one, _, alike in factors]
            return self._multiply(inputs, [(power, power) for power in powers], high=high)
        if any(not alike.is_const for *_, alike in factors):
            raise TooLarge  # rare: a negative score, read for instances that stand for several
        return self._multiply(inputs, [(one, other) for one, other, _ in factors], high=high)

    def _multiply(self, inputs: Inputs, factors: list[tuple[Ratio, Ratio]], *, high: bool) -> Ratio:
        graph = self.graph
        low = top = self.fixed(Fraction(1))
        for counts, (one, other) in zip(inputs.counted, factors, strict=True):
            # All factors but the counted ones leave the two ends where they are.
            if low is top and one is other:
                low = top = self.choose(counts, self.times(low, one), low)
                continue
            ends = [self.times(end, factor) for end in (low, top) for factor in (one, other)]
            least = self.extreme(ends, graph.least)
            most = self.extreme(ends, graph.most)
            low, top = self.choose(counts, least, low), self.choose(counts, most, top)
        return top if high else low

    def _percent(self, measure: Percent, inputs: Inputs) -> Value:
        graph = self.graph
        scaled = [
            (one, counts)
            for one, counts in zip(inputs.found, inputs.counted, strict=True)
            if one.scale is not None
        ]
        chosen = Inputs(tuple(i for i, _ in scaled), tuple(c for _, c in scaled), inputs.why)
        got = self.total(chosen, lambda i: self.score(i, i.value))
        lowest = self.total(chosen, lambda i: self.fixed(min(_ends(i.scale))))
        largest = self.total(chosen, lambda i: self.fixed(max(_ends(i.scale))))
        base = lowest if measure.base is Base.LOWEST else self.fixed(Fraction(0))
        share = self.divide(self.less(got, base), self.less(largest, base))
        some = graph.no(graph.same(self.less(largest, base).number, 0))
        why = graph.choose(some, graph.const(COMPUTED), graph.const(NOTHING_TO_DIVIDE))
        return Value(share.number, share.over, why)

    def _first_score(self, inputs: Inputs) -> Ratio:
        found = self.score(inputs.found[-1], inputs.found[-1].value)
        for one, counts in reversed(list(zip(inputs.found, inputs.counted, strict=True))[:-1]):
            found = self.choose(counts, self.score(one, one.value), found)
        return found

    def _round(self, measure: Round, value: Ratio) -> Ratio:
        graph, unit = self.graph, 10**measure.digits
        negative = graph.no(graph.reaches(value.number, graph.const(0)))
        turned = graph.times(value.number, graph.const(-1))
        size = graph.most((value.number, turned))
        scaled = graph.times(size, graph.const(unit))
        whole = graph.floor(scaled, value.over)
        twice = graph.times(graph.less(scaled, graph.times(whole, value.over)), graph.const(2))
        found = graph.add((whole, graph.whole(self._rounds_up(measure, whole, twice, value.over))))
        signed = graph.choose(negative, graph.times(found, graph.const(-1)), found)
        return Ratio(signed, graph.const(unit))

    def _rounds_up(self, measure: Round, whole: Node, twice: Node, over: Node) -> Node:
        graph = self.graph
        if measure.rounding is Rounding.DOWN:
            return graph.false
        half = graph.floor(whole, graph.const(2))
        odd = graph.same(graph.less(whole, graph.times(half, graph.const(2))), 1)
        ties = graph.true if measure.rounding is Rounding.HALF_UP else odd
        more = graph.reaches(twice, graph.add((over, graph.const(1))))
        return graph.either((more, graph.every((graph.reaches(twice, over), ties))))


def _ends(scale: Scale | None) -> tuple[Fraction, Fraction]:
    assert scale is not None
    return scale.score_at(0), scale.score_at(scale.top)
