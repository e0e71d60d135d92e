"""Rubric tests: answers, and the level, stage and blockers that they must give."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from scalecheck.model.answer import Answers
from scalecheck.model.base import Day, Frozen, LevelName, Line, Slug, Slugs, describe, refuse
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.marks import BeforeValidator, Field
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text


def _read_vector(value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, str):
        refuse("not-text", got=describe(value))
    return "".join(str(value).split())


class Given(Frozen):
    """The answers of a case.

    `all` gives one level to every criterion, `vector` one digit each in the order of the rubric;
    `answers` replaces them one by one; `omit` leaves criteria out. A bare level is deemed
    supported by evidence; `evidence: []` says that there is none. A computed criterion may be
    given a level: the case then takes it as computed.
    """

    track: Slug | None = None
    strategies: Slugs = ()
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)
    settings: tuple[Instance, ...] | None = None
    groups: Mapping[Slug, tuple[Instance, ...]] = Field(default_factory=dict)
    all: LevelName | None = None
    vector: Annotated[str | None, BeforeValidator(_read_vector)] = None
    answers: Answers = Field(default_factory=dict)
    omit: Slugs = ()


class Expected(Frozen):
    """What a case must give; what is not stated is not checked."""

    level: LevelName | None = None
    possible: LevelName | None = None
    claimed: LevelName | None = None
    stage: Slug | None = None
    blockers: Slugs | None = None
    bottlenecks: Slugs | None = None
    nodes: Mapping[Slug, LevelName] = Field(default_factory=dict)


class Case(Frozen):
    """One case of a rubric test."""

    id: Slug
    title: Text
    given: Given
    expect: Expected


class Trial(Frozen):
    """One rubric test: a single case, or several that share a title."""

    id: Slug
    title: Text
    given: Given | None = None
    expect: Expected | None = None
    cases: tuple[Case, ...] = ()


class RubricTest(Frozen):
    """A file of rubric tests."""

    format: Literal["scalecheck/rubric-test@1"]
    rubric: Slug
    rubric_version: Line | None = None
    language: Language = Language.FR
    as_of: Day
    notes: Text | None = None
    evidence: Mapping[Slug, Evidence] = Field(default_factory=dict)
    tests: Annotated[tuple[Trial, ...], Field(min_length=1)]

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case of the file, those of a group named `group/case`."""
        found: list[Case] = []
        for trial in self.tests:
            if trial.given is not None and trial.expect is not None:
                found.append(
                    Case(id=trial.id, title=trial.title, given=trial.given, expect=trial.expect)
                )
            found.extend(trial.cases)
        return tuple(found)
