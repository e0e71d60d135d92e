"""What each operator means: from the values of its inputs to its own, at one corner.

Inputs come without those that do not apply or are skipped, and never empty. Operators that are
not monotone read both ends of their inputs and give outer bounds; `ranges` makes them exact.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import product as combinations
from math import prod
from typing import NamedTuple, assert_never

from scalecheck.model.item_measures import Additive, Highest, ItemTest, Ladder
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
from scalecheck.model.operator import Rounding
from scalecheck.model.tables import LookupTable
from scalecheck.scoring.results import NOTHING_APPLICABLE, Computed, Input, NotComputed, Result

Inputs = Sequence[Input]


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
            result = _mean(inputs, lambda i: Fraction(1))
        case WeightedMean():
            result = _mean(inputs, lambda i: i.weight)
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


def lower_median(values: Sequence[tuple[Computed, int]]) -> Computed:
    """The lower of the two middle values; each value stands for so many."""
    total = sum(count for _, count in values)
    seen = 0
    for value, count in sorted(values):
        seen += count
        if 2 * seen >= total:
            return value
    raise AssertionError("a median needs a value")


def _mean(inputs: Inputs, weigh: Callable[[Input], Fraction]) -> Fraction:
    weights = [weigh(i) * i.alike for i in inputs]
    total = sum(w * i.score for w, i in zip(weights, inputs, strict=True))
    return Fraction(total) / sum(weights)


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


def round_exactly(value: Fraction, digits: int, rounding: Rounding) -> Fraction:
    """Round an exact number: half away from zero, half to even, or toward zero."""
    scaled = abs(value) * 10**digits
    whole, rest = divmod(scaled, 1)
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and _ties_up(int(whole), rounding))
    units = int(whole) + (1 if up and rounding is not Rounding.DOWN else 0)
    return Fraction(units if value >= 0 else -units, 10**digits)


def _ties_up(whole: int, rounding: Rounding) -> bool:
    return rounding is Rounding.HALF_UP or whole % 2 == 1


Items = Mapping[str, Inputs]


def apply_items(
    nodes: Nodes, measure: Ladder | Highest | Additive, items: Items, *, empty_passes: bool
) -> Result:
    """Compute a measure from the items of its levels; a level may have none left that applies."""
    if not any(items.values()):
        return NOTHING_APPLICABLE
    if isinstance(measure, Additive):
        means = [_mean(inputs, lambda i: Fraction(1)) for inputs in items.values() if inputs]
        return sum(means, Fraction(0))
    if isinstance(measure, Highest):
        return _high_water(nodes, measure, items)
    return _contiguous(nodes, measure, items, empty_passes=empty_passes)


def _contiguous(nodes: Nodes, measure: Ladder, items: Items, *, empty_passes: bool) -> int:
    reached = 0
    for level, inputs in items.items():
        if not _passes(measure.at, inputs, empty_passes=empty_passes):
            break
        reached = item_rank(nodes, measure, level)
        if not _passes(measure.below or measure.at, inputs, empty_passes=empty_passes):
            break
    return reached


def _high_water(nodes: Nodes, measure: Highest, items: Items) -> int:
    reached = 0
    for level, inputs in items.items():
        if _passes(measure.at, inputs, empty_passes=False):
            reached = item_rank(nodes, measure, level)
    return reached


def item_rank(nodes: Nodes, measure: Ladder | Highest, level: str) -> int:
    """The rank of a level of items on the scale of the measure."""
    typed = nodes.typed(measure.id)
    return (typed.scale.rank_of(level) or 0) if typed and typed.scale else 0


def _passes(test: ItemTest, inputs: Inputs, *, empty_passes: bool) -> bool:
    total = sum(i.alike for i in inputs)
    if not total:
        return empty_passes
    quota = test.quota
    needed = quota if isinstance(quota, int) else quota * total
    return passing(test, inputs) >= needed


def passing(test: ItemTest, inputs: Inputs) -> int:
    """How many items are at the level asked, or better."""
    found = 0
    for i in inputs:
        wanted = 1 if test.item is None or i.scale is None else i.scale.rank_of(test.item)
        found += i.alike if wanted is not None and i.value >= wanted else 0
    return found
