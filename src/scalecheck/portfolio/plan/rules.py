"""Rules as nodes: whether anything applicable is left, and whether it is met."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import assert_never

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
from scalecheck.portfolio.plan.leaves import Leaves
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.scene import ANSWERED, NOT_APPLICABLE
from scalecheck.portfolio.plan.values import COMPUTED, NOTHING, Truth, Value
from scalecheck.scoring.rules import majority_weights


class Rules(Leaves, ABC):
    """The rules of one scene at one corner."""

    @abstractmethod
    def node(self, name: str, instance: int = 0) -> Value:
        """Read a criterion, a dimension, a measure or an attribute with a scale."""

    def is_out(self, name: str) -> Node:
        """Tell whether all that a node is made of is out by rule."""
        criterion = self.nodes.criteria.get(name)
        if criterion is not None:
            behind = (criterion.computed or {}).values()
            computed = self.graph.every(map(self.is_rule_out, behind))
            return self.graph.either((self.scene.out(name), *((computed,) if behind else ())))
        parts = self.nodes.reads(name)
        return self.graph.every(map(self.is_out, parts)) if parts else self.graph.false

    def is_rule_out(self, rule: Rule) -> Node:
        """Tell whether all that a rule reads is out by rule."""
        return self.graph.every(self.is_out(name) for name in rule_names(rule))

    def holds(self, rule: Rule, instance: int = 0) -> Truth:
        """Tell whether a rule is met at this corner."""
        match rule:
            case Requirement():
                return self.all(self.reaches(n, v, instance) for n, v in rule.root.items())
            case AllOf():
                return self.all(self.holds(part, instance) for part in rule.all_of)
            case AnyOf():
                return self.any(self.holds(part, instance) for part in rule.any_of)
            case AtLeast():
                return self._at_least(rule, instance)
            case InGroup():
                return self._in_group(rule)
            case _:
                return self._holds_rest(rule, instance)

    def _holds_rest(self, rule: Majority | Should | Answered, instance: int) -> Truth:
        match rule:
            case Majority():
                return self._majority(rule.majority, instance)
            case Should():
                return self.all(self.should(n, v, instance) for n, v in rule.should.items())
            case Answered():
                return self.all(self.answered(name, instance) for name in rule.answered)
            case _:
                assert_never(rule)

    def reaches(self, name: str, wanted: str, instance: int = 0) -> Truth:
        """Tell whether a node is at a level or better."""
        graph, value = self.graph, self.node(name, instance)
        asked = Fraction(self.nodes.wanted(name, wanted))
        number = graph.times(value.number, graph.const(asked.denominator))
        reached = graph.reaches(number, graph.times(value.over, graph.const(asked.numerator)))
        found = graph.same(value.why, COMPUTED)
        met = graph.choose(found, reached, graph.truth(self.corner.high))
        return Truth(graph.no(graph.same(value.why, NOTHING)), met)

    def all(self, truths: Iterable[Truth]) -> Truth:
        """Every rule that applies is met."""
        graph, found = self.graph, list(truths)
        met = graph.every(graph.either((graph.no(t.applies), t.met)) for t in found)
        return Truth(graph.either(t.applies for t in found), met)

    def any(self, truths: Iterable[Truth]) -> Truth:
        """One rule that applies is met."""
        graph, found = self.graph, list(truths)
        met = graph.either(graph.every((t.applies, t.met)) for t in found)
        return Truth(graph.either(t.applies for t in found), met)

    def weigh(self, truths: Iterable[Node], weights: Iterable[Node]) -> Node:
        """Add the weights of what is true."""
        graph, pairs = self.graph, zip(truths, weights, strict=True)
        return graph.add(graph.choose(truth, weight, graph.const(0)) for truth, weight in pairs)

    def enough(self, quota: int | Fraction, met: Node, total: Node) -> Node:
        """Tell whether as many, or such a share of the total, are met."""
        if isinstance(quota, int):
            return self.graph.reaches(met, self.graph.const(quota))
        number = self.graph.times(met, self.graph.const(quota.denominator))
        return self.graph.reaches(
            number, self.graph.times(total, self.graph.const(quota.numerator))
        )

    def _at_least(self, rule: AtLeast, instance: int) -> Truth:
        graph = self.graph
        found = [self.reaches(name, level, instance) for name, level in rule.of.items()]
        ones = [graph.const(1)] * len(found)
        total = self.weigh((t.applies for t in found), ones)
        met = self.weigh((graph.every(t) for t in found), ones)
        least = rule.at_least if isinstance(rule.at_least, int) else 1
        applies = graph.reaches(total, graph.const(least))
        return Truth(applies, self.enough(rule.at_least, met, total))

    def _in_group(self, rule: InGroup) -> Truth:
        graph, group = self.graph, rule.group
        worst = self.rubric.non_answers.not_assessed is Policy.WORST
        silent = graph.truth(self.corner.high and (self.corner.bounds or not worst))
        numbers = self.scene.numbers(group)
        there = [self.stands(group, k, rule.where) for k in numbers]
        truths = [self.holds(rule.meet, k) for k in numbers]
        alike = [self.scene.alike(group, k) for k in numbers]
        left = [graph.every((t.applies, h)) for t, h in zip(truths, there, strict=True)]
        met = [graph.every((t.met, one)) for t, one in zip(truths, left, strict=True)]
        total = self.weigh(left, alike)
        applies = [graph.either(left)]
        if isinstance(rule.at_least, int):
            applies.append(graph.no(graph.either(there)))
        listed = self.scene.listed(group)
        read = self.enough(rule.at_least, self.weigh(met, alike), total)
        asked = graph.no(self.is_rule_out(rule.meet))
        return Truth(
            graph.every((asked, graph.either((graph.no(listed), *applies)))),
            graph.choose(listed, read, silent),
        )

    def stands(self, group: str, instance: int, where: "tuple[object, ...]") -> Node:
        """Tell whether an instance is there, and kept by a condition."""
        kept = self.scene.keeps(group, instance, where)  # type: ignore[arg-type]
        return self.graph.every((self.scene.here(group, instance), kept))

    def _majority(self, terms: MajorityTerms, instance: int) -> Truth:
        graph = self.graph
        weights = whole_weights(majority_weights(self.nodes, terms))
        heavy = [graph.const(weight) for weight in weights.values()]
        truths = {n: self.reaches(n, level, instance) for n, level in terms.profile.items()}
        ordered = [truths[name] for name in weights]
        total = self.weigh((t.applies for t in ordered), heavy)
        met = self.weigh((graph.every(t) for t in ordered), heavy)
        least = self.rubric.non_answers.not_applicable.min_applicable
        due = self.weigh(
            (graph.either((truths[n].applies, graph.no(self.is_out(n)))) for n in weights), heavy
        )
        firm = [truths[name] for name in terms.must]
        firm += [self.reaches(n, level, instance) for n, level in terms.veto.items()]
        applies = graph.every(
            (graph.reaches(total, graph.const(1)), self.enough(least, total, due))
        )
        held = (graph.either((graph.no(t.applies), t.met)) for t in firm)
        return Truth(applies, graph.every((*held, self.enough(terms.threshold, met, total))))

    def should(self, name: str, wanted: str, instance: int = 0) -> Truth:
        """A requirement that a written reason excuses."""
        reached = self.reaches(name, wanted, instance)
        criterion = self.nodes.criteria.get(name)
        if criterion is None or criterion.computed is not None:
            return reached
        question = self.scene.question(name, self.own(name, instance))
        answered = self.graph.same(question.status, ANSWERED)
        excused = self.graph.every((answered, self.graph.no(self.scene.out(name)), question.reason))
        return reached._replace(met=self.graph.either((reached.met, excused)))

    def own(self, name: str, instance: int) -> int:
        """The instance that a question is asked of: 0 outside groups."""
        return instance if name in self.nodes.group_of else 0

    def answered(self, name: str, instance: int = 0) -> Truth:
        """A question that must have an answer; an open one may still get it."""
        graph, criterion = self.graph, self.nodes.criteria.get(name)
        if (name, self.own(name, instance)) in self.forced:
            return Truth(graph.true, graph.true)
        if criterion is None or criterion.computed is not None:
            return Truth(graph.false, graph.false)
        status = self.scene.question(name, self.own(name, instance)).status
        given = (graph.same(status, ANSWERED), graph.same(status, NOT_APPLICABLE))
        met = graph.either((*given, graph.truth(self.corner.high)))
        return Truth(graph.no(self.scene.out(name)), met)


def whole_weights(weights: Mapping[str, Fraction]) -> dict[str, int]:
    """Bring weights to whole numbers in the same ratios."""
    unit = lcm(*(weight.denominator for weight in weights.values()))
    return {name: int(weight * unit) for name, weight in weights.items()}
