"""The closed vocabulary of measures: one frozen node per named operator.

What a measure means is told by `scoring`; adding one here is a type error until every engine
gives it a meaning.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from scalecheck.model.base import Flag, Frozen, LevelName, Number, Slug, Whole, refuse
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.marks import BeforeValidator, Discriminator, Field
from scalecheck.model.operator import Operator, Rounding
from scalecheck.model.rules import Rule
from scalecheck.model.text import Text


class Minimum(Operator):
    """The lowest of ordinals of one scale, with all ties."""

    op: Literal["min"]


class Maximum(Operator):
    """The highest of ordinals of one scale, with all ties."""

    op: Literal["max"]


class Median(Operator):
    """The lower median of ordinals of one scale."""

    op: Literal["median"]


class Sum(Operator):
    """The sum of scores."""

    op: Literal["sum"]


class Mean(Operator):
    """The plain mean of scores."""

    op: Literal["mean"]


class WeightedMean(Operator):
    """The mean of scores, each counted by its weight (that of the criterion by default)."""

    op: Literal["weighted-mean"]
    weights: Mapping[Slug, Number] | None = None


class Product(Operator):
    """The product of scores."""

    op: Literal["product"]


class Difference(Operator):
    """The first of two scores less the second."""

    op: Literal["difference"]


class Base(StrEnum):
    """What a percentage starts from."""

    ZERO = "zero"
    LOWEST = "lowest"


class Percent(Operator):
    """The sum of scores over the largest sum possible, or its place between lowest and highest."""

    op: Literal["percent"]
    base: Base = Base.ZERO


class Round(Operator):
    """A score rounded for good: the only operator that changes a figure to shorten it."""

    op: Literal["round"]
    digits: Annotated[Whole, Field(ge=0, le=12)] = 0
    rounding: Rounding = Rounding.HALF_UP


class Count(Operator):
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


class Lookup(Operator):
    """A cell of a table, found by one or two nodes or attributes."""

    op: Literal["lookup"]
    table: Annotated[Any, BeforeValidator(_read_table)]
    scale: Slug | None = None
    monotone: Flag = True


class Cap(Operator):
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


class Bands(Operator):
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
