"""The rules about names."""

from scalecheck.lint.rule import Rule

NAMES: tuple[Rule, ...] = ()
