"""The project: what is assessed, its settings, its evidence and its dated answers."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from scalecheck.model.base import (
    Date,
    Day,
    Frozen,
    LevelName,
    Line,
    Number,
    Plain,
    Slug,
    Slugs,
    Whole,
    describe,
    read_pair,
    refuse,
)
from scalecheck.model.language import Language
from scalecheck.model.text import Text


class Ambition(Frozen):
    """Where the project wants to be, and by when; `at` holds targets for other nodes."""

    track: Slug | None = None
    level: LevelName | None = None
    by: Date | None = None
    at: Mapping[Slug, LevelName] = Field(default_factory=dict)


class Applicant(Frozen):
    """What kind of organisation asks."""

    type: Slug


class Funding(Frozen):
    """One amount: exact, in its currency, for a purpose, to a recipient."""

    year: Annotated[Whole, Field(ge=1900, le=2200)]
    amount: Number
    currency: Annotated[Line, Field(pattern=r"^[A-Z]{3}$")] = "CAD"
    for_: Annotated[Slug | None, Field(alias="for")] = None
    to: Slug | None = None
    status: Slug | None = None
    note: Text | None = None


class Indicator(Frozen):
    """A quantity the project follows, with its baseline and target."""

    id: Slug
    title: Text
    unit: Line | None = None
    baseline: Number | None = None
    current: Number | None = None
    target: Number | None = None
    by: Date | None = None
    note: Text | None = None


class Instance(Frozen):
    """One member of a group, with the attributes that conditions read.

    It may stand for several alike: `count`.
    """

    id: Slug
    title: Text | None = None
    count: Annotated[Whole, Field(ge=1, le=10_000)] = 1
    note: Text | None = None
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_attributes(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        own = {k: v for k, v in data.items() if k in INSTANCE_KEYS or str(k).startswith("x-")}
        rest = {k: v for k, v in data.items() if k not in own}
        return {**own, "attributes": _with_attributes(data, rest)}


def _with_attributes(data: Mapping[str, Any], rest: Mapping[str, Any]) -> Any:
    """Join attributes written at the top of an instance to those under `attributes`."""
    stated = data.get("attributes", {})
    return {**stated, **rest} if isinstance(stated, Mapping) else stated


INSTANCE_KEYS = ("id", "title", "count", "note", "attributes")


class Partner(Frozen):
    """An organisation that helps; never counted as a setting."""

    title: Text
    role: Slug | None = None
    note: Text | None = None


class Supporter(Frozen):
    """Who accompanies: its functions, the settings it is rooted in, the stages it serves."""

    title: Text
    kind: Slug | None = None
    functions: Slugs = ()
    rooted_in: Slugs = ()
    stages: Slugs = ()
    note: Text | None = None


class EvidenceStatus(StrEnum):
    """Whether a record counts: only an accepted one does."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PLANNED = "planned"


class Evidence(Frozen):
    """A record that supports answers: what, when, from whom, how strong, and where it is."""

    title: Text
    kind: Slug | None = None
    date: Date | None = None
    issuer: Slug | None = None
    grade: Slug
    status: EvidenceStatus = EvidenceStatus.ACCEPTED
    where: Text | None = None
    note: Text | None = None


class Answer(Frozen):
    """One answer as given: a level, an interval, an amount, unknown, or not applicable.

    `not_applicable` holds the reason, "" when none was written.
    """

    level: LevelName | None = None
    between: Annotated[tuple[LevelName, LevelName] | None, BeforeValidator(lambda v: _pair(v))] = (
        None
    )
    amount: Number | None = None
    unknown: bool = False
    not_applicable: str | None = None
    evidence: Slugs | None = None
    note: Text | None = None
    reason: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, Answer):
            return data
        if not isinstance(data, Mapping):
            return {"unknown": True} if data == "unknown" else {"level": data}
        given = dict(data)
        if given.get("level") == "unknown":
            given.pop("level")
            given["unknown"] = True
        if "not_applicable" in given:
            given["not_applicable"] = _read_reason(given["not_applicable"])
        said = [key for key in _ANSWER_KINDS if key in given]
        if not said:
            refuse("no-answer")
        if len(said) > 1:
            refuse("not-one-answer", given=", ".join(said))
        return given

    @property
    def cited(self) -> tuple[str, ...]:
        """The records cited; an empty list, written out, says that there is none."""
        return self.evidence or ()


_ANSWER_KINDS = ("level", "between", "amount", "unknown", "not_applicable")
ANSWER_KEYS = frozenset((*_ANSWER_KINDS, "evidence", "note", "reason"))


def _pair(value: Any) -> Any:
    return None if value is None else read_pair(value)


def _read_reason(value: Any) -> str:
    if isinstance(value, Plain) and value in ("yes", "true"):
        return ""
    if not isinstance(value, str):
        refuse("not-text", got=describe(value))
    return str(value).strip()


InstanceAnswers = Mapping[Slug, Answer]


def _kind_of_answer(data: Any) -> str:
    if not isinstance(data, Mapping) or any(
        key in ANSWER_KEYS or str(key).startswith("x-") for key in data
    ):
        return "answer"
    return "group" if data else "answer"


AnswerOrGroup = Annotated[
    Annotated[Answer, Tag("answer")]
    | Annotated[Mapping[Slug, Annotated[InstanceAnswers, Field(min_length=1)]], Tag("group")],
    Discriminator(_kind_of_answer),
]
Answers = Mapping[Slug, AnswerOrGroup]


class Assessor(Frozen):
    """Who answered, as functions and organisations; `voices` are the settings heard."""

    role: Line | None = None
    organization: Line | None = None
    voices: Slugs = ()
    reader: Line | None = None


class ContextSetting(Frozen):
    """The attributes of a setting as they stood on the day of an assessment."""

    id: Slug
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_attributes(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        own = {k: v for k, v in data.items() if k == "id" or str(k).startswith("x-")}
        rest = {k: v for k, v in data.items() if k not in own and k != "attributes"}
        return {**own, "attributes": _with_attributes(data, rest)}


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


class Confidentiality(StrEnum):
    """Who may read a report."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class Project(Frozen):
    """One innovation in one scope: sector, territory, clientele."""

    format: Literal["scalecheck/project@1"]
    id: Slug
    title: Text
    language: Language = Language.FR
    organization: Text | None = None
    sector: Slug | None = None
    clientele: Slugs = ()
    territory: Slugs = ()
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)
    summary: Text | None = None
    notes: Text | None = None
    strategies: Slugs = ()
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    ambition: Ambition = Field(default_factory=Ambition)
    applicant: Applicant | None = None
    funding: tuple[Funding, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    settings: tuple[Instance, ...] | None = None
    partners: tuple[Partner, ...] = ()
    groups: Mapping[Slug, tuple[Instance, ...]] = Field(default_factory=dict)
    supporters: tuple[Supporter, ...] = ()
    evidence: Mapping[Slug, Evidence] = Field(default_factory=dict)
    assessments: Annotated[tuple[Snapshot, ...], Field(min_length=1)]

    @property
    def current(self) -> Snapshot:
        """The newest assessment that is not a panel voice; of equal dates, the last in the file.

        Where every assessment is a panel voice, the newest of those.
        """
        voiced = [s for s in self.assessments if s.kind is not Kind.PANEL] or self.assessments
        newest = max(s.date for s in voiced)
        return [s for s in voiced if s.date == newest][-1]
