"""The rules about texts."""

from scalecheck.lint.rule import Rule

TEXTS: tuple[Rule, ...] = ()
