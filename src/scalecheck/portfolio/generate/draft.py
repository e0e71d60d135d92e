"""A fictional project, before it is written as a row, a descriptor or a member."""

from typing import NamedTuple

from scalecheck.model.language import Language
from scalecheck.model.portfolio import Amount


class Given(NamedTuple):
    """One answer: a level, `unknown` or `n/a`, and the records that support it, all alike."""

    criterion: str
    level: str
    grade: str = ""
    records: int = 1
    dated: str = ""
    reason: str = ""


class Place(NamedTuple):
    """A member of a group: a setting, a site, with what tells it apart and its answers."""

    id: str
    title: str
    attributes: tuple[tuple[str, str], ...]
    answers: tuple[Given, ...]


class Helper(NamedTuple):
    """A supporter: its name, what it is, what it does, for which stages."""

    title: str
    kind: str
    functions: tuple[str, ...]
    stages: tuple[str, ...]


class Aim(NamedTuple):
    """The level aimed at, by its value, and the year; both "" where there is no aim."""

    level: str = ""
    by: str = ""


class Draft(NamedTuple):
    """One fictional project."""

    id: str
    title: str
    summary: str
    language: Language
    organization: str
    sector: str
    clientele: tuple[str, ...]
    territory: tuple[str, ...]
    applicant: str
    track: str
    strategies: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    confidentiality: str
    aim: Aim
    funding: tuple[Amount, ...]
    supporters: tuple[Helper, ...]
    answers: tuple[Given, ...]
    places: tuple[tuple[str, tuple[Place, ...]], ...]


class Copy(NamedTuple):
    """Two projects planted as one: `kind` is `copy` or `twin`, `changed` the share of words."""

    one: str
    other: str
    kind: str
    changed: float


class Gathering(NamedTuple):
    """A planted cohort: projects of one sector held back by one criterion, who share others."""

    axis: str
    value: str
    blocker: str
    members: tuple[str, ...]
    setting: str
    supporter: str


class Generated(NamedTuple):
    """Fictional projects, sorted by id, and what was planted among them."""

    drafts: tuple[Draft, ...]
    copies: tuple[Copy, ...]
    gatherings: tuple[Gathering, ...]
