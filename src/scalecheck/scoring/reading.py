"""Read every node at one corner of what is known.

All rules, and all measures but a few, are monotone: so the least favourable reading of the open
answers gives the low end of a result, and the most favourable its high end, exactly. A reading
is one such corner. The few measures that are not monotone are tried out in `ranges`.
"""

from functools import cached_property

from scalecheck.model.facts import Key
from scalecheck.model.form import Form
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import Cap, Difference, Lookup, Measure
from scalecheck.model.policies import EmptyLevel, Policy
from scalecheck.model.rules import Rule
from scalecheck.scoring.inputs import InputReading
from scalecheck.scoring.items import apply_items
from scalecheck.scoring.operators import Call, apply
from scalecheck.scoring.ranges import explore
from scalecheck.scoring.results import (
    ALL_SKIPPED,
    BLOCKED,
    INPUT_NOT_COMPUTED,
    NO_INSTANCE,
    NOTHING_APPLICABLE,
    OPEN_LIST,
    Fixed,
    Input,
    NotComputed,
    Result,
)


class Reading(InputReading):
    """One corner of one case; every node is computed once."""

    @cached_property
    def _known(self) -> dict[tuple[str, str], Result]:
        return {}

    @cached_property
    def _settled(self) -> dict[int, bool | None]:
        return {}

    # The reading that this one was tried from: what the trial does not touch is read there.
    base: "Reading | None" = None

    def tried(self, forced: Fixed) -> "Reading":
        """The same corner, with these questions forced to a rank, whatever is known of them.

        Only these: those that this reading forces are as known again, unless they are among them.
        """
        trial = Reading(self.case, self.corner, self.fixed, forced)
        trial.base = self
        return trial

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The criteria that this trial reads otherwise than the reading it was tried from."""
        before = self.base.forced if self.base else {}
        keys = {**before, **self.forced}
        return frozenset(k.criterion for k in keys if self.forced.get(k) != before.get(k))

    @cached_property
    def gate(self) -> "Reading":
        """The same corner, read as rules read it."""
        if self.corner.gate or self.corner.bounds:
            return self
        gate = Reading(self.case, self.corner._replace(gate=True), self.fixed, self.forced)
        gate.base = self.base.gate if self.base else None
        return gate

    def settles(self, rule: Rule) -> bool | None:
        """Tell whether a rule of the rubric holds, once for this reading and its trials."""
        if self.base and self._touched.isdisjoint(self.nodes.cone_of_rule(rule)):
            return self.base.settles(rule)
        key = id(rule)
        if key not in self._settled:
            self._settled[key] = self.holds(rule)
        return self._settled[key]

    @cached_property
    def opposite(self) -> "Reading":
        """The other end of the same reading."""
        corner = self.corner._replace(high=not self.corner.high)
        return Reading(self.case, corner, self.fixed, self.forced)

    def at(self, fixed: Fixed) -> "Reading":
        """The same corner, with ranks tried for open answers."""
        return Reading(self.case, self.corner, fixed, self.forced)

    def node(self, name: str, instance: str = "") -> Result:
        """Read a criterion, a dimension, a measure or an attribute with a scale."""
        if self.base and self._touched.isdisjoint(self.nodes.cone(name)):
            return self.base.node(name, instance)
        key = (name, instance)
        if key not in self._known:
            self._known[key] = self._node(name, instance)
        return self._known[key]

    def _node(self, name: str, instance: str) -> Result:
        if name in self.nodes.criteria:
            return self._criterion(name, instance)
        if name in self.nodes.dimensions:
            return self._lowest(self.nodes.members(self.nodes.dimensions[name]))
        if name in self.nodes.measures:
            return self._measure(self.nodes.measures[name], instance)
        return self._attribute(name)

    def _criterion(self, name: str, instance: str) -> Result:
        key = Key(name, instance if name in self.nodes.group_of else "")
        if key in self.forced or key in self.facts:
            policies = self.nodes.rubric.non_answers
            return self.leaf(key, policies.unknown, policies.not_assessed)
        return self._computed(name)

    def _computed(self, name: str) -> Result:
        """A computed criterion: the highest level whose rule and those before it are met."""
        computed = self.nodes.criteria[name].computed
        if computed is None or self.is_out(name):
            return NOTHING_APPLICABLE
        scale = self.scale_of(name)
        reached, judged = 0, False
        for level, rule in computed.items():
            truth = self.gate.holds(rule)
            if truth is None and self.is_rule_out(rule):
                continue
            judged = judged or truth is not None
            if truth is False or (truth is None and not self._empty_passes()):
                break
            reached = scale.rank_of(level) or 0
        return reached if judged else NOTHING_APPLICABLE

    def _empty_passes(self) -> bool:
        return self.nodes.rubric.non_answers.empty_level is EmptyLevel.PASSES

    def _lowest(self, names: tuple[str, ...]) -> Result:
        values = [self.node(name) for name in names]
        ranks = [v for v in values if not isinstance(v, NotComputed)]
        if BLOCKED in values:
            return BLOCKED
        if not ranks and ALL_SKIPPED in values:
            return ALL_SKIPPED
        return min(ranks) if ranks else NOTHING_APPLICABLE

    def _attribute(self, name: str) -> Result:
        attribute = self.nodes.attributes[name]
        scale = self.nodes.scales[attribute.scale or ""]
        given = self.case.situation.attributes.get(name, ())
        ranks = [r for r in (scale.rank_of(value) for value in given) if r is not None]
        if not ranks:
            return scale.top if self.corner.high else 0
        return max(ranks) if self.corner.high else min(ranks)

    # Measures ----------------------------------------------------------------------------------

    def _measure(self, measure: Measure, instance: str) -> Result:
        found = explore(self, measure, instance)
        return self.compute(measure, instance) if found is None else found

    def compute(self, measure: Measure, instance: str) -> Result:
        """Compute a measure from its inputs at this corner."""
        if isinstance(measure, Ladder | Highest | Additive):
            return self._compute_items(measure, instance)
        inputs = self.inputs(measure, measure.of, instance)
        if isinstance(inputs, NotComputed):
            return self._open_end(measure) if inputs is OPEN_LIST else inputs
        if len(inputs) < len(measure.of) and isinstance(measure, Lookup | Difference):
            return NOTHING_APPLICABLE
        uncapped = isinstance(measure, Cap) and self.gate.holds(measure.unless, instance) is True
        return apply(measure, inputs, Call(self.nodes, self.corner.high, uncapped))

    def _compute_items(self, measure: Ladder | Highest | Additive, instance: str) -> Result:
        items: dict[str, tuple[Input, ...]] = {}
        reasons: list[NotComputed] = []
        for level, names in measure.items.items():
            if all(self.is_out(name) for name in names):
                continue
            inputs = self.inputs(measure, names, instance)
            if inputs is OPEN_LIST:
                return self._open_end(measure)
            if inputs in (BLOCKED, INPUT_NOT_COMPUTED):
                return BLOCKED
            items[level] = () if isinstance(inputs, NotComputed) else inputs
            reasons.extend([inputs] if isinstance(inputs, NotComputed) else [])
        if reasons and not any(items.values()):
            return next((r for r in (ALL_SKIPPED, NO_INSTANCE) if r in reasons), reasons[0])
        return apply_items(self.nodes, measure, items, empty_passes=self._empty_passes())

    def _open_end(self, measure: Measure) -> Result:
        """The end of a measure over instances that nobody listed: any rank, or nothing known."""
        typed = self.nodes.typed(measure.id)
        if typed is None or typed.form is not Form.ORDINAL or typed.scale is None:
            return OPEN_LIST
        policy = self.effective(measure.not_assessed or self.nodes.rubric.non_answers.not_assessed)
        best = policy is Policy.BEST or (policy is not Policy.WORST and self.corner.high)
        return typed.scale.top if best else 0
