"""What a level lacks, as nodes: the names of the unmet requirements of the next one."""

from typing import assert_never

from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.portfolio.plan.headline import Headline
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.values import COMPUTED, Truth
from scalecheck.scoring.unfolding import unfold

Lacks = list[tuple[str, Node]]


class Blockers:
    """The gaps of each level, gathered as `scoring.gaps` gathers them from a proof."""

    def __init__(self, headline: Headline) -> None:
        self.headline, self.graph = headline, headline.graph
        self.low, self.high = headline.gates[:2]

    def open(self, low: Truth, high: Truth) -> Node:
        """Tell whether a rule is neither met nor without anything applicable."""
        return self.graph.every((low.applies, high.applies, self.graph.no(low.met)))

    def of_rule(self, rule: Rule, instance: int = 0) -> tuple[Node, Lacks]:
        """Whether a rule is open, and the names that it lacks when it is."""
        is_open = self.open(self.low.holds(rule, instance), self.high.holds(rule, instance))
        return is_open, [lack for part in self._parts(rule, instance) for lack in self.under(*part)]

    def _parts(self, rule: Rule, instance: int) -> list[tuple[Node, Lacks]]:
        match rule:
            case Requirement():
                return [self.of_level(n, v, instance) for n, v in rule.root.items()]
            case AllOf():
                return [self.of_rule(part, instance) for part in rule.all_of]
            case AnyOf():
                return [self.of_rule(part, instance) for part in rule.any_of]
            case AtLeast():
                return [self.of_level(n, v, instance) for n, v in rule.of.items()]
            case InGroup():
                return self._in_group(rule)
            case _:
                return self._rest(rule, instance)

    def _rest(self, rule: Majority | Should | Answered, instance: int) -> list[tuple[Node, Lacks]]:
        match rule:
            case Majority():
                terms = (*rule.majority.profile.items(), *rule.majority.veto.items())
                return [self.of_level(n, v, instance) for n, v in terms]
            case Should():
                return [self._should(n, v, instance) for n, v in rule.should.items()]
            case Answered():
                return [self._answered(name, instance) for name in rule.answered]
            case _:
                assert_never(rule)

    def of_level(self, name: str, wanted: str, instance: int) -> tuple[Node, Lacks]:
        """Whether one requirement is open, and the names that it lacks: its parts', or its own."""
        ends = (end.reaches(name, wanted, instance) for end in (self.low, self.high))
        is_open = self.open(*ends)
        return is_open, self._named(name, wanted, instance)

    def _named(self, name: str, wanted: str, instance: int) -> Lacks:
        part = self._unfolded(name, wanted, instance)
        if part is None:
            return [(name, self.graph.true)]
        is_open, _ = part
        return [(name, self.graph.no(is_open)), *self.under(*part)]

    def _unfolded(self, name: str, wanted: str, instance: int) -> tuple[Node, Lacks] | None:
        nodes = self.headline.scene.nodes
        if name in nodes.criteria or name in nodes.attributes:
            return None
        rank = nodes.wanted(name, wanted)
        rule = unfold(nodes, name, rank) if isinstance(rank, int) else None
        return None if rule is None else self.of_rule(rule, instance)

    def _should(self, name: str, wanted: str, instance: int) -> tuple[Node, Lacks]:
        ends = (end.should(name, wanted, instance) for end in (self.low, self.high))
        return self.open(*ends), self._named(name, wanted, instance)

    def _answered(self, name: str, instance: int) -> tuple[Node, Lacks]:
        ends = (end.answered(name, instance) for end in (self.low, self.high))
        return self.open(*ends), [(name, self.graph.true)]

    def _in_group(self, rule: InGroup) -> list[tuple[Node, Lacks]]:
        graph, scene, group = self.graph, self.headline.scene, rule.group
        parts, weights = [], []
        for number in scene.numbers(group):
            there = self.low.stands(group, number, rule.where)
            ends = [end.holds(rule.meet, number).applies for end in (self.low, self.high)]
            idle = graph.const(0)
            alike = scene.alike(group, number)
            weights.append(graph.choose(graph.every((there, *ends)), alike, idle))
            is_open, lacks = self.of_rule(rule.meet, number)
            parts.append((graph.every((there, is_open)), lacks))
        few = graph.no(scene.listed(group))
        if isinstance(rule.at_least, int):
            short = graph.no(graph.reaches(graph.add(weights), graph.const(rule.at_least)))
            few = graph.either((few, short))
        return [(graph.true, [(group, few)]), *parts]

    def of_position(self, position: int) -> tuple[Node, Lacks]:
        """Whether the level at a position is open, and what it lacks."""
        level = self.headline.rubric.levels[position]
        if level.requires is not None:
            return self.of_rule(level.requires)
        return self.graph.true, self._of_named(position, self.headline.rubric.headline, level.value)

    def _of_named(self, position: int, name: str, wanted: str) -> Lacks:
        """What a level that names a rank of a measure lacks: the measure's parts, or itself."""
        graph, (is_open, lacks) = self.graph, self.of_level(name, wanted, 0)
        nodes = self.headline.scene.nodes
        rank = nodes.wanted(name, wanted)
        rule = unfold(nodes, name, rank) if isinstance(rank, int) else None
        if rule is None:
            return self.under(is_open, lacks)
        high = self.high.holds(rule)
        told_open, told = self.of_rule(rule)
        ends = [self.headline.position(end) for end in (self.low, self.high)]
        known = graph.every(graph.same(end.why, COMPUTED) for end in ends)
        may = graph.reaches(ends[1].at, graph.const(position))
        unknown = graph.either((graph.no(known), may))
        alike = graph.choose(high.met, unknown, graph.no(unknown))
        says = graph.every((told_open, graph.either((alike, is_open))))
        own = graph.every((is_open, graph.no(told_open)))
        return [(name, own), *self.under(says, told)]

    def under(self, is_open: Node, lacks: Lacks) -> Lacks:
        """What is lacked where the rule above is open."""
        return [(name, self.graph.every((is_open, node))) for name, node in lacks]
