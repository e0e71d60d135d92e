"""Gather the inputs of a measure at one corner: those that apply, or why there is none."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.facts import Key
from scalecheck.model.measures import Maximum, Measure, Minimum, WeightedMean
from scalecheck.model.policies import Policy
from scalecheck.model.scale import Direction, Scale
from scalecheck.scoring.facts import UNLISTED
from scalecheck.scoring.results import (
    ALL_SKIPPED,
    ATTRIBUTE_MISSING,
    BLOCKED,
    INPUT_NOT_COMPUTED,
    NO_INSTANCE,
    NOTHING_APPLICABLE,
    OPEN_LIST,
    Computed,
    Input,
    NotComputed,
    Result,
)
from scalecheck.scoring.rules import Rules


class InputReading(Rules, ABC):
    """What the measures of one case read at one corner."""

    @property
    @abstractmethod
    def opposite(self) -> "InputReading":
        """The other end of the same reading."""

    def inputs(
        self, measure: Measure, names: tuple[str, ...], instance: str
    ) -> tuple[Input, ...] | NotComputed:
        """Gather the inputs of a measure that apply, or say why there is none."""
        found: list[Input] = []
        reasons: list[NotComputed] = []
        for key, count in self.keys(measure, names, instance):
            if key.instance == UNLISTED and not isinstance(measure, Minimum | Maximum):
                return self._unlisted(measure)
            value = self._input_value(measure, key)
            if not isinstance(value, NotComputed):
                found.append(self._input(measure, key, value, count))
            elif value in (BLOCKED, INPUT_NOT_COMPUTED, ATTRIBUTE_MISSING):
                return value
            else:
                reasons.append(value)
        if found:
            return tuple(found)
        if not reasons:
            return NO_INSTANCE
        return ALL_SKIPPED if ALL_SKIPPED in reasons else NOTHING_APPLICABLE

    def _unlisted(self, measure: Measure) -> NotComputed:
        policy = self.effective(measure.not_assessed or self.nodes.rubric.non_answers.not_assessed)
        return {Policy.SKIP: ALL_SKIPPED, Policy.BLOCK: BLOCKED}.get(policy, OPEN_LIST)

    def keys(
        self, measure: Measure, names: tuple[str, ...], instance: str
    ) -> Iterator[tuple[Key, int]]:
        """The inputs of a measure, one a node, or one an instance, and how many each stands for."""
        for name in self.nodes.expand(names):
            own = self.nodes.group_of.get(name)
            part = self.nodes.measures.get(name)
            group = own.id if own else part.per if part else None
            if group is None:
                yield Key(name), 1
            elif group == measure.per:
                yield Key(name, instance), 1
            else:
                listed = self.instances(group, measure.where)
                if listed is None:
                    yield Key(name, UNLISTED), 1
                else:
                    yield from ((Key(name, i.id), i.count) for i in listed)

    def _input_value(self, measure: Measure, key: Key) -> Result:
        policies = self.nodes.rubric.non_answers
        unknown = measure.unknown or policies.unknown
        reading = self._side(measure, key.criterion)
        if key in self.forced or key in self.facts:
            return reading.leaf(key, unknown, measure.not_assessed or policies.not_assessed)
        if key.criterion in self.nodes.attributes and key.criterion not in self.nodes.criteria:
            return reading.attribute_position(key.criterion)
        value = reading.node(key.criterion, key.instance)
        if not isinstance(value, NotComputed) or value is NOTHING_APPLICABLE:
            return value
        return reading.instead(key.criterion, unknown)

    def _side(self, measure: Measure, name: str) -> "InputReading":
        """The corner to read an input at: a worse rank of a `down` scale has a higher score."""
        scale = self._scale(name)
        if scale is None or scale.direction is Direction.UP or not self.nodes.is_scored(measure):
            return self
        return self.opposite

    def _scale(self, name: str) -> Scale | None:
        typed = self.nodes.typed(name)
        return typed.scale if typed else None

    def attribute_position(self, name: str) -> Result:
        """Where an attribute stands among its values; a missing one is not computed."""
        attribute = self.nodes.attributes[name]
        if attribute.scale is not None:
            return self.node(name)
        given = self.case.situation.attributes.get(name, ())
        known = [value.id for value in attribute.values]
        positions = [known.index(value) for value in given if value in known]
        return positions[0] if positions else ATTRIBUTE_MISSING

    def instead(self, name: str, policy: Policy) -> Result:
        """What a measure reads for an input that is not computed: as for an unknown answer."""
        effective = self.effective(policy)
        scale = self._scale(name)
        if effective is Policy.SKIP:
            return ALL_SKIPPED
        if effective is Policy.BLOCK or scale is None:
            return INPUT_NOT_COMPUTED
        best = effective is Policy.BEST or (effective is Policy.BOUNDS and self.corner.high)
        return scale.top if best else 0

    def _input(self, measure: Measure, key: Key, value: Computed, count: int) -> Input:
        other = self.opposite._input_value(measure, key) if self._wants_both(measure) else value
        weight = self._weight(measure, key.criterion)
        scale = self._scale(key.criterion)
        end = value if isinstance(other, NotComputed) else other
        return Input(key, value, end, scale, weight, count)

    def _wants_both(self, measure: Measure) -> bool:
        return not self.nodes.is_monotone_by_itself(measure)

    def _weight(self, measure: Measure, name: str) -> Fraction:
        criterion = self.nodes.criteria.get(name)
        if isinstance(measure, WeightedMean) and measure.weights is not None:
            return measure.weights.get(name, Fraction(1))
        return criterion.weight if criterion else Fraction(1)
