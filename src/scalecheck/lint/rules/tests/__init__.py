"""The rules about tests."""

from scalecheck.lint.rule import Rule

TESTS: tuple[Rule, ...] = ()
