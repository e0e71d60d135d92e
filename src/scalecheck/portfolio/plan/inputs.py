"""Gather the inputs of a measure at one corner, as nodes: those that apply, or why none does."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.form import Form
from scalecheck.model.measures import Maximum, Measure, Minimum, WeightedMean
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import Policy
from scalecheck.model.scale import Direction, Scale
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.rules import Rules
from scalecheck.portfolio.plan.scene import UNLISTED
from scalecheck.portfolio.plan.values import (
    ATTRIBUTE_MISSING,
    BLOCKED,
    COMPUTED,
    INPUT_NOT_COMPUTED,
    NO_INSTANCE,
    NOTHING,
    OPEN_LIST,
    SKIPPED,
    STOPPING,
    Input,
    Inputs,
    Value,
)


class Place(NamedTuple):
    """Where an input is read: a node, of an instance or not; whether it is there; how many."""

    name: str
    instance: int
    here: Node
    alike: Node


class InputReading(Rules, ABC):
    """What the measures of one scene read at one corner."""

    @property
    @abstractmethod
    def opposite(self) -> "InputReading":
        """The other end of the same reading."""

    def inputs(self, measure: Measure, names: tuple[str, ...], instance: int) -> Inputs:
        """Gather the inputs of a measure, and which of them count."""
        places = self.places(measure, names, instance)
        found = tuple(self._input(measure, p) for p in places if p.here is not self.graph.false)
        graph, counted = self.graph, []
        for one in found:
            counted.append(graph.every((one.here, graph.same(one.value.why, COMPUTED))))
        return Inputs(found, tuple(counted), self._why(found, counted))

    def _why(self, found: tuple[Input, ...], counted: list[Node]) -> Node:
        """Why nothing is computed: what stops first, else what was skipped, else nothing left."""
        graph = self.graph
        there = graph.either(one.here for one in found)
        skipped = graph.either(
            graph.every((one.here, graph.same(one.value.why, SKIPPED))) for one in found
        )
        none = graph.choose(skipped, graph.const(SKIPPED), graph.const(NOTHING))
        why = graph.choose(
            graph.either(counted),
            graph.const(COMPUTED),
            graph.choose(there, none, graph.const(NO_INSTANCE)),
        )
        for one in reversed(found):
            for code in STOPPING:
                stops = graph.every((one.here, graph.same(one.value.why, code)))
                why = graph.choose(stops, graph.const(code), why)
            halts = graph.every((one.here, graph.reaches(one.stop, graph.const(1))))
            why = graph.choose(halts, one.stop, why)
        return why

    def places(self, measure: Measure, names: tuple[str, ...], instance: int) -> Iterator[Place]:
        """The inputs of a measure, one a node, or one an instance."""
        graph = self.graph
        for name in self.nodes.expand(names):
            group = group_of(self.nodes, name)
            if group is None:
                yield Place(name, 0, graph.true, graph.const(1))
            elif group == measure.per:
                yield Place(name, instance, graph.true, graph.const(1))
            else:
                unlisted = graph.no(self.scene.listed(group))
                yield Place(name, UNLISTED, unlisted, graph.const(1))
                for number in self.scene.numbers(group):
                    here = self.stands(group, number, measure.where)
                    yield Place(name, number, here, self.scene.alike(group, number))

    def _input(self, measure: Measure, place: Place) -> Input:
        name, scale = place.name, self.scale(place.name)
        stop = self.graph.const(0)
        if place.instance == UNLISTED and not isinstance(measure, Minimum | Maximum):
            stop = self.graph.const(self._unlisted(measure))
            value = other = self.missing(NOTHING)
        else:
            value = self._input_value(measure, place)
            other = self._other(measure, place, value)
        is_rank = self._is_rank(name)
        weight = self._weight(measure, name)
        here, alike = place.here, place.alike
        return Input(name, place.instance, here, stop, value, other, scale, is_rank, weight, alike)

    def _unlisted(self, measure: Measure) -> int:
        policy = self.effective(measure.not_assessed or self.rubric.non_answers.not_assessed)
        return {Policy.SKIP: SKIPPED, Policy.BLOCK: BLOCKED}.get(policy, OPEN_LIST)

    def _other(self, measure: Measure, place: Place, value: Value) -> Value:
        if self.nodes.is_monotone_by_itself(measure):
            return value
        other = self.opposite._input_value(measure, place)
        return self.choose(self.graph.same(other.why, COMPUTED), other, value)

    def _input_value(self, measure: Measure, place: Place) -> Value:
        name, instance = place.name, place.instance
        policies = self.rubric.non_answers
        unknown = measure.unknown or policies.unknown
        reading = self._side(measure, name)
        if is_asked(self.nodes, name) or (name, instance) in self.forced:
            return reading.leaf(
                name, instance, unknown, measure.not_assessed or policies.not_assessed
            )
        if name in self.nodes.attributes and name not in self.nodes.criteria:
            return reading.attribute_position(name)
        value = reading.node(name, instance)
        stays = self.graph.either(
            (self.graph.same(value.why, COMPUTED), self.graph.same(value.why, NOTHING))
        )
        return self.choose(stays, value, reading.instead(name, unknown))

    def _side(self, measure: Measure, name: str) -> "InputReading":
        """The corner to read an input at: a worse rank of a `down` scale has a higher score."""
        scale = self.scale(name)
        if scale is None or scale.direction is Direction.UP or not self.nodes.is_scored(measure):
            return self
        return self.opposite

    def scale(self, name: str) -> Scale | None:
        """The scale of what a node gives."""
        typed = self.nodes.typed(name)
        return typed.scale if typed else None

    def _is_rank(self, name: str) -> bool:
        """Tell whether a node gives a rank or a position, and not a count or an exact number."""
        typed = self.nodes.typed(name)
        return typed is None or typed.scale is not None or typed.form is Form.COUNT

    def attribute_position(self, name: str) -> Value:
        """Where an attribute stands among its values; a missing one is not computed."""
        if self.nodes.attributes[name].scale is not None:
            return self.node(name)
        given, position = self.scene.position(name)
        return self.choose(given, self.rank(position), self.missing(ATTRIBUTE_MISSING))

    def instead(self, name: str, policy: Policy) -> Value:
        """What a measure reads for an input that is not computed: as for an unknown answer."""
        effective, scale = self.effective(policy), self.scale(name)
        if effective is Policy.SKIP:
            return self.missing(SKIPPED)
        if effective is Policy.BLOCK or scale is None:
            return self.missing(INPUT_NOT_COMPUTED)
        best = effective is Policy.BEST or (effective is Policy.BOUNDS and self.corner.high)
        return self.rank(self.graph.const(scale.top if best else 0))

    def _weight(self, measure: Measure, name: str) -> Fraction:
        criterion = self.nodes.criteria.get(name)
        if isinstance(measure, WeightedMean) and measure.weights is not None:
            return measure.weights.get(name, Fraction(1))
        return criterion.weight if criterion else Fraction(1)


def is_asked(nodes: Nodes, name: str) -> bool:
    """Tell whether a name is a criterion that people answer."""
    criterion = nodes.criteria.get(name)
    return criterion is not None and criterion.computed is None


def group_of(nodes: Nodes, name: str) -> str | None:
    """The group whose instances a node is read for, one by one; None where it stands alone."""
    owner, measure = nodes.group_of.get(name), nodes.measures.get(name)
    return owner.id if owner else measure.per if measure else None
