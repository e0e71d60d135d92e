"""The rules about weights: majorities and means, and what their weights really do."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.weights import (
    dominant_weight,
    majority_is_a_gate,
    majority_of_one,
    mixed_weight_units,
    must_suffices,
    profile_at_worst,
    threshold_asks_more,
    two_disjoint_majorities,
    unread_weight,
    veto_never_acts,
    weight_compulsory_in_disguise,
    weight_dummy,
    weight_sufficient_alone,
    weights_repeat_criteria,
    weights_short_of_hundred,
    weights_undecided,
)

WEIGHTS: tuple[Rule, ...] = (
    weight_compulsory_in_disguise.RULE,
    weight_dummy.RULE,
    weight_sufficient_alone.RULE,
    must_suffices.RULE,
    majority_is_a_gate.RULE,
    majority_of_one.RULE,
    two_disjoint_majorities.RULE,
    threshold_asks_more.RULE,
    profile_at_worst.RULE,
    veto_never_acts.RULE,
    unread_weight.RULE,
    weights_repeat_criteria.RULE,
    mixed_weight_units.RULE,
    weights_short_of_hundred.RULE,
    dominant_weight.RULE,
    weights_undecided.RULE,
)
