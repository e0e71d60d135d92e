"""The rules about rubric tests: what they prove, and what they leave unproved."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.tests import (
    case_expects_nothing,
    duplicate_case,
    failing_test,
    test_of_other_version,
    untested_level,
    untested_threshold,
)

TESTS: tuple[Rule, ...] = (
    failing_test.RULE,
    case_expects_nothing.RULE,
    duplicate_case.RULE,
    untested_level.RULE,
    untested_threshold.RULE,
    test_of_other_version.RULE,
)
