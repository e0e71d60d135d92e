"""What a cohort is, and when it is more than chance."""

from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.balance import AxisKind


class CohortOptions(NamedTuple):
    """How to look for cohorts.

    `axes` are what projects are gathered by. A cohort has `least` projects or more. `threshold`
    is the probability, corrected for the number of looks, under which it is beyond chance.
    `joint` is how many requirements may be worked on together; `helpers` how many projects are
    named for each that needs help. `work` bounds the search for the best joint actions: beyond,
    they are looked for greedily, and a bound is stated.
    """

    axes: tuple[AxisKind, ...] = (AxisKind.SECTOR, AxisKind.CLIENTELE)
    least: int = 3
    threshold: Fraction = Fraction(1, 20)
    joint: int = 3
    helpers: int = 2
    work: int = 200_000
