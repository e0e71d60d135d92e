"""The rules about reading: what YAML and comments really say."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.reading import unused_waiver, waiver_without_reason

READING: tuple[Rule, ...] = (unused_waiver.RULE, waiver_without_reason.RULE)
