"""Spans of figures, and how they add up: the arithmetic under the reach of measures."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from scalecheck.model.measures import Band

Number = int | Fraction


class Reach(NamedTuple):
    """The lowest and the highest that a node can give: ranks of its scale, or figures.

    `high` is None where there is no limit: over instances, there may be any number of them.
    """

    low: Number
    high: Number | None


def hull(every: Sequence[Reach]) -> Reach:
    """What one of several nodes gives, or any mean of them."""
    highs = [reach.high for reach in every if reach.high is not None]
    return Reach(min(r.low for r in every), max(highs) if len(highs) == len(every) else None)


def add(every: Sequence[Reach], *, may_drop: bool) -> Reach:
    """What several nodes sum to; where some may be left out, they may count for nothing."""
    lows = [min(r.low, 0) if may_drop else r.low for r in every]
    highs = [r.high for r in every if r.high is not None]
    top = sum((max(high, 0) if may_drop else high for high in highs), Fraction(0))
    return Reach(sum(lows, Fraction(0)), top if len(highs) == len(every) else None)


def multiply(every: Sequence[Reach]) -> Reach | None:
    """What several nodes multiply to, where none is negative."""
    highs = [r.high for r in every if r.high is not None]
    if any(r.low < 0 for r in every) or len(highs) < len(every):
        return None
    return Reach(prod(r.low for r in every), prod(highs))


def subtract(one: Reach, other: Reach) -> Reach | None:
    """What the first less the second gives."""
    if other.high is None:
        return None
    return Reach(one.low - other.high, None if one.high is None else one.high - other.low)


def touched(bands: Iterable[Band], figures: Reach) -> list[bool]:
    """Tell, for each band in turn, whether some figure of a span falls in it."""
    found: list[bool] = []
    bounds = [_bound(band) for band in bands]
    for position, (start, is_open) in enumerate(bounds):
        end, ends_inclusive = bounds[position + 1] if position + 1 < len(bounds) else (None, False)
        starts = start is None or figures.high is None or _passes(figures.high, start, is_open)
        ends = end is None or not _passes(figures.low, end, ends_inclusive)
        found.append(starts and ends)
    return found


def _bound(band: Band) -> tuple[Fraction | None, bool]:
    """Where a band starts, and whether the bound itself is left out."""
    return (band.above, True) if band.above is not None else (band.from_, False)


def _passes(figure: Number, bound: Number, is_open: bool) -> bool:
    return figure > bound if is_open else figure >= bound
