"""The rules about evidence."""

from scalecheck.lint.rule import Rule

EVIDENCE: tuple[Rule, ...] = ()
