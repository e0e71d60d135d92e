"""What a rubric asks of evidence, and what a question without an answer is worth."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from scalecheck.model.base import Frozen, Months, Share, Slug, Whole
from scalecheck.model.marks import Field, model_validator
from scalecheck.model.text import Text


class EvidenceNeed(Frozen):
    """The evidence that a level asks for before it counts.

    `count` records of that grade or better, the newest of them within so many months.
    """

    grade: Slug
    count: Annotated[Whole, Field(ge=1)] = 1
    newest_within: Months | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return data if isinstance(data, Mapping | EvidenceNeed) else {"grade": data}


class Grade(Frozen):
    """A strength of evidence; grades are listed from the weakest to the strongest."""

    id: Slug
    title: Text | None = None
    notes: Text | None = None
    description: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return data if isinstance(data, Mapping | Grade) else {"id": data}


class EvidencePolicy(Frozen):
    """The grades of evidence, and the age after which a record holds as the weakest one."""

    grades: Annotated[tuple[Grade, ...], Field(min_length=1)]
    max_age: Months | None = None


class Policy(StrEnum):
    """What a question without an answer is worth to a measure."""

    BOUNDS = "bounds"
    WORST = "worst"
    BEST = "best"
    SKIP = "skip"
    BLOCK = "block"


class NotApplicable(Frozen):
    """When "not applicable" is admitted, and the share of what is asked that must remain."""

    reason: Literal["required", "optional"]
    min_applicable: Share


class EmptyLevel(StrEnum):
    """What becomes of a level in which nothing applicable is left."""

    BLOCKS = "blocks"
    PASSES = "passes"


class NonAnswers(Frozen):
    """What a question without an answer is worth; all four are stated, never implied."""

    unknown: Policy
    not_assessed: Policy
    not_applicable: NotApplicable
    empty_level: EmptyLevel
