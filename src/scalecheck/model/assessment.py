"""The result of an assessment: self-contained, wordless, every figure with its reasons.

Positions of levels count from 0 in the rubric's `levels`; -1 stands for "below the first level".
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.facts import Fact, Key, Remark
from scalecheck.model.figures import Bottleneck, Node, Spread
from scalecheck.model.project import Project
from scalecheck.model.proof import Gap, Proof, Truth
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.steps import NextSteps, Sensitivity
from scalecheck.model.vocabularies import Vocabularies


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
