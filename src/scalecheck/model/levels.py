"""What a rubric leads to: levels and their readiness, stages, tracks, strategies."""

from collections.abc import Mapping

from scalecheck.model.base import Frozen, LevelName, Slug, Slugs
from scalecheck.model.marks import Field
from scalecheck.model.rules import Condition, Rule
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text


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
