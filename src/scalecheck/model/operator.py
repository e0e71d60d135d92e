"""What every measure has, whatever its operator."""

from enum import StrEnum
from typing import Annotated

from scalecheck.model.base import Frozen, Slug, Whole, as_tuple
from scalecheck.model.marks import BeforeValidator, Field
from scalecheck.model.policies import Policy
from scalecheck.model.rules import Condition
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text


class Rounding(StrEnum):
    """How a printed figure is rounded; `half-up` means half away from zero."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"


class Display(Frozen):
    """How a figure is printed; the figure itself is never changed by it."""

    digits: Annotated[Whole, Field(ge=0, le=12)] = 1
    rounding: Rounding = Rounding.HALF_UP


class Operator(Frozen):
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
