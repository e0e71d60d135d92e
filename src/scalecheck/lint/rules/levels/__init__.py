"""The rules about levels."""

from scalecheck.lint.rule import Rule

LEVELS: tuple[Rule, ...] = ()
