"""What changed between two editions of a rubric: in meaning, level by level, and in words."""

from enum import StrEnum
from typing import NamedTuple


class ChangeKind(StrEnum):
    """What became of a thing; one that bears another id with the same texts looks renamed."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Family(StrEnum):
    """The families of things that a rubric is made of."""

    RUBRIC = "rubric"
    ATTRIBUTE = "attribute"
    SCALE = "scale"
    SCALE_LEVEL = "scale-level"
    GROUP = "group"
    GROUP_ATTRIBUTE = "group-attribute"
    DIMENSION = "dimension"
    CRITERION = "criterion"
    MEASURE = "measure"
    LEVEL = "level"
    REQUIREMENT = "requirement"
    STAGE = "stage"
    TRACK = "track"
    STRATEGY = "strategy"


class Change(NamedTuple):
    """One change of meaning.

    `owner` is what a thing belongs to: the scale of a scale level, the level of a requirement,
    the group of a group attribute; else "". `field` names what changed in a thing that stays.
    `old` and `new` are values as text, "" for none.
    """

    kind: ChangeKind
    family: Family
    name: str
    owner: str = ""
    field: str = ""
    old: str = ""
    new: str = ""


class TextChange(NamedTuple):
    """One text that changed; `language` is "" for what is written in none (a licence, a source)."""

    place: str
    language: str
    old: str
    new: str


class Verdict(StrEnum):
    """Whether the same answers reach a level as easily as before.

    `easier-at-least` was found easier for some answers; whether it is harder for others is
    undecided. `harder-at-least` is the other way round.
    """

    SAME = "same"
    EASIER = "easier"
    HARDER = "harder"
    BOTH = "both"
    EASIER_AT_LEAST = "easier-at-least"
    HARDER_AT_LEAST = "harder-at-least"
    UNDECIDED = "undecided"
    ADDED = "added"
    REMOVED = "removed"


class Held(NamedTuple):
    """A criterion at a level; with a group, in each of its instances.

    `rank` counts from the worst of the levels that both editions have. `is_needed` tells whether
    the level is asked for where it was reached; if not, any other would do as well there.
    """

    criterion: str
    group: str
    level: str
    rank: int
    is_needed: bool = True


class Listed(NamedTuple):
    """How many instances a group has, with these attributes, each with all its values."""

    group: str
    attributes: tuple[tuple[str, tuple[str, ...]], ...]
    number: int


class Witness(NamedTuple):
    """Answers that the two editions read otherwise: the level in each.

    What is not in `answers` is at its worst level. `listed` says how many instances there are of
    the groups that are counted; of the others there are as many as anything asks for. `lacking`
    is what the edition that refuses asks for beyond them at its next level, as far as it can be
    said criterion by criterion; `excused` are the criteria with a written reason. None stands for
    "below the first level".
    """

    answers: tuple[Held, ...]
    before: str | None
    after: str | None
    lacking: tuple[Held, ...] = ()
    excused: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()


class LevelDiff(NamedTuple):
    """One level of the headline; a witness stands for each direction that was found.

    `is_own` tells whether what the level itself asks changed, rather than a level under it.
    """

    value: str
    verdict: Verdict
    is_own: bool = False
    harder: Witness | None = None
    easier: Witness | None = None


class Rise(StrEnum):
    """How much a version number rises: the part that changes first."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


class VersionDiff(NamedTuple):
    """The rise that the changes ask for, and the one that was made; `least` is what would do.

    All but `needed` are None where a version is not written `x.y.z`, or the rubric is another one.
    """

    needed: Rise
    made: Rise | None = None
    is_enough: bool | None = None
    least: str | None = None
    is_backwards: bool = False


class Edition(NamedTuple):
    """A rubric at one version."""

    rubric: str
    version: str


class RubricDiff(NamedTuple):
    """Everything that changed from one edition to another."""

    old: Edition
    new: Edition
    changes: tuple[Change, ...]
    levels: tuple[LevelDiff, ...]
    texts: tuple[TextChange, ...]
    version: VersionDiff

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed, not even a word."""
        return not (self.changes or self.texts)
