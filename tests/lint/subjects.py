"""Subjects made of a rubric in memory, and what rules find in them."""

from scalecheck.lint.finder import Finder
from scalecheck.lint.rule import to_problem
from scalecheck.lint.subject import RubricSubject
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf

_NOTHING = parse(b"format: scalecheck/rubric@1\n", "rubric.yaml")
_FINDER = Finder(Shelf((), "test", False))


def make_subject(rubric, *, is_sound=True):
    """A rubric to look at, without the file it comes from."""
    return RubricSubject(_NOTHING, rubric, _FINDER, is_sound=is_sound)


def find_problems(rules, subject):
    """What rules find, in their order."""
    return [to_problem(rule, found) for rule in rules for found in rule.find(subject)]


def find_codes(rules, subject):
    """The codes of what rules find, in their order."""
    return [problem.code for problem in find_problems(rules, subject)]
