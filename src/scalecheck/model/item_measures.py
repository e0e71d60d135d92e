"""The measures that read items: lists of nodes, one for each level."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Literal

from scalecheck.model.base import Frozen, LevelName, Share, Slug, Slugs, Whole, as_tuple
from scalecheck.model.marks import BeforeValidator, Field
from scalecheck.model.operator import Operator


class ItemTest(Frozen):
    """What is asked of the items of a level: each at `item` or better, for a share or a count.

    `item` defaults to the second-worst level of each item's scale.
    """

    item: LevelName | None = None
    share: Share | None = None
    count: Annotated[Whole, Field(ge=1)] | None = None

    @property
    def quota(self) -> int | Fraction:
        """How many items must pass: a count, or a share; all of them by default."""
        if self.count is not None:
            return self.count
        return Fraction(1) if self.share is None else self.share


Items = Annotated[
    Mapping[LevelName, Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1)]],
    Field(min_length=1),
]


class _ItemMeasure(Operator):
    of: Slugs = ()
    items: Items


class Ladder(_ItemMeasure):
    """The highest level reached in turn: its items pass `at`, and those under it `below` too."""

    op: Literal["ladder"]
    scale: Slug | None = None
    at: ItemTest = Field(default_factory=ItemTest)
    below: ItemTest | None = None


class Highest(_ItemMeasure):
    """The highest level whose items pass `at`, whatever the levels under it (high-water mark)."""

    op: Literal["highest"]
    scale: Slug | None = None
    at: ItemTest = Field(default_factory=ItemTest)


class Additive(_ItemMeasure):
    """The sum, over the levels, of the mean score of their items: an index."""

    op: Literal["additive"]
