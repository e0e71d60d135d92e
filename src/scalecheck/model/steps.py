"""What would change the level: the ways to the next one, and the answers it turns on."""

from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.facts import Key


class Step(NamedTuple):
    """One thing to raise: a question to a rank, at a cost of effort per level."""

    key: Key
    start: int
    target: int
    cost: Fraction
    instances: tuple["Step", ...] = ()
    needs_instances: bool = False


class StepSet(NamedTuple):
    """A set of steps that reaches the next level, its cost, and whether it is proved smallest."""

    steps: tuple[Step, ...]
    cost: Fraction
    proved: bool


class NextSteps(NamedTuple):
    """The ways to the next level; both are None where answers alone cannot reach it."""

    level: int
    cheapest: StepSet | None
    fewest: StepSet | None


class Pivot(NamedTuple):
    """An answer that changes the level when it alone is changed to `rank`."""

    key: Key
    rank: int
    level: int


class Decisive(NamedTuple):
    """An open answer that alone moves the level: its low end at best, or its high end at worst."""

    key: Key
    low_at_best: int
    high_at_worst: int


class Stress(NamedTuple):
    """The level when answers that rest on a declaration are one lower, or unknown."""

    declared: int
    one_lower: int
    unknown: int


class Sensitivity(NamedTuple):
    """What would change the level. `margin` is how many answers must be wrong (None: over 3)."""

    decisive: tuple[Decisive, ...]
    pivots: tuple[Pivot, ...]
    margin: int | None
    stress: Stress | None
