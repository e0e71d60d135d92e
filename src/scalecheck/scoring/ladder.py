"""The headline: from rules, or from a measure, to a level."""

from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.model.assessment import Headline, LevelResult, OutOfOrder
from scalecheck.model.levels import Level
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import EmptyLevel
from scalecheck.model.proof import Truth
from scalecheck.model.rules import Requirement
from scalecheck.scoring.corners import Corners
from scalecheck.scoring.proofs import judge_rule, prove
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import NotComputed, Result

BELOW = -1  # the position below the first level


class Ladder(NamedTuple):
    """The levels that count for one project: those up to the ceiling of its track."""

    nodes: Nodes
    ceiling: int

    @property
    def levels(self) -> Sequence[Level]:
        """Every level of the rubric, those beyond the ceiling included."""
        return self.nodes.rubric.levels

    def position(self, reading: Reading) -> int | None:
        """The level reached at one corner, or None where the headline is not computed."""
        headline = self.nodes.rubric.headline
        if headline == "ladder":
            return self._climb(reading.gate)
        return None if headline == "none" else self.named(reading.node(headline))

    def _climb(self, gate: Reading) -> int:
        """The highest level whose rule and all those before it are met."""
        reached = BELOW
        for position in range(self.ceiling + 1):
            truth = self.step(gate, position)
            if truth is False:
                break
            reached = position if truth else reached
        return reached

    def step(self, gate: Reading, position: int) -> bool | None:
        """Tell whether a level is met; None where it is passed over, wholly out by rule."""
        rule = self.levels[position].requires
        if rule is None:
            return None
        truth = gate.settles(rule)
        if truth is not None:
            return truth
        if gate.is_rule_out(rule):
            return None
        return self.nodes.rubric.non_answers.empty_level is EmptyLevel.PASSES

    def named(self, result: Result) -> int | None:
        """The level that a measure's rank names: the best one not above it."""
        if isinstance(result, NotComputed):
            return None
        return self.at_rank(int(result))

    def at_rank(self, rank: int) -> int:
        """The best level of the rubric at or under a rank of the headline measure."""
        ranks = [self.rank_of(level) for level in self.levels[: self.ceiling + 1]]
        return max((p for p, r in enumerate(ranks) if r <= rank), default=BELOW)

    def rank_of(self, level: Level) -> int:
        """The rank that a named level has on the scale of the headline measure."""
        typed = self.nodes.typed(self.nodes.rubric.headline)
        return (typed.scale.rank_of(level.value) or 0) if typed and typed.scale else 0


def read_ladder(nodes: Nodes, track: str | None) -> Ladder:
    """Find the levels that a track leaves."""
    levels = [level.value for level in nodes.rubric.levels]
    ceilings = [t.ceiling for t in nodes.rubric.tracks if t.id == track and t.ceiling is not None]
    return Ladder(nodes, levels.index(ceilings[0]) if ceilings else len(levels) - 1)


def judge_levels(ladder: Ladder, corners: Corners) -> tuple[LevelResult, ...]:
    """Judge every level, with its proof."""
    return tuple(judge_level(ladder, corners, p) for p in range(len(ladder.levels)))


def judge_level(ladder: Ladder, corners: Corners, position: int) -> LevelResult:
    """Judge one level, with its proof."""
    level = ladder.levels[position]
    beyond = position > ladder.ceiling
    if level.requires is None:
        return _judge_named(ladder, corners, position, beyond)
    counted, claimed = judge_rule(corners, level.requires)
    passed_over = counted is Truth.NOT_ASSESSABLE and corners.low.is_rule_out(level.requires)
    proof = prove(corners, level.requires)
    return LevelResult(level.value, level.stage, counted, claimed, proof, passed_over, beyond)


def _judge_named(ladder: Ladder, corners: Corners, position: int, beyond: bool) -> LevelResult:
    level = ladder.levels[position]
    found = [ladder.position(corner) for corner in corners]
    truths = [None if at is None else at >= position for at in found]
    counted, claimed = _between(truths[0], truths[1]), _between(truths[2], truths[3])
    whole = prove(corners, Requirement({ladder.nodes.rubric.headline: level.value}))
    told = whole.parts[0] if whole.parts else whole
    proof = told if told.truth is counted else whole
    return LevelResult(level.value, level.stage, counted, claimed, proof, False, beyond)


def _between(low: bool | None, high: bool | None) -> Truth:
    if low is None or high is None:
        return Truth.UNKNOWN
    return Truth.MET if low else Truth.UNKNOWN if high else Truth.UNMET


def find_headline(
    ladder: Ladder, declared: Corners, bounds: Corners, *, assessable: bool
) -> Headline:
    """Find the level at the four corners; the bounds reading stands beside where it differs."""
    if ladder.nodes.rubric.headline == "none":
        return Headline(None, None, None, None, why="no-headline")
    if not assessable:
        return Headline(None, None, None, None, why="too-little-applicable")
    low, high, claimed_low, claimed_high = (ladder.position(c) for c in declared)
    free_low, free_high = (ladder.position(c) for c in bounds[:2])
    why = _why(ladder, declared.low) if low is None else None
    if (free_low, free_high) == (low, high):
        free_low = free_high = None
    return Headline(low, high, claimed_low, claimed_high, free_low, free_high, why)


def _why(ladder: Ladder, reading: Reading) -> str:
    result = reading.node(ladder.nodes.rubric.headline)
    return result.why if isinstance(result, NotComputed) else "not-computed"


def find_out_of_order(levels: Sequence[LevelResult], headline: Headline) -> tuple[OutOfOrder, ...]:
    """Find the gates passed above the official level, and the levels missing under each."""
    if headline.low is None:
        return ()
    found = []
    for position in range(headline.low + 1, len(levels)):
        level = levels[position]
        if level.truth is Truth.MET and not level.beyond_ceiling and level.proof is not None:
            missing = tuple(
                p
                for p in range(headline.low + 1, position)
                if levels[p].truth is not Truth.MET and not levels[p].passed_over
            )
            found.append(OutOfOrder(position, missing))
    return tuple(found)


def find_next(levels: Sequence[LevelResult], headline: Headline, ceiling: int) -> int | None:
    """Find the first level above the official one that is not held; None at the top."""
    if headline.low is None:
        return None
    for position in range(headline.low + 1, ceiling + 1):
        if not levels[position].passed_over:
            return position
    return None
