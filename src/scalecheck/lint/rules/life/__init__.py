"""The rules about the life of a rubric: its versions, what it takes away, and upgrade tables."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.life import (
    id_removed,
    level_meaning_changed,
    upgrade_carries_reworded,
    upgrade_incomplete,
    upgrade_maps_down,
    upgrade_rubric_not_found,
    version_not_raised,
    version_not_semantic,
    version_rise_too_small,
)

LIFE: tuple[Rule, ...] = (
    version_not_semantic.RULE,
    version_not_raised.RULE,
    version_rise_too_small.RULE,
    id_removed.RULE,
    level_meaning_changed.RULE,
    upgrade_rubric_not_found.RULE,
    upgrade_incomplete.RULE,
    upgrade_carries_reworded.RULE,
    upgrade_maps_down.RULE,
)
