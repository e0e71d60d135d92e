"""What each operator means: from the values of its inputs to its own, at one corner.

Inputs come without those that do not apply or are skipped, and never empty. Operators that are
not monotone read both ends of their inputs and give outer bounds; `ranges` makes them exact.
"""

from fractions import Fraction
from itertools import product as combinations
from math import prod
from typing import NamedTuple, assert_never

from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Bands,
    Base,
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
from scalecheck.scoring.arithmetic import lower_median, round_exactly, weighted_mean
from scalecheck.scoring.results import Computed, Input, Inputs, NotComputed, Result


class Call(NamedTuple):
    """What an operator may read beside its inputs.

    `high`: which end is wanted, for operators that are not monotone. `uncapped`: whether the rule
    that lifts a cap is met.
    """

    nodes: Nodes
    high: bool
    uncapped: bool


def apply(measure: Measure, inputs: Inputs, call: Call) -> Result:
    """Compute a measure from its inputs, n >= 1, all of one corner, in the rubric's order.

    Returns:
        A rank for an ordinal, a whole number for a count, a `Fraction` for an index.
    """
    result: Result
    match measure:
        case Minimum() | Maximum() | Median() | Cap() | Count() | Lookup() | Bands():
            result = _apply_ordinal(measure, inputs, call)
        case Sum() | Mean() | WeightedMean() | Product() | Difference() | Percent() | Round():
            result = _apply_index(measure, inputs, call)
        case Ladder() | Highest() | Additive():
            raise AssertionError("items are read by apply_items")
        case _:
            assert_never(measure)
    return result


_Ordinal = Minimum | Maximum | Median | Cap | Count | Lookup | Bands
_Index = Sum | Mean | WeightedMean | Product | Difference | Percent | Round


def _apply_ordinal(measure: _Ordinal, inputs: Inputs, call: Call) -> Result:
    result: Result
    match measure:
        case Minimum():
            result = min(i.value for i in inputs)
        case Maximum():
            result = max(i.value for i in inputs)
        case Median():
            result = lower_median([(i.value, i.alike) for i in inputs])
        case Cap():
            result = _cap(measure, inputs[0], call)
        case Count():
            result = _count(measure, inputs, high=call.high)
        case Lookup():
            result = _lookup(measure, inputs, call)
        case Bands():
            result = _band(measure, inputs[0])
        case _:
            assert_never(measure)
    return result


def _apply_index(measure: _Index, inputs: Inputs, call: Call) -> Result:
    result: Result
    match measure:
        case Sum():
            result = sum((i.score * i.alike for i in inputs), Fraction(0))
        case Mean():
            result = weighted_mean(inputs, lambda i: Fraction(1))
        case WeightedMean():
            result = weighted_mean(inputs, lambda i: i.weight)
        case Product():
            result = _product(inputs, high=call.high)
        case Difference():
            result = inputs[0].score - inputs[1].read(inputs[1].other)
        case Percent():
            result = _percent(measure, inputs)
        case Round():
            result = round_exactly(inputs[0].score, measure.digits, measure.rounding)
        case _:
            assert_never(measure)
    return result


def _cap(measure: Cap, figure: Input, call: Call) -> Computed:
    at = figure.scale.rank_of(measure.at) if figure.scale else None
    return figure.value if call.uncapped else min(figure.value, at or 0)


def _product(inputs: Inputs, *, high: bool) -> Fraction:
    """Multiply exactly: with negative scores the ends may come from either end of an input."""
    if all(i.read(v) >= 0 for i in inputs for v in (i.value, i.other)):
        return prod((i.score**i.alike for i in inputs), start=Fraction(1))
    low = top = Fraction(1)
    for i in inputs:
        one, other = i.read(i.value), i.read(i.other)
        powers = [one**n * other ** (i.alike - n) for n in {0, 1, i.alike - 1, i.alike}]
        ends = [end * power for end in (low, top) for power in powers]
        low, top = min(ends), max(ends)
    return top if high else low


def _percent(measure: Percent, inputs: Inputs) -> Result:
    got = lowest = largest = Fraction(0)
    for i in inputs:
        if i.scale is None:
            continue
        ends = i.scale.score_at(0), i.scale.score_at(i.scale.top)
        got += i.score * i.alike
        lowest += min(ends) * i.alike
        largest += max(ends) * i.alike
    base = lowest if measure.base is Base.LOWEST else Fraction(0)
    if largest == base:
        return NotComputed("nothing-to-divide")
    return (got - base) / (largest - base)


def _count(measure: Count, inputs: Inputs, *, high: bool) -> int:
    total = 0
    for i in inputs:
        if i.scale is None:
            continue
        if measure.at_least is not None:
            wanted = i.scale.rank_of(measure.at_least) or 0
            total += i.alike if i.value >= wanted else 0
            continue
        level = i.scale.rank_of(measure.level or "") or 0
        low, top = min(i.value, i.other), max(i.value, i.other)
        hit = low <= level <= top if high else low == level == top
        total += i.alike if hit else 0
    return total


def _lookup(measure: Lookup, inputs: Inputs, call: Call) -> Result:
    from scalecheck.model.tables import LookupTable  # few rubrics hold a table

    table = LookupTable(call.nodes, measure)
    spans = [range(int(min(i.value, i.other)), int(max(i.value, i.other)) + 1) for i in inputs]
    if measure.monotone:
        spans = [range(int(i.value), int(i.value) + 1) for i in inputs]
    cells = [table.value(positions) for positions in combinations(*spans)]
    known = [cell for cell in cells if cell is not None]
    if not known:
        return NotComputed("missing-cell")
    return max(known) if call.high else min(known)


def _band(measure: Bands, figure: Input) -> int:
    """The last band whose bound the figure reaches; compared unrounded."""
    number = figure.score
    if figure.scale is not None and isinstance(figure.value, int):
        number = figure.scale.by_rank[figure.value].value
    found = 0
    for position, band in enumerate(measure.bands):
        reached = band.from_ is not None and number >= band.from_
        passed = band.above is not None and number > band.above
        found = position if reached or passed else found
    return found
