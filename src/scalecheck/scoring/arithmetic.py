"""Exact arithmetic: means, medians and rounding, never through a float."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from scalecheck.model.operator import Rounding
from scalecheck.scoring.results import Computed, Input, Inputs


def lower_median(values: Sequence[tuple[Computed, int]]) -> Computed:
    """The lower of the two middle values; each value stands for so many."""
    total = sum(count for _, count in values)
    seen = 0
    for value, count in sorted(values):
        seen += count
        if 2 * seen >= total:
            return value
    raise AssertionError("a median needs a value")


def weighted_mean(inputs: Inputs, weigh: Callable[[Input], Fraction]) -> Fraction:
    """Average the scores of n >= 1 inputs; each counts by its weight, as often as it is alike."""
    weights = [weigh(i) * i.alike for i in inputs]
    total = sum(w * i.score for w, i in zip(weights, inputs, strict=True))
    return Fraction(total) / sum(weights)


def round_exactly(value: Fraction, digits: int, rounding: Rounding) -> Fraction:
    """Round an exact number: half away from zero, half to even, or toward zero."""
    scaled = abs(value) * 10**digits
    whole, rest = divmod(scaled, 1)
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and _ties_up(int(whole), rounding))
    units = int(whole) + (1 if up and rounding is not Rounding.DOWN else 0)
    return Fraction(units if value >= 0 else -units, 10**digits)


def _ties_up(whole: int, rounding: Rounding) -> bool:
    return rounding is Rounding.HALF_UP or whole % 2 == 1
