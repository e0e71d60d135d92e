"""The result of an assessment: self-contained, wordless, every figure with its reasons.

Ranks count from 0, the worst level of a scale. A rank interval is what the open answers leave
possible; its low end is official. Positions of levels count from 0 in the rubric's `levels`;
-1 stands for "below the first level".
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.diagnostic import Facts, Path
from scalecheck.model.nodes import Form
from scalecheck.model.project import Project, Snapshot
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies


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


class Truth(StrEnum):
    """What became of a rule."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_ASSESSABLE = "not-assessable"


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


class Value(NamedTuple):
    """What a node gives: ranks, whole counts or exact numbers; None where it is not computed.

    `why` says why it is not computed: `nothing-applicable`, `no-instance`, `open-list`,
    `blocked`, `all-skipped`, `input-not-computed`. `exact` is False where the two ends are outer
    bounds because too many answers are open to try them all.
    """

    low: int | Fraction | None
    high: int | Fraction | None
    why: str | None = None
    exact: bool = True


class Node(NamedTuple):
    """The result of one criterion, dimension or measure, or of one instance of it.

    `claimed` is the reading of the answers as given; `bounds` the reading with every open answer
    between its worst and its best, where the rubric's policy says otherwise and it differs.
    `ties` are the inputs that attain a minimum or a maximum.
    """

    name: str
    kind: str
    instance: str
    form: Form
    scale: str | None
    value: Value
    claimed: Value
    bounds: Value | None
    inputs: tuple[Key, ...]
    ties: tuple[Key, ...] = ()
    next_share: tuple[Fraction, Fraction] | None = None
    out: bool = False


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


class LevelResult(NamedTuple):
    """One level of the headline: its rule, and what it came to."""

    value: str
    stage: str | None
    truth: Truth
    claimed: Truth
    proof: Proof | None
    passed_over: bool
    beyond_ceiling: bool


class Headline(NamedTuple):
    """The level: positions in the rubric's levels, -1 below the first.

    `low` is official; `claimed_*` reads the answers as given; `bounds_*` is the reading without
    the rubric's convention, where that differs. None where there is no headline, or it is not
    assessable (`why`).
    """

    low: int | None
    high: int | None
    claimed_low: int | None
    claimed_high: int | None
    bounds_low: int | None = None
    bounds_high: int | None = None
    why: str | None = None


class OutOfOrder(NamedTuple):
    """A gate passed above the official level, and the levels missing under it."""

    level: int
    missing: tuple[int, ...]


class Spread(NamedTuple):
    """How uneven a profile is, on one scale: lowest, lower median and highest counted rank."""

    scale: str
    lowest: int
    median: int
    highest: int


class Bottleneck(NamedTuple):
    """The lowest dimensions on one scale: all of them."""

    scale: str
    rank: int
    dimensions: tuple[str, ...]


class Step(NamedTuple):
    """One thing to raise: a question to a rank, at a cost of effort per level."""

    key: Key
    start: int
    target: int
    cost: Fraction
    instances: tuple["Step", ...] = ()
    needs_instances: bool = False


class StepSet(NamedTuple):
    """A set of steps that reaches the next level, its cost, and whether it is proved smallest."""

    steps: tuple[Step, ...]
    cost: Fraction
    proved: bool


class NextSteps(NamedTuple):
    """The ways to the next level; both are None where answers alone cannot reach it."""

    level: int
    cheapest: StepSet | None
    fewest: StepSet | None


class Pivot(NamedTuple):
    """An answer that changes the level when it alone is changed to `rank`."""

    key: Key
    rank: int
    level: int


class Decisive(NamedTuple):
    """An open answer that alone moves the level: its low end at best, or its high end at worst."""

    key: Key
    low_at_best: int
    high_at_worst: int


class Stress(NamedTuple):
    """The level when answers that rest on a declaration are one lower, or unknown."""

    declared: int
    one_lower: int
    unknown: int


class Sensitivity(NamedTuple):
    """What would change the level. `margin` is how many answers must be wrong (None: over 3)."""

    decisive: tuple[Decisive, ...]
    pivots: tuple[Pivot, ...]
    margin: int | None
    stress: Stress | None


class StrategyState(StrEnum):
    """What is said of a strategy today."""

    READY = "ready"
    POSSIBLE = "possible"
    TOO_EARLY = "too-early"
    UNFIT = "does-not-fit"


class StrategyResult(NamedTuple):
    """A strategy: whether it fits, whether it is ready, and what is missing."""

    id: str
    chosen: bool
    state: StrategyState
    fit: Truth
    ready: Truth
    proof: Proof | None
    gaps: tuple[Gap, ...]


class Target(NamedTuple):
    """The ambition for one node: `gap` in ranks, negative when exceeded, None when not known."""

    name: str
    wanted: int
    low: int | None
    high: int | None
    gap: int | None
    reached: bool


class Planned(NamedTuple):
    """A planned phase: the level its answers would give, never counted as reached."""

    id: str
    by: str | None
    low: int | None
    high: int | None


class Coverage(NamedTuple):
    """How many questions were asked, answered, open, not applicable, and out by rule."""

    asked: int
    answered: int
    unknown: int
    not_assessed: int
    not_applicable: int
    out: int
    declared: int


class Assessment(NamedTuple):
    """Everything the engine says of one project under one rubric, at one date."""

    rubric: Rubric
    project: Project
    snapshot: Snapshot
    vocabularies: Vocabularies | None
    position: int
    as_of: str
    track: str | None
    strategies_chosen: tuple[str, ...]
    facts: Mapping[Key, Fact]
    instances: Mapping[str, tuple[str, ...] | None]
    nodes: Mapping[tuple[str, str], Node]
    levels: tuple[LevelResult, ...]
    headline: Headline
    next_level: int | None
    gaps: tuple[Gap, ...]
    out_of_order: tuple[OutOfOrder, ...]
    spreads: tuple[Spread, ...]
    bottlenecks: tuple[Bottleneck, ...]
    next_steps: NextSteps | None
    sensitivity: Sensitivity | None
    strategies: tuple[StrategyResult, ...]
    targets: tuple[Target, ...]
    plans: tuple[Planned, ...]
    coverage: Coverage
    remarks: tuple[Remark, ...]
