"""The call: a funder's gates laid over a rubric, in a file of its own. It never changes a level."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from scalecheck.model.base import Frozen, LevelName, Line, Slug, Whole
from scalecheck.model.criterion import Attribute
from scalecheck.model.marks import Field
from scalecheck.model.rules import Condition
from scalecheck.model.source import Source, SourceUse
from scalecheck.model.text import Languages, Text

HEADLINE = ("niveau", "level")  # how a gate calls the headline of the rubric, in either language

Levels = Annotated[Mapping[Slug, LevelName], Field(min_length=1)]
Steps = Annotated[Mapping[Slug, Annotated[Whole, Field(ge=1)]], Field(min_length=1)]


class GateSeverity(StrEnum):
    """What a gate that is not met does: it closes the call, it warns, or it only reminds."""

    FAIL = "fail"
    WARNING = "warning"
    INFO = "info"


class Gate(Frozen):
    """One condition of a call; where `when` does not hold, the gate is left out.

    It asks one thing: `require` (each node at least at its level), `at_most` (each node at its
    level or lower), `gain` (so many steps between today and the plan), or `holds` (a condition on
    attributes). `plan` names the phase in which levels are read; without it, they are today's.
    """

    id: Slug
    severity: GateSeverity
    when: Condition = ()
    plan: Slug | None = None
    require: Levels | None = None
    at_most: Levels | None = None
    gain: Steps | None = None
    holds: Annotated[Condition, Field(min_length=1)] | None = None
    wording: Text
    notes: Text | None = None
    source: SourceUse | None = None


RULES = ("require", "at_most", "gain", "holds")


def rules_of(gate: Gate) -> tuple[str, ...]:
    """The words of the rules that a gate holds; a sound one has one, or none to remind."""
    return tuple(word for word in RULES if getattr(gate, word) is not None)


class Call(Frozen):
    """A call for projects: what it asks of them, over the levels of a rubric."""

    format: Literal["scalecheck/call@1"]
    id: Slug
    title: Text
    languages: Languages
    description: Text | None = None
    notes: Text | None = None
    sources: tuple[Source, ...] = ()
    rubric: Slug
    rubric_version: Line | None = None
    attributes: tuple[Attribute, ...] = ()
    gates: Annotated[tuple[Gate, ...], Field(min_length=1)]
