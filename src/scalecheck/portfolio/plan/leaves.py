"""Read questions at one corner, as nodes: what is stated, and what an open answer is worth."""

from collections.abc import Mapping
from typing import assert_never

from scalecheck.model.policies import Policy
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.scene import (
    ANSWERED,
    NOT_APPLICABLE,
    UNKNOWN,
    Question,
    Scene,
)
from scalecheck.portfolio.plan.values import BLOCKED, COMPUTED, NOTHING, SKIPPED, Value
from scalecheck.scoring.results import Corner

Forced = Mapping[tuple[str, int], Node]


class Leaves:
    """The questions of one scene, at one corner.

    Args:
        scene: the inputs of the plan.
        corner: which reading.
        fixed: ranks for what is stated or open, tried in place of its ends.
        forced: ranks that replace whatever is known of a question.
    """

    def __init__(
        self,
        scene: Scene,
        corner: Corner,
        fixed: Forced | None = None,
        forced: Forced | None = None,
    ) -> None:
        self.scene, self.corner = scene, corner
        self.graph, self.nodes, self.rubric = scene.graph, scene.nodes, scene.rubric
        self.fixed: Forced = fixed or {}
        self.forced: Forced = forced or {}

    def rank(self, node: Node) -> Value:
        """A rank that is there."""
        return Value(node, self.graph.const(1), self.graph.const(COMPUTED))

    def missing(self, why: int) -> Value:
        """No value, for one reason."""
        return Value(self.graph.const(0), self.graph.const(1), self.graph.const(why))

    def choose(self, condition: Node, yes: Value, otherwise: Value) -> Value:
        """One of two values, by a truth; the number of one that is not there is never read."""
        yes, otherwise = _borrow(yes, otherwise), _borrow(otherwise, yes)
        pairs = zip(yes, otherwise, strict=True)
        return Value(*(self.graph.choose(condition, a, b) for a, b in pairs))

    def settled(self, name: str, question: Question) -> Node:
        """Tell whether a question is out by rule or not applicable."""
        return self.graph.either(
            (self.scene.out(name), self.graph.same(question.status, NOT_APPLICABLE))
        )

    def leaf(self, name: str, instance: int, unknown: Policy, missing: Policy) -> Value:
        """Read a question: a rank, or why there is none."""
        key = name, instance
        if key in self.forced:
            return self.rank(self.forced[key])
        question = self.scene.question(name, instance)
        stated = self.fixed.get(key, question.ends[self.corner.claimed, self.corner.high])
        return self.choose(
            self.settled(name, question),
            self.missing(NOTHING),
            self._unsettled(question, stated, unknown, missing),
        )

    def _unsettled(
        self, question: Question, stated: Node, unknown: Policy, missing: Policy
    ) -> Value:
        answered = self.graph.same(question.status, ANSWERED)
        is_unknown = self.graph.same(question.status, UNKNOWN)
        silent = self.choose(
            is_unknown,
            self._open(question, stated, unknown),
            self._open(question, stated, missing),
        )
        return self.choose(answered, self.rank(stated), silent)

    def _open(self, question: Question, stated: Node, policy: Policy) -> Value:
        match self.effective(policy):
            case Policy.BOUNDS:
                return self.rank(stated)
            case Policy.WORST:
                return self.rank(self.graph.const(0))
            case Policy.BEST:
                return self.rank(self.graph.const(question.top))
            case Policy.SKIP:
                return self.missing(SKIPPED)
            case Policy.BLOCK:
                return self.missing(BLOCKED)
            case other:
                assert_never(other)

    def effective(self, policy: Policy) -> Policy:
        """The policy as this corner reads it: no silence passes a gate."""
        if self.corner.bounds:
            return Policy.BOUNDS
        if self.corner.gate and policy is not Policy.WORST:
            return Policy.BOUNDS
        return policy


def _borrow(value: Value, other: Value) -> Value:
    is_there = not value.why.is_const or value.why.value == COMPUTED
    return value if is_there else Value(other.number, other.over, value.why)
