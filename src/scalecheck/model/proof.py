"""Rules and why they came out as they did; the requirements that are not held."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Truth(StrEnum):
    """What became of a rule."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_ASSESSABLE = "not-assessable"


class Proof(NamedTuple):
    """A rule and why it came out as it did.

    `kind` is the word of the rule; a `level` proof is one requirement: `name` at `wanted` or
    better, found between `low` and `high`. Weights and counts are exact; `total` is what they are
    a part of. `enough` names one smallest set that suffices, `surplus` what is met beyond it,
    `missing` what would settle it.
    """

    kind: str
    truth: Truth
    claimed: Truth
    name: str = ""
    instance: str = ""
    wanted: str = ""
    low: int | Fraction | None = None
    high: int | Fraction | None = None
    parts: tuple["Proof", ...] = ()
    got_low: Fraction | None = None
    got_high: Fraction | None = None
    asked: Fraction | None = None
    total: Fraction | None = None
    enough: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    role: str = ""


class GapReason(StrEnum):
    """Why a requirement is not held: exactly one reason each."""

    LOWER = "lower"
    NO_EVIDENCE = "no-evidence"
    WEAK_EVIDENCE = "weak-evidence"
    STALE = "stale"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    UNDECIDED = "undecided"
    NOT_ASSESSED = "not-assessed"
    REASON_MISSING = "reason-missing"


class Gap(NamedTuple):
    """An unmet requirement of the next level.

    `alternative` says that other requirements could do in its place.
    """

    name: str
    instance: str
    wanted: int | Fraction
    low: int | Fraction | None
    high: int | Fraction | None
    reason: GapReason
    alternative: bool
    role: str
