"""The rules about measures."""

from scalecheck.lint.rule import Rule

MEASURES: tuple[Rule, ...] = ()
