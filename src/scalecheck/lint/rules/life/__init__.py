"""The rules about life."""

from scalecheck.lint.rule import Rule

LIFE: tuple[Rule, ...] = ()
