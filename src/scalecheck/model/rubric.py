"""The rubric: scales, criteria, measures, levels, stages, tracks and strategies.

A `Rubric` that exists can be computed: what the engine could not compute is refused here, all of
it at once.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from scalecheck.model.base import Frozen, Line, Slug, refuse
from scalecheck.model.criterion import Attribute, Criterion, Dimension, Group
from scalecheck.model.levels import Level, Stage, Strategy, Track
from scalecheck.model.marks import Field, model_validator
from scalecheck.model.measures import Measure
from scalecheck.model.policies import EvidencePolicy, Grade, NonAnswers
from scalecheck.model.scale import Scale
from scalecheck.model.source import Source, SourceUse
from scalecheck.model.text import Languages, Text


def _declared_only() -> EvidencePolicy:
    return EvidencePolicy(grades=(Grade(id="declared"),))


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
