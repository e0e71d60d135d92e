"""Which sets of requirements are enough for a level, and which keep it from being reached."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.rules import Rule


class Asked(NamedTuple):
    """One requirement: a node and its level, or a rule that reads instances or reasons."""

    name: str
    level: str
    rule: Rule | None = None


class Sets(NamedTuple):
    """Sets of requirements, each by position in the list of what is asked, in its order.

    `others` counts the sets that are not listed; None where there were too many to find them all.
    """

    listed: tuple[tuple[int, ...], ...]
    others: int | None = 0


class Kind(StrEnum):
    """How the requirements of a part of a level stand together."""

    GATE = "gate"
    MAJORITY = "majority"
    AT_LEAST = "at-least"
    ANY_OF = "any-of"


class Coalition(NamedTuple):
    """One part of a level: what it asks, and which sets of that suffice or block.

    Sets are minimal, for a case where everything asked applies. `compulsory` are in every
    sufficient set, `idle` in none; both are positions, as in the sets. `quota` is a count, a
    share, or the threshold of a majority; `weights` are those of a majority. `vetoes` stand beside
    the sets: they ask for more than those do.
    """

    kind: Kind
    asked: tuple[Asked, ...]
    sufficient: Sets
    blocking: Sets
    compulsory: tuple[int, ...] = ()
    idle: tuple[int, ...] = ()
    quota: int | Fraction | None = None
    weights: tuple[Fraction, ...] = ()
    vetoes: tuple[Asked, ...] = ()


class LevelCoalitions(NamedTuple):
    """A level and its parts: all of them are needed."""

    level: str
    parts: tuple[Coalition, ...]
