"""A portfolio: many projects as a fund sees them, each known by codes, positions and amounts.

Positions of levels count from 0 in the rubric's `levels`; -1 stands for "below the first level",
None for "not known". Ranks count from 0, the worst level of a scale. Amounts are exact.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.diagnostic import Problem
from scalecheck.model.facts import Interval, Key
from scalecheck.model.figures import Bottleneck
from scalecheck.model.language import Language
from scalecheck.model.project import Confidentiality
from scalecheck.model.rubric import Rubric
from scalecheck.model.steps import Step
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies


class Amount(NamedTuple):
    """One line of money: exact; "" where a purpose, a recipient or a status is not said."""

    year: int
    amount: Fraction
    currency: str
    purpose: str = ""
    recipient: str = ""
    status: str = ""


class Setting(NamedTuple):
    """An adopter setting of one project; `alike` is how many it stands for."""

    id: str
    title: Text | None = None
    roles: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    alike: int = 1


class Support(NamedTuple):
    """Who accompanies one project: its functions, the settings it is rooted in, the stages."""

    title: Text
    kind: str = ""
    functions: tuple[str, ...] = ()
    rooted_in: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


class LevelNow(NamedTuple):
    """Where a project stands: positions in the rubric's `levels`.

    `claimed` reads the answers as given, `official` what is demonstrated, `possible` what the
    open answers leave possible; `next` is the level it is working on. `stage` is the official
    stage; None below the first level, or where no level is known.
    """

    claimed: int | None = None
    official: int | None = None
    possible: int | None = None
    next: int | None = None
    stage: str | None = None


class MilestoneKind(StrEnum):
    """What a milestone rests on; only an assessed one was reached."""

    ASSESSED = "assessed"
    PLANNED = "planned"
    AIMED = "aimed"


class Milestone(NamedTuple):
    """The level of a project in a year: found by an assessment, planned, or aimed at.

    `position` is the official level, or the low end of what is planned.
    """

    year: int
    kind: MilestoneKind
    position: int


class Open(NamedTuple):
    """The questions without a level, and those of them that alone could move the level."""

    unknown: int = 0
    not_assessed: int = 0
    not_applicable: int = 0
    decisive: tuple[Key, ...] = ()


class Member(NamedTuple):
    """One project as a portfolio sees it.

    Only `id` and `title` are always known; every other part may be empty, and says nothing then:
    no amount is "no money stated", never zero; no territory is "not said", never "nowhere".

    Made by `portfolio.members.member_of` from an assessment, or field by field from a row of a
    table. `blockers` are the unmet requirements of the next level, in the rubric's order; `ways`
    are sets of criteria that reach it, each enough by itself (the fewest, then the cheapest; all
    the blockers where nothing else is known). `figures` holds the counted ranks of criteria,
    dimensions and measures; `lacks`, among them, what is under the rank that the next level asks,
    and that rank. `local` says that its track ends early, by choice: such a project is shown apart
    and is never ranked below another.
    """

    id: str
    title: Text
    language: Language = Language.FR
    organization: Text | None = None
    sector: str = ""
    clientele: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    applicant: str = ""
    strategies: tuple[str, ...] = ()
    track: str = ""
    local: bool = False
    attributes: Mapping[str, tuple[str, ...]] = {}
    summary: Text | None = None
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    funding: tuple[Amount, ...] = ()
    settings: tuple[Setting, ...] = ()
    supporters: tuple[Support, ...] = ()
    level: LevelNow = LevelNow()
    blockers: tuple[str, ...] = ()
    bottlenecks: tuple[Bottleneck, ...] = ()
    figures: Mapping[str, Interval] = {}
    open: Open = Open()
    lacks: Mapping[str, int] = {}
    ways: tuple[tuple[str, ...], ...] = ()
    actions: tuple[Step, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    source: str = ""


class Refused(NamedTuple):
    """An input that could not be read or assessed: which one, where in it, and what is wrong.

    `place` is the place as its format counts it: a line, a cell, a row; "" for the whole.
    """

    source: str
    place: str
    problem: Problem


class Portfolio(NamedTuple):
    """Projects under one rubric, sorted by title and then id; and what could not be read.

    Made by `portfolio.members.gather`, which sorts: no other order may be shown as a ranking.
    """

    rubric: Rubric
    members: tuple[Member, ...]
    refused: tuple[Refused, ...] = ()
    vocabularies: Vocabularies | None = None
