"""The rules about projects."""

from scalecheck.lint.rule import Rule

PROJECTS: tuple[Rule, ...] = ()
