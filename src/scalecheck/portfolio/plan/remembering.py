"""What one reading has judged already, and what a trial of one answer need not judge again."""

from abc import ABC
from functools import cached_property

from scalecheck.model.rules import Rule
from scalecheck.portfolio.plan.exploring import TriedReading
from scalecheck.portfolio.plan.inputs import is_asked
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.values import Truth


class Remembering(TriedReading, ABC):
    """A reading whose rules are judged once; a trial takes from `base` whatever it leaves alone.

    Rules are known by identity: each is kept, so that no other takes its place.
    """

    base: "Remembering | None" = None

    @cached_property
    def _held(self) -> dict[tuple[int, int], tuple[Rule, Truth]]:
        return {}

    @cached_property
    def _reached(self) -> dict[tuple[str, str, int], Truth]:
        return {}

    @cached_property
    def _out(self) -> dict[int, tuple[Rule, Node]]:
        return {}

    def is_touched(self, names: frozenset[str]) -> bool:
        """Tell whether a trial reads any of these criteria otherwise than what it is tried from."""
        return self.base is None or any(name in names for name, _ in self.forced)

    def _is_tried(self, name: str, instance: int) -> bool:
        if name in self.nodes.group_of and is_asked(self.nodes, name):
            return (name, instance) in self.forced
        return self.is_touched(self.nodes.cone(name))

    def holds(self, rule: Rule, instance: int = 0) -> Truth:
        """Tell whether a rule is met at this corner."""
        if self.base is not None and not self.is_touched(self.nodes.cone_of_rule(rule)):
            return self.base.holds(rule, instance)
        key = id(rule), instance
        if key not in self._held:
            self._held[key] = rule, super().holds(rule, instance)
        return self._held[key][1]

    def reaches(self, name: str, wanted: str, instance: int = 0) -> Truth:
        """Tell whether a node is at a level or better."""
        if self.base is not None and not self._is_tried(name, instance):
            return self.base.reaches(name, wanted, instance)
        key = name, wanted, instance
        if key not in self._reached:
            self._reached[key] = super().reaches(name, wanted, instance)
        return self._reached[key]

    def is_rule_out(self, rule: Rule) -> Node:
        """Tell whether all that a rule reads is out by rule; no trial changes that."""
        if self.base is not None:
            return self.base.is_rule_out(rule)
        if id(rule) not in self._out:
            self._out[id(rule)] = rule, super().is_rule_out(rule)
        return self._out[id(rule)][1]
