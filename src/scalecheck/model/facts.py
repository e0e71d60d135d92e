"""What is known of each question: its answer, its records of evidence, why it counts.

Ranks count from 0, the worst level of a scale. A rank interval is what the open answers leave
possible; its low end is official.
"""

from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.diagnostic import Facts, Path


class Interval(NamedTuple):
    """Two ranks, low <= high, both possible."""

    low: int
    high: int


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_ASSESSED = "not-assessed"
    NOT_APPLICABLE = "not-applicable"
    OUT = "out-by-rule"


class RecordState(StrEnum):
    """Why a record of evidence counts, or does not."""

    COUNTED = "counted"
    STALE = "stale"
    UNDATED = "undated"
    FUTURE = "future"
    REJECTED = "rejected"
    PLANNED = "planned"
    UNKNOWN = "unknown"


class Record(NamedTuple):
    """A record of evidence, as it was read for one answer.

    `held` is the grade it holds at: its own, or the weakest where it is stale or undated.
    `age` is in full calendar months at the date that ages are counted to; None without a date.
    """

    id: str
    state: RecordState
    held: str
    age: int | None = None


class Key(NamedTuple):
    """The name of a question: a criterion, and the instance it is asked of ("" for none)."""

    criterion: str
    instance: str = ""


class Fact(NamedTuple):
    """One question and what is known of it.

    `claimed` is the answer as given, `counted` what its evidence supports; both are None unless
    the question is answered. `alike` is how many the instance stands for.
    """

    key: Key
    status: Status
    claimed: Interval | None
    counted: Interval | None
    records: tuple[Record, ...]
    grade: str | None
    reason: str | None
    flag: str | None
    alike: int
    path: Path
    out_by: str | None = None


class Remark(NamedTuple):
    """Something set aside or missing that the reader must be told."""

    code: str
    path: Path
    facts: Facts = ()
