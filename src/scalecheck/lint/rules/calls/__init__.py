"""The rules about calls."""

from scalecheck.lint.rule import Rule

CALLS: tuple[Rule, ...] = ()
