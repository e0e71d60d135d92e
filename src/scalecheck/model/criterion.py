"""What is asked: criteria and their dimensions, groups of instances, attributes."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from scalecheck.model.base import Frozen, LevelName, Number, Slug, Slugs, Whole, read_pair
from scalecheck.model.marks import BeforeValidator, Field, model_validator
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rules import Condition, Rule
from scalecheck.model.scale import Scale
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text


class AttributeValue(Frozen):
    """One value that an attribute may take."""

    id: Slug
    title: Text | None = None
    description: Text | None = None
    notes: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return data if isinstance(data, Mapping | AttributeValue) else {"id": data}


class Attribute(Frozen):
    """A fact of a project or of an instance that conditions read; it is never scored."""

    id: Slug
    title: Text | None = None
    notes: Text | None = None
    description: Text | None = None
    values: tuple[AttributeValue, ...] = ()
    scale: Slug | None = None


class Group(Frozen):
    """Criteria answered once per named instance: an adopter setting, a component, a site."""

    id: Slug
    title: Text | None = None
    notes: Text | None = None
    description: Text | None = None
    of: Literal["settings"] | None = None
    attributes: tuple[Attribute, ...] = ()
    criteria: Annotated[Slugs, Field(min_length=1)]


class Advice(Frozen):
    """What to do to reach a level: the action, who, with whom, how long, the proof it leaves."""

    do: Text
    who: Text
    with_: Annotated[Text | None, Field(alias="with")] = None
    months: Annotated[tuple[Whole, Whole], BeforeValidator(read_pair)]
    proof: Text


class CriterionEvidence(Frozen):
    """Examples of evidence for a criterion, and the needs that replace those of its scale."""

    examples: Text | None = None
    least: Mapping[LevelName, EvidenceNeed] | None = None


class Criterion(Frozen):
    """One question answered on one scale, or one level computed from other answers."""

    id: Slug
    title: Text
    question: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    scale: Slug
    weight: Number = Fraction(1)
    anchors: Mapping[LevelName, Text] = Field(default_factory=dict)
    evidence: CriterionEvidence = Field(default_factory=CriterionEvidence)
    not_applicable: Literal["allowed", "refused"] = "refused"
    applies_when: Condition = ()
    effort: Number = Fraction(1)
    advice: Mapping[LevelName, Advice] = Field(default_factory=dict)
    computed: Mapping[LevelName, Rule] | None = None


class Dimension(Frozen):
    """A family of criteria."""

    id: Slug
    title: Text
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


def level_needs(criterion: Criterion, scale: Scale) -> tuple[EvidenceNeed | None, ...]:
    """What each rank asks for: a need holds from its level on, until a better level states one."""
    least = criterion.evidence.least
    stated: dict[int, EvidenceNeed] = {}
    for rank, level in enumerate(scale.by_rank):
        if least is None and level.evidence is not None:
            stated[rank] = level.evidence
    for name, need in (least or {}).items():
        found = scale.rank_of(name)
        if found is not None:
            stated[found] = need
    needs: list[EvidenceNeed | None] = []
    for rank in range(len(scale.levels)):
        needs.append(stated.get(rank, needs[-1] if needs else None))
    return tuple(needs)
