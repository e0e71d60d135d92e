"""Tell whether a rule is met at one corner: true, false, or nothing applicable is left."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from fractions import Fraction
from typing import assert_never

from scalecheck.model.facts import Key, Status
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import Policy
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    MajorityTerms,
    Requirement,
    Rule,
    Should,
    rule_names,
)
from scalecheck.scoring.leaves import Leaves
from scalecheck.scoring.results import NOTHING_APPLICABLE, NotComputed, Result


class Rules(Leaves, ABC):
    """The rules of one case at one corner. `None` means that nothing applicable is left."""

    @abstractmethod
    def node(self, name: str, instance: str = "") -> Result:
        """Read a criterion, a dimension, a measure or an attribute with a scale."""

    def is_out(self, name: str) -> bool:
        """Tell whether all that a node is made of is out by rule."""
        if name in self.case.situation.out:
            return True
        if name in self.nodes.criteria:
            computed = self.nodes.criteria[name].computed
            if computed is None or Key(name) in self.facts:
                return False
            return all(self.is_rule_out(rule) for rule in computed.values())
        parts = self.nodes.reads(name)
        return bool(parts) and all(self.is_out(part) for part in parts)

    def is_rule_out(self, rule: Rule) -> bool:
        """Tell whether all that a rule reads is out by rule."""
        return all(self.is_out(name) for name in rule_names(rule))

    def holds(self, rule: Rule, instance: str = "") -> bool | None:
        """Tell whether a rule is met at this corner; None where nothing applicable is left."""
        match rule:
            case Requirement():
                return _all(self.reaches(n, v, instance) for n, v in rule.root.items())
            case AllOf():
                return _all(self.holds(part, instance) for part in rule.all_of)
            case AnyOf():
                return _any(self.holds(part, instance) for part in rule.any_of)
            case AtLeast():
                return self._at_least(rule, instance)
            case InGroup():
                return self._in_group(rule)
            case _:
                return self._holds_rest(rule, instance)

    def _holds_rest(self, rule: Majority | Should | Answered, instance: str) -> bool | None:
        match rule:
            case Majority():
                return self._majority(rule.majority, instance)
            case Should():
                return _all(self.should(n, v, instance) for n, v in rule.should.items())
            case Answered():
                return _all(self.answered(name, instance) for name in rule.answered)
            case _:
                assert_never(rule)

    def reaches(self, name: str, wanted: str, instance: str = "") -> bool | None:
        """Tell whether a node is at a level or better; None where it is not applicable."""
        value = self.node(name, instance)
        if isinstance(value, NotComputed):
            return None if value is NOTHING_APPLICABLE else self.corner.high
        return value >= self.nodes.wanted(name, wanted)

    def _at_least(self, rule: AtLeast, instance: str) -> bool | None:
        found = [self.reaches(name, level, instance) for name, level in rule.of.items()]
        applicable = [truth for truth in found if truth is not None]
        if isinstance(rule.at_least, int):
            if len(applicable) < rule.at_least:
                return None
            return sum(applicable) >= rule.at_least
        return sum(applicable) >= rule.at_least * len(applicable) if applicable else None

    def _in_group(self, rule: InGroup) -> bool | None:
        if self.is_rule_out(rule.meet):
            return None
        instances = self.instances(rule.group, rule.where)
        if instances is None:
            worst = self.nodes.rubric.non_answers.not_assessed is Policy.WORST
            return self.corner.high and (self.corner.bounds or not worst)
        truths = [(self.holds(rule.meet, i.id), i.count) for i in instances]
        applicable = sum(count for truth, count in truths if truth is not None)
        met = sum(count for truth, count in truths if truth)
        if isinstance(rule.at_least, int):
            return met >= rule.at_least if applicable or not truths else None
        return met >= rule.at_least * applicable if applicable else None

    def _majority(self, terms: MajorityTerms, instance: str) -> bool | None:
        weights = majority_weights(self.nodes, terms)
        truths = {n: self.reaches(n, level, instance) for n, level in terms.profile.items()}
        asked = sum(w for n, w in weights.items() if truths[n] is not None or not self.is_out(n))
        applicable = sum(w for n, w in weights.items() if truths[n] is not None)
        least = self.nodes.rubric.non_answers.not_applicable.min_applicable
        if not applicable or applicable < least * asked:
            return None
        if any(truths[name] is False for name in terms.must):
            return False
        if any(self.reaches(n, level, instance) is False for n, level in terms.veto.items()):
            return False
        return sum(w for n, w in weights.items() if truths[n]) >= terms.threshold * applicable

    def should(self, name: str, wanted: str, instance: str = "") -> bool | None:
        """A requirement that a written reason excuses."""
        reached = self.reaches(name, wanted, instance)
        if reached is not False:
            return reached
        fact = self.facts.get(Key(name, instance if name in self.nodes.group_of else ""))
        return fact is not None and fact.status is Status.ANSWERED and fact.reason is not None

    def answered(self, name: str, instance: str = "") -> bool | None:
        """A question that must have an answer; an open one may still get it."""
        key = Key(name, instance if name in self.nodes.group_of else "")
        fact = self.facts.get(key)
        if key in self.forced:
            return True
        if fact is None or fact.status is Status.OUT:
            return None
        if fact.status in (Status.ANSWERED, Status.NOT_APPLICABLE):
            return True
        return self.corner.high


def _all(truths: Iterable[bool | None]) -> bool | None:
    found = [truth for truth in truths if truth is not None]
    return all(found) if found else None


def _any(truths: Iterable[bool | None]) -> bool | None:
    found = [truth for truth in truths if truth is not None]
    return any(found) if found else None


def majority_weights(nodes: Nodes, terms: MajorityTerms) -> dict[str, Fraction]:
    """The weights of a majority: its own, or those of the criteria (1 for any other node)."""
    if terms.weights is not None:
        return {name: terms.weights[name] for name in terms.profile}
    criteria = nodes.criteria
    return {n: criteria[n].weight if n in criteria else Fraction(1) for n in terms.profile}
