"""The project: what is assessed, its settings, its evidence and its assessments."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from scalecheck.model.base import Date, Frozen, LevelName, Line, Number, Slug, Slugs, Whole
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.marks import Field
from scalecheck.model.snapshot import Kind, Snapshot
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

    def positions_under(self, rubric: str, version: str) -> tuple[int, ...]:
        """The assessments that an edition of a rubric may read, by their position in the file.

        Those made under it, or under no stated version; where there is none, all those made under
        the same rubric: an edition in which only texts changed still reads what came before.
        """
        mine = [n for n, one in enumerate(self.assessments) if one.rubric == rubric]
        exact = [n for n in mine if self.assessments[n].rubric_version in (None, version)]
        return tuple(exact or mine)
