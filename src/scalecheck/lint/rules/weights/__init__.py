"""The rules about weights."""

from scalecheck.lint.rule import Rule

WEIGHTS: tuple[Rule, ...] = ()
