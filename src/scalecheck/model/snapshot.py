"""The dated answers of a project: who gave them, in which context, and what is planned."""

from collections.abc import Mapping
from enum import StrEnum

from scalecheck.model.answer import Answers
from scalecheck.model.base import Date, Day, Frozen, Line, Slug, Slugs
from scalecheck.model.instance import ContextSetting
from scalecheck.model.marks import Field
from scalecheck.model.text import Text


class Assessor(Frozen):
    """Who answered, as functions and organisations; `voices` are the settings heard."""

    role: Line | None = None
    organization: Line | None = None
    voices: Slugs = ()
    reader: Line | None = None


class Context(Frozen):
    """What stood differently on the day of an assessment; what it omits is as in the project."""

    track: Slug | None = None
    strategies: Slugs | None = None
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)
    settings: tuple[ContextSetting, ...] | None = None


class Plan(Frozen):
    """The answers planned for the end of a phase; never counted as reached."""

    id: Slug
    title: Text | None = None
    by: Date | None = None
    answers: Answers = Field(default_factory=dict)


class Kind(StrEnum):
    """Whose voice an assessment is; a `panel` voice is never the current one."""

    SELF = "self"
    CONSENSUS = "consensus"
    PANEL = "panel"


class Snapshot(Frozen):
    """The dated answers of a project under one rubric (an `assessments` entry)."""

    date: Day
    kind: Kind
    rubric: Slug
    rubric_version: Line | None = None
    assessor: Assessor = Field(default_factory=Assessor)
    context: Context = Field(default_factory=Context)
    note: Text | None = None
    answers: Answers
    plans: tuple[Plan, ...] = ()
