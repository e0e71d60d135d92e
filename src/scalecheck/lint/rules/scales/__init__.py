"""The rules about scales."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.scales import identical_anchors

SCALES: tuple[Rule, ...] = (identical_anchors.RULE,)
