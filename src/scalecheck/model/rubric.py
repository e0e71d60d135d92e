"""The rubric: scales, criteria, measures, levels, stages, tracks and strategies.

A `Rubric` that exists can be computed: what the engine could not compute is refused here, all of
it at once.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from scalecheck.model.base import (
    Frozen,
    LevelName,
    Line,
    Months,
    Number,
    Share,
    Slug,
    Slugs,
    Whole,
    is_number,
    read_pair,
    refuse,
)
from scalecheck.model.measures import Measure, Policy
from scalecheck.model.rules import Condition, Rule
from scalecheck.model.source import Source, SourceUse
from scalecheck.model.text import Languages, Text


class Direction(StrEnum):
    """Whether a larger value is better (`up`) or worse (`down`)."""

    UP = "up"
    DOWN = "down"


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


def _declared_only() -> EvidencePolicy:
    return EvidencePolicy(grades=(Grade(id="declared"),))


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


class Readiness(Frozen):
    """What a level answers to "can it be scaled now?"."""

    label: Text
    description: Text | None = None
    notes: Text | None = None
    gate: Text | None = None
    decided_by: Text | None = None
    support: Text | None = None


class Level(Frozen):
    """One value of the headline: what it asks, its stage, its readiness."""

    value: LevelName
    stage: Slug | None = None
    name: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    readiness: Readiness | None = None
    requires: Rule | None = None


class StageSupport(Frozen):
    """What fits a stage: who accompanies, which money, which expertise."""

    who: Text | None = None
    money: Text | None = None
    expertise: Text | None = None


class Phase(Frozen):
    """What another framework calls this stage, as an indication."""

    source: SourceUse
    title: Text
    description: Text | None = None
    notes: Text | None = None


class Stage(Frozen):
    """A step of the life cycle; levels belong to one."""

    id: Slug
    title: Text
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    support: StageSupport | None = None
    phases: tuple[Phase, ...] = ()


class Track(Frozen):
    """A path that a project chooses: what it waives, and where its ladder ends."""

    id: Slug
    title: Text
    description: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    waives: Slugs = ()
    ceiling: LevelName | None = None
    readiness: Mapping[LevelName, Readiness] = Field(default_factory=dict)


class Strategy(Frozen):
    """A way to scale: when it fits, when it is ready, what it waives."""

    id: Slug
    title: Text
    description: Text | None = None
    note: Text | None = None
    notes: Text | None = None
    source: SourceUse | None = None
    fits_when: Condition = ()
    ready_when: Rule | None = None
    waives: Slugs = ()


class IndexInRules(Frozen):
    """Leave to let an index feed a rule or the headline; it needs the source that does so."""

    source: SourceUse

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, str):
            refuse("index-needs-source", got=data)
        if isinstance(data, Mapping):
            return {k: v for k, v in data.items() if (k, str(v)) != ("use", "allowed")}
        return data


class Rubric(Frozen):
    """The instrument. What is in it can be computed, or the whole is refused."""

    format: Literal["scalecheck/rubric@1"]
    id: Slug
    version: Line
    languages: Languages
    title: Text
    description: Text | None = None
    notes: Text | None = None
    licence: Line
    sources: tuple[Source, ...] = ()
    non_answers: NonAnswers
    attributes: tuple[Attribute, ...] = ()
    scales: Annotated[tuple[Scale, ...], Field(min_length=1)]
    evidence: EvidencePolicy = Field(default_factory=_declared_only)
    groups: tuple[Group, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    measures: tuple[Measure, ...] = ()
    index_in_rules: IndexInRules | None = None
    headline: Slug = "ladder"
    levels: tuple[Level, ...] = ()
    stages: tuple[Stage, ...] = ()
    tracks: tuple[Track, ...] = ()
    strategies: tuple[Strategy, ...] = ()

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of the file."""
        return tuple(c for dimension in self.dimensions for c in dimension.criteria)


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
