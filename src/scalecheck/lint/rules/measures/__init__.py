"""The rules about measures: what they can give, and what is asked of them."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.measures import (
    asks_beyond_measure,
    band_unreachable,
    cap_never_acts,
    cap_never_lifted,
    constant_measure,
    count_beyond_items,
    counted_twice,
    lookup_cell_never_read,
    mixed_directions,
    percent_of_nothing,
    twin_measures,
    unlike_scores,
    untitled_measure,
    worst_level_counted,
)

MEASURES: tuple[Rule, ...] = (
    asks_beyond_measure.RULE,
    count_beyond_items.RULE,
    worst_level_counted.RULE,
    band_unreachable.RULE,
    lookup_cell_never_read.RULE,
    cap_never_acts.RULE,
    cap_never_lifted.RULE,
    percent_of_nothing.RULE,
    constant_measure.RULE,
    counted_twice.RULE,
    mixed_directions.RULE,
    unlike_scores.RULE,
    twin_measures.RULE,
    untitled_measure.RULE,
)
