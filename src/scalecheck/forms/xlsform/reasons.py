"""The questions whose answer may need a written reason: those that a `should` names."""

from collections.abc import Iterator

from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, InGroup, Rule, Should


def names_with_reason(rubric: Rubric) -> frozenset[str]:
    """Find the criteria that a rule lets be answered lower, with a reason."""
    return frozenset(name for rule in _rules(rubric) for name in _should(rule))


def _rules(rubric: Rubric) -> Iterator[Rule]:
    yield from (level.requires for level in rubric.levels if level.requires is not None)
    yield from (one.ready_when for one in rubric.strategies if one.ready_when is not None)
    for criterion in rubric.criteria:
        yield from (criterion.computed or {}).values()


def _should(rule: Rule) -> Iterator[str]:
    match rule:
        case Should():
            yield from rule.should
        case AllOf():
            for part in rule.all_of:
                yield from _should(part)
        case AnyOf():
            for part in rule.any_of:
                yield from _should(part)
        case InGroup():
            yield from _should(rule.meet)
        case _:
            return
