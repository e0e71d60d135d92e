"""Scales: ordered sets of answers, and the rank of each."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Annotated

from scalecheck.model.base import Frozen, Number, Slug, is_number
from scalecheck.model.marks import Field
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text


class Direction(StrEnum):
    """Whether a larger value is better (`up`) or worse (`down`)."""

    UP = "up"
    DOWN = "down"


class ScaleLevel(Frozen):
    """One answer of a scale. Its `value` is a name that sorts; `score` is for index measures."""

    value: Number
    notes: Text | None = None
    id: Slug | None = None
    label: Text | None = None
    description: Text | None = None
    score: Number | None = None
    from_: Annotated[Number | None, Field(alias="from")] = None
    above: Number | None = None
    evidence: EvidenceNeed | None = None


class Scale(Frozen):
    """An ordered set of answers, in increasing order of value.

    Ranks count from 0, the worst answer, whatever the direction.
    """

    id: Slug
    title: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    direction: Direction = Direction.UP
    levels: Annotated[tuple[ScaleLevel, ...], Field(min_length=2)]

    @cached_property
    def by_rank(self) -> tuple[ScaleLevel, ...]:
        """The levels from worst to best."""
        return self.levels if self.direction is Direction.UP else self.levels[::-1]

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The rank of each level, by its value as text and by its id."""
        found: dict[str, int] = {}
        for rank, level in enumerate(self.by_rank):
            found[str(level.value)] = rank
            if level.id is not None:
                found[level.id] = rank
        return found

    @property
    def top(self) -> int:
        """The rank of the best level."""
        return len(self.levels) - 1

    def rank_of(self, name: str) -> int | None:
        """Find the rank of a level named by its value or its id, or None."""
        rank = self.ranks.get(name)
        if rank is None:
            rank = self.ranks.get(_canonical(name))
        return rank

    def score_at(self, rank: int) -> Fraction:
        """Give the number that index operators read: the score where there is one, or the value."""
        level = self.by_rank[rank]
        return level.value if level.score is None else level.score


def _canonical(name: str) -> str:
    exact = is_number(name) and not name.endswith("%")
    return str(Fraction(name)) if exact else name
