"""Read every node of a rubric at one corner, as nodes of a graph: what `scoring` computes."""

from functools import cached_property

from scalecheck.model.form import Form
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import Cap, Difference, Lookup, Measure
from scalecheck.model.policies import EmptyLevel, Policy
from scalecheck.portfolio.plan.exploring import Explorer
from scalecheck.portfolio.plan.inputs import is_asked
from scalecheck.portfolio.plan.items import ItemOperators
from scalecheck.portfolio.plan.leaves import Forced
from scalecheck.portfolio.plan.node import Node, TooLarge
from scalecheck.portfolio.plan.operators import Call
from scalecheck.portfolio.plan.remembering import Remembering
from scalecheck.portfolio.plan.values import (
    BLOCKED,
    COMPUTED,
    INPUT_NOT_COMPUTED,
    NO_INSTANCE,
    NOTHING,
    OPEN_LIST,
    SKIPPED,
    Inputs,
    Value,
)
from scalecheck.scoring.ranges import needs_exploring


class Reading(Remembering):
    """One corner of one scene; every node is written once."""

    base: "Reading | None" = None

    @cached_property
    def _known(self) -> dict[tuple[str, int], Value]:
        return {}

    @cached_property
    def operators(self) -> ItemOperators:
        """The operators, over the same graph."""
        return ItemOperators(self.graph)

    def tried(self, name: str, instance: int, rank: Node) -> "Reading":
        """The same corner, with one question forced to a rank."""
        trial = Reading(self.scene, self.corner, self.fixed, {(name, instance): rank})
        trial.base = self
        return trial

    def at(self, fixed: Forced) -> "Reading":
        """The same corner, with ranks tried for what is stated or open."""
        return Reading(self.scene, self.corner, fixed, self.forced)

    @cached_property
    def gate(self) -> "Reading":
        """The same corner, read as rules read it."""
        if self.corner.gate or self.corner.bounds:
            return self
        gate = Reading(self.scene, self.corner._replace(gate=True), self.fixed, self.forced)
        gate.base = self.base.gate if self.base else None
        return gate

    @cached_property
    def opposite(self) -> "Reading":
        """The other end of the same reading."""
        corner = self.corner._replace(high=not self.corner.high)
        return Reading(self.scene, corner, self.fixed, self.forced)

    def node(self, name: str, instance: int = 0) -> Value:
        """Read a criterion, a dimension, a measure or an attribute with a scale."""
        if self.base is not None and not self.is_touched(self.nodes.cone(name)):
            return self.base.node(name, instance)
        key = name, instance
        if key not in self._known:
            self._known[key] = self._node(name, instance)
        return self._known[key]

    def _node(self, name: str, instance: int) -> Value:
        if name in self.nodes.criteria:
            return self._criterion(name, instance)
        if name in self.nodes.dimensions:
            return self._lowest(self.nodes.members(self.nodes.dimensions[name]))
        if name in self.nodes.measures:
            return self._measure(self.nodes.measures[name], instance)
        return self.rank(self.scene.attribute(name, high=self.corner.high))

    def _criterion(self, name: str, instance: int) -> Value:
        own = self.own(name, instance)
        if is_asked(self.nodes, name):
            if name in self.nodes.group_of and own == 0:
                return self.missing(NOTHING)
            policies = self.rubric.non_answers
            return self.leaf(name, own, policies.unknown, policies.not_assessed)
        if (name, own) in self.forced:
            return self.rank(self.forced[name, own])
        return self._computed(name)

    def _computed(self, name: str) -> Value:
        """A computed criterion: the highest level whose rule and those before it are met."""
        graph = self.graph
        going, judged, reached = graph.true, graph.false, graph.const(0)
        scale = self.nodes.scales[self.nodes.criteria[name].scale]
        passes = graph.truth(self.rubric.non_answers.empty_level is EmptyLevel.PASSES)
        for level, rule in (self.nodes.criteria[name].computed or {}).items():
            truth, asked = self.gate.holds(rule), graph.no(self.is_rule_out(rule))
            held = graph.choose(truth.applies, truth.met, graph.every((asked, passes)))
            skipped = graph.every((graph.no(truth.applies), graph.no(asked)))
            judged = graph.either((judged, graph.every((going, truth.applies))))
            rank = graph.const(scale.rank_of(level) or 0)
            reached = graph.choose(graph.every((going, held)), rank, reached)
            going = graph.every((going, graph.either((held, skipped))))
        there = graph.every((judged, graph.no(self.is_out(name))))
        return self.choose(there, self.rank(reached), self.missing(NOTHING))

    def _lowest(self, names: tuple[str, ...]) -> Value:
        graph, values = self.graph, [self.node(name) for name in names]
        if not values:
            return self.missing(NOTHING)
        there = [graph.same(v.why, COMPUTED) for v in values]
        most = graph.const(max(v.number.high for v in values))
        lowest = graph.least(
            graph.choose(t, v.number, most) for t, v in zip(there, values, strict=True)
        )
        skipped = graph.either(graph.same(v.why, SKIPPED) for v in values)
        none = graph.choose(skipped, graph.const(SKIPPED), graph.const(NOTHING))
        why = graph.choose(graph.either(there), graph.const(COMPUTED), none)
        blocked = graph.either(graph.same(v.why, BLOCKED) for v in values)
        why = graph.choose(blocked, graph.const(BLOCKED), why)
        return Value(lowest, graph.const(1), why)

    # Measures ----------------------------------------------------------------------------------

    def _measure(self, measure: Measure, instance: int) -> Value:
        found = self.compute(measure, instance)
        if self.fixed or not needs_exploring(self.nodes, measure):
            return found
        return Explorer(self).explore(measure, instance, found)

    def compute(self, measure: Measure, instance: int) -> Value:
        """Compute a measure from its inputs at this corner."""
        if isinstance(measure, Ladder | Highest | Additive):
            return self._compute_items(measure, instance)
        inputs = self.inputs(measure, measure.of, instance)
        if not inputs.found:
            return self.missing(NO_INSTANCE)
        if isinstance(measure, Lookup | Difference):
            return self._compute_whole(measure, inputs)
        uncapped = self.graph.false
        if isinstance(measure, Cap):
            uncapped = self.graph.every(self.gate.holds(measure.unless, instance))
        return self._given(measure, inputs, uncapped)

    def _given(self, measure: Measure, inputs: Inputs, uncapped: Node) -> Value:
        call = Call(self.nodes, self.corner.high, uncapped)
        found = self.operators.apply(measure, inputs, call)
        opened = self._open_end(measure)
        silent = self.choose(
            self.graph.same(inputs.why, OPEN_LIST), opened, self._absent(found, inputs)
        )
        return self.choose(self.graph.same(inputs.why, COMPUTED), found, silent)

    def _absent(self, found: Value, inputs: Inputs) -> Value:
        return Value(found.number, found.over, inputs.why)

    def _compute_whole(self, measure: Lookup | Difference, inputs: Inputs) -> Value:
        """A measure that needs each of its inputs."""
        if len(inputs.found) != len(measure.of):
            raise TooLarge
        found = self._given(measure, inputs, self.graph.false)
        lacks = self.graph.every(
            (self.graph.same(inputs.why, COMPUTED), self.graph.no(self.graph.every(inputs.counted)))
        )
        return self.choose(lacks, self.missing(NOTHING), found)

    def _compute_items(self, measure: Ladder | Highest | Additive, instance: int) -> Value:
        graph, items = self.graph, {}
        stops: list[tuple[Node, Value]] = []
        for level, names in measure.items.items():
            asked = graph.no(graph.every(self.is_out(name) for name in names))
            inputs = self.inputs(measure, names, instance)
            items[level] = asked, inputs
            opened = graph.every((asked, graph.same(inputs.why, OPEN_LIST)))
            stops.append((opened, self._open_end(measure)))
            for code in (BLOCKED, INPUT_NOT_COMPUTED):
                halts = graph.every((asked, graph.same(inputs.why, code)))
                stops.append((halts, self.missing(BLOCKED)))
        passes = self.rubric.non_answers.empty_level is EmptyLevel.PASSES
        found = self.operators.apply_items(self.nodes, measure, items, passes=passes)
        some = graph.either(
            graph.every((asked, graph.same(inputs.why, COMPUTED)))
            for asked, inputs in items.values()
        )
        found = self.choose(some, found, self._emptied(list(items.values())))
        for condition, value in reversed(stops):
            found = self.choose(condition, value, found)
        return found

    def _emptied(self, items: list[tuple[Node, Inputs]]) -> Value:
        """Why no level has an item that applies: what was skipped, no instance, or the first."""
        graph, why = self.graph, self.graph.const(NOTHING)
        for asked, inputs in reversed(items):
            why = graph.choose(asked, inputs.why, why)
        for code in (NO_INSTANCE, SKIPPED):
            some = graph.either(
                graph.every((asked, graph.same(inputs.why, code))) for asked, inputs in items
            )
            why = graph.choose(some, graph.const(code), why)
        return Value(graph.const(0), graph.const(1), why)

    def _open_end(self, measure: Measure) -> Value:
        """The end of a measure over instances that nobody listed: any rank, or nothing known."""
        typed = self.nodes.typed(measure.id)
        if typed is None or typed.form is not Form.ORDINAL or typed.scale is None:
            return self.missing(OPEN_LIST)
        policy = self.effective(measure.not_assessed or self.rubric.non_answers.not_assessed)
        best = policy is Policy.BEST or (policy is not Policy.WORST and self.corner.high)
        return self.rank(self.graph.const(typed.scale.top if best else 0))
