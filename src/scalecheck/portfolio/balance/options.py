"""What is asked of a balance: the axes, the targets, what is held back."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.balance import AxisKind

SMALLEST_CELL = 5  # the least count shown, unless the caller says otherwise
WITHOUT_EFFECT = ("refused",)  # statuses of money that nobody will spend

Targets = Mapping[AxisKind, Mapping[str, Fraction]]


_NONE: Targets = {}


class BalanceOptions(NamedTuple):
    """How to weigh a portfolio.

    `smallest` is the least count that is shown: 1 holds nothing back, for a fund's own table.
    `targets` are shares, 0 to 1, declared by the fund for the values of an axis. `aside` are the
    statuses of money that do not count in totals and shares; they are shown under their own name.
    `years` are those of the money and of the levels, all those found where it is empty.
    """

    axes: tuple[AxisKind, ...] = tuple(AxisKind)
    smallest: int = SMALLEST_CELL
    targets: Targets = _NONE
    aside: tuple[str, ...] = WITHOUT_EFFECT
    years: tuple[int, ...] = ()
