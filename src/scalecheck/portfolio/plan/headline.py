"""The level, as nodes: from rules, or from a measure, to a position among the rubric's levels."""

from typing import NamedTuple

from scalecheck.model.policies import EmptyLevel
from scalecheck.portfolio.plan.inputs import group_of
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.reading import Reading
from scalecheck.portfolio.plan.scene import UNLISTED, Scene
from scalecheck.portfolio.plan.values import COMPUTED, Truth
from scalecheck.scoring.ladder import BELOW, Ladder
from scalecheck.scoring.results import Corner


class Position(NamedTuple):
    """Where a reading stands among the levels (-1: below the first), and why nowhere (0: it is)."""

    at: Node
    why: Node


class Corners(NamedTuple):
    """The four readings of a plan: counted and claimed, each at its two ends."""

    low: Reading
    high: Reading
    claimed_low: Reading
    claimed_high: Reading


def corners_of(scene: Scene, corner: Corner) -> Corners:
    """Make the four corners of one kind of reading."""
    return Corners(
        Reading(scene, corner),
        Reading(scene, corner._replace(high=True)),
        Reading(scene, corner._replace(claimed=True)),
        Reading(scene, corner._replace(claimed=True, high=True)),
    )


class Headline:
    """The levels of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.graph, self.rubric = scene, scene.graph, scene.rubric
        self.ladder = Ladder(scene.nodes, len(scene.rubric.levels) - 1)
        self.declared = corners_of(scene, Corner())
        self.gates = Corners(*(corner.gate for corner in self.declared))

    def position(self, reading: Reading) -> Position:
        """The level reached at one corner."""
        headline = self.rubric.headline
        if headline == "ladder":
            return Position(self._climb(reading.gate), self.graph.const(COMPUTED))
        return self._named(reading)

    def _climb(self, gate: Reading) -> Node:
        """The highest level whose rule and all those before it are met."""
        graph, going, reached = self.graph, self.graph.true, self.graph.const(BELOW)
        held: list[tuple[Node, Node]] = []
        for position in range(len(self.rubric.levels)):
            counts = graph.reaches(self.scene.ceiling, graph.const(position))
            met, passed = self.step(gate, position)
            held.append((graph.every((going, counts, met)), graph.const(position)))
            going = graph.every((going, counts, graph.either((met, passed))))
        for condition, position_node in held:
            reached = graph.choose(condition, position_node, reached)
        return reached

    def step(self, gate: Reading, position: int) -> tuple[Node, Node]:
        """Tell whether a level is met, and whether it is passed over, wholly out by rule."""
        graph, rule = self.graph, self.rubric.levels[position].requires
        if rule is None:
            return graph.false, graph.true
        truth, out = gate.holds(rule), gate.is_rule_out(rule)
        passes = graph.truth(self.rubric.non_answers.empty_level is EmptyLevel.PASSES)
        emptied = graph.every((graph.no(out), passes))
        met = graph.choose(truth.applies, truth.met, emptied)
        return met, graph.every((graph.no(truth.applies), out))

    def _named(self, reading: Reading) -> Position:
        """The level that a measure's rank names: the best one not above it."""
        graph, found = self.graph, reading.node(self.rubric.headline)
        at = graph.const(BELOW)
        for position, level in enumerate(self.rubric.levels):
            rank = graph.const(self.ladder.rank_of(level))
            reached = graph.reaches(found.number, graph.times(found.over, rank))
            counts = graph.reaches(self.scene.ceiling, graph.const(position))
            at = graph.choose(graph.every((reached, counts)), graph.const(position), at)
        return Position(at, found.why)

    def holds(self, gate: Reading, position: int) -> Truth:
        """Tell whether a level with a rule is met at one corner."""
        rule = self.rubric.levels[position].requires
        assert rule is not None
        return gate.holds(rule)

    def passed_over(self, position: int) -> Node:
        """Tell whether a level is not assessable because all that it asks is out by rule."""
        graph, rule = self.graph, self.rubric.levels[position].requires
        if rule is None:
            return graph.false
        ends = (gate.holds(rule).applies for gate in self.gates[:2])
        return graph.every((graph.no(graph.every(ends)), self.gates.low.is_rule_out(rule)))

    def assessable(self) -> Node:
        """Tell whether enough of what is asked applies for a level to be said."""
        graph, asked, applicable = self.graph, [], []
        for criterion in self.scene.nodes.asked():
            there = [one for _, one in self.questions_of(criterion.id)]
            kept = graph.every((graph.either(there), graph.no(self.scene.out(criterion.id))))
            applies = (
                graph.every((one, graph.no(self._settled(key))))
                for key, one in self.questions_of(criterion.id)
            )
            asked.append(graph.whole(kept))
            applicable.append(graph.whole(graph.every((kept, graph.either(applies)))))
        least = self.rubric.non_answers.not_applicable.min_applicable
        total = graph.add(asked)
        wanted = graph.times(total, graph.const(least.numerator))
        held = graph.times(graph.add(applicable), graph.const(least.denominator))
        return graph.every((graph.reaches(total, graph.const(1)), graph.reaches(held, wanted)))

    def _settled(self, key: tuple[str, int]) -> Node:
        name, instance = key
        return self.declared.low.settled(name, self.scene.question(name, instance))

    def questions_of(self, criterion: str) -> list[tuple[tuple[str, int], Node]]:
        """The questions that a criterion asks, and whether each is there."""
        group = group_of(self.scene.nodes, criterion)
        if group is None:
            return [((criterion, 0), self.graph.true)]
        unlisted = self.graph.no(self.scene.listed(group))
        found = [((criterion, UNLISTED), unlisted)]
        for number in self.scene.numbers(group):
            found.append(((criterion, number), self.scene.here(group, number)))
        return [(key, there) for key, there in found if there is not self.graph.false]
