"""The rules about scales."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.scales import (
    anchors_out_of_order,
    duplicate_labels,
    identical_anchors,
    label_of_another_level,
    long_scale,
    missing_advice,
    missing_anchor,
    near_identical_anchors,
    no_anchors,
    score_missing,
    undescribed_scale,
    unlabelled_level,
    unused_scale,
)

SCALES: tuple[Rule, ...] = (
    unused_scale.RULE,
    label_of_another_level.RULE,
    duplicate_labels.RULE,
    unlabelled_level.RULE,
    score_missing.RULE,
    long_scale.RULE,
    undescribed_scale.RULE,
    no_anchors.RULE,
    missing_anchor.RULE,
    missing_advice.RULE,
    anchors_out_of_order.RULE,
    identical_anchors.RULE,
    near_identical_anchors.RULE,
)
