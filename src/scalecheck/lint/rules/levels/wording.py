"""Rules as facts: named by the criteria that they read, never by the words of the format."""

from collections.abc import Iterable

from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)


def describe(rule: Rule) -> str:
    """Name a rule: `besoin 2, usage 1`; ways to choose from are told as `besoin 2 / usage 1`."""
    match rule:
        case Requirement():
            return _pairs(rule.root.items())
        case AtLeast():
            return _pairs(rule.of.items())
        case Majority():
            return _pairs(rule.majority.profile.items())
        case AllOf():
            return in_short(map(_within, rule.all_of))
        case AnyOf():
            return in_turn(map(describe, rule.any_of))
        case _:
            return _describe_rest(rule)


def _describe_rest(rule: InGroup | Should | Answered) -> str:
    match rule:
        case Should():
            return _pairs(rule.should.items())
        case InGroup():
            return f"{rule.group} ({describe(rule.meet)})"
        case Answered():
            return in_short(rule.answered)


def in_turn(things: Iterable[str]) -> str:
    """List what is one of several ways, each once."""
    return " / ".join(dict.fromkeys(things))


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return in_short(f"{name} {level}" for name, level in pairs)


def _within(rule: Rule) -> str:
    return f"({describe(rule)})" if isinstance(rule, AnyOf) else describe(rule)
