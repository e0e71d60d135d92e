"""Read questions at one corner: what is stated, and what an open answer is worth."""

from typing import assert_never

from scalecheck.model.facts import Key, Status
from scalecheck.model.instance import Instance
from scalecheck.model.policies import Policy
from scalecheck.model.proof import Truth
from scalecheck.model.rules import Condition
from scalecheck.model.scale import Scale
from scalecheck.scoring.results import (
    ALL_SKIPPED,
    BLOCKED,
    INPUT_NOT_COMPUTED,
    NOTHING_APPLICABLE,
    Case,
    Corner,
    Fixed,
    Result,
)
from scalecheck.scoring.situation import judge


class Leaves:
    """The questions of one case, at one corner.

    Args:
        case: the rubric's nodes, the situation and the facts.
        corner: which reading.
        fixed: ranks for open answers, tried in place of their ends.
        forced: ranks that replace whatever is known of a question, answered or not.
    """

    def __init__(
        self, case: Case, corner: Corner, fixed: Fixed | None = None, forced: Fixed | None = None
    ) -> None:
        self.case, self.corner = case, corner
        self.nodes, self.facts = case.nodes, case.facts
        self.fixed: Fixed = fixed or {}
        self.forced: Fixed = forced or {}

    def leaf(self, key: Key, unknown: Policy, not_assessed: Policy) -> Result:
        """Read a question: a rank, or why there is none."""
        if key in self.forced:
            return self.forced[key]
        fact = self.facts[key]
        if fact.status in (Status.OUT, Status.NOT_APPLICABLE):
            return NOTHING_APPLICABLE
        if fact.status is Status.ANSWERED:
            interval = fact.claimed if self.corner.claimed else fact.counted
            if interval is None:
                return INPUT_NOT_COMPUTED
            return self.fixed.get(key, interval.high if self.corner.high else interval.low)
        policy = unknown if fact.status is Status.UNKNOWN else not_assessed
        return self._open(key, policy)

    def _open(self, key: Key, policy: Policy) -> Result:
        top = self.scale_of(key.criterion).top
        match self.effective(policy):
            case Policy.BOUNDS:
                return self.fixed.get(key, top if self.corner.high else 0)
            case Policy.WORST:
                return 0
            case Policy.BEST:
                return top
            case Policy.SKIP:
                return ALL_SKIPPED
            case Policy.BLOCK:
                return BLOCKED
            case other:
                assert_never(other)

    def effective(self, policy: Policy) -> Policy:
        """The policy as this corner reads it: no silence passes a gate."""
        if self.corner.bounds:
            return Policy.BOUNDS
        if self.corner.gate and policy is not Policy.WORST:
            return Policy.BOUNDS
        return policy

    def scale_of(self, criterion: str) -> Scale:
        """The scale of a criterion."""
        return self.nodes.scales[self.nodes.criteria[criterion].scale]

    def instances(self, group: str, where: Condition = ()) -> tuple[Instance, ...] | None:
        """The instances that a condition keeps; None where the project gives no list."""
        listed = self.case.situation.instances[group]
        if listed is None:
            return None
        key = (group, id(where))  # conditions live as long as their rubric
        if key not in self.case.kept:
            self.case.kept[key] = tuple(i for i in listed if keeps(where, i))
        return self.case.kept[key]


def keeps(where: Condition, instance: Instance) -> bool:
    """Tell whether a condition keeps an instance; a missing attribute leaves it in."""
    if not where:
        return True
    attributes = {**instance.attributes, "id": (instance.id,)}
    return judge(where, attributes)[0] is not Truth.UNMET
