"""The closed vocabulary of measures: one frozen node per named operator.

What a measure means is told by `scoring`; adding one here is a type error until every engine
gives it a meaning.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field

from scalecheck.model.base import (
    Flag,
    Frozen,
    LevelName,
    Number,
    Share,
    Slug,
    Slugs,
    Whole,
    as_tuple,
    refuse,
)
from scalecheck.model.rules import Condition, Rule
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text


class Policy(StrEnum):
    """What a question without an answer is worth to a measure."""

    BOUNDS = "bounds"
    WORST = "worst"
    BEST = "best"
    SKIP = "skip"
    BLOCK = "block"


class Rounding(StrEnum):
    """How a printed figure is rounded; `half-up` means half away from zero."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"


class Display(Frozen):
    """How a figure is printed; the figure itself is never changed by it."""

    digits: Annotated[Whole, Field(ge=0, le=12)] = 1
    rounding: Rounding = Rounding.HALF_UP


class _Measure(Frozen):
    """What every measure has."""

    id: Slug
    title: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    of: Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    per: Slug | None = None
    where: Condition = ()
    unknown: Policy | None = None
    not_assessed: Policy | None = None
    display: Display = Field(default_factory=Display)


class Minimum(_Measure):
    """The lowest of ordinals of one scale, with all ties."""

    op: Literal["min"]


class Maximum(_Measure):
    """The highest of ordinals of one scale, with all ties."""

    op: Literal["max"]


class Median(_Measure):
    """The lower median of ordinals of one scale."""

    op: Literal["median"]


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


class _ItemMeasure(_Measure):
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


class Sum(_Measure):
    """The sum of scores."""

    op: Literal["sum"]


class Mean(_Measure):
    """The plain mean of scores."""

    op: Literal["mean"]


class WeightedMean(_Measure):
    """The mean of scores, each counted by its weight (that of the criterion by default)."""

    op: Literal["weighted-mean"]
    weights: Mapping[Slug, Number] | None = None


class Product(_Measure):
    """The product of scores."""

    op: Literal["product"]


class Difference(_Measure):
    """The first of two scores less the second."""

    op: Literal["difference"]


class Base(StrEnum):
    """What a percentage starts from."""

    ZERO = "zero"
    LOWEST = "lowest"


class Percent(_Measure):
    """The sum of scores over the largest sum possible, or its place between lowest and highest."""

    op: Literal["percent"]
    base: Base = Base.ZERO


class Round(_Measure):
    """A score rounded for good: the only operator that changes a figure to shorten it."""

    op: Literal["round"]
    digits: Annotated[Whole, Field(ge=0, le=12)] = 0
    rounding: Rounding = Rounding.HALF_UP


class Count(_Measure):
    """How many are exactly at a level, or at least as good as one."""

    op: Literal["count"]
    level: LevelName | None = None
    at_least: LevelName | None = None


def _read_table(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _read_table(cell) for key, cell in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_read_table(cell) for cell in value)
    if not isinstance(value, str | int):
        refuse("not-a-table", got=str(value))
    return str(value)


class Lookup(_Measure):
    """A cell of a table, found by one or two nodes or attributes."""

    op: Literal["lookup"]
    table: Annotated[Any, BeforeValidator(_read_table)]
    scale: Slug | None = None
    monotone: Flag = True


class Cap(_Measure):
    """A node, held at a level unless a rule is met."""

    op: Literal["cap"]
    at: LevelName
    unless: Rule


class Band(Frozen):
    """One named range; `from` is inclusive, `above` exclusive; the first has neither."""

    id: Slug
    label: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    from_: Annotated[Number | None, Field(alias="from")] = None
    above: Number | None = None


class Bands(_Measure):
    """The named range that a figure falls in."""

    op: Literal["bands"]
    bands: Annotated[tuple[Band, ...], Field(min_length=2)]


Measure = Annotated[
    Minimum
    | Maximum
    | Median
    | Ladder
    | Highest
    | Additive
    | Sum
    | Mean
    | WeightedMean
    | Product
    | Difference
    | Percent
    | Round
    | Count
    | Lookup
    | Cap
    | Bands,
    Discriminator("op"),
]

MEASURE_WORDS = frozenset(
    (
        "min",
        "max",
        "median",
        "ladder",
        "highest",
        "additive",
        "sum",
        "mean",
        "weighted-mean",
        "product",
        "difference",
        "percent",
        "round",
        "count",
        "lookup",
        "cap",
        "bands",
        "items",
        "item",
        "share",
        "below",
        "next_share",
        "level",
        "per",
        "op",
        "of",
        "where",
        "unknown",
        "not_assessed",
        "display",
        "table",
        "scale",
        "at",
        "unless",
    )
)
