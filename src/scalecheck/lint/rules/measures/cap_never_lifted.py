"""A cap whose condition can never be met: the levels above it are out of everyone's reach."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.lint.coalition_sets import least_of
from scalecheck.lint.reach import Reaches, reaches
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.weighing import weigh
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rules import AllOf, AnyOf, AtLeast, InGroup, Majority, Requirement
from scalecheck.model.rules import Rule as Asks


def find(subject: RubricSubject) -> Iterator[Found]:
    known = reaches(subject)
    if known is None:
        return
    for m, measure in enumerate(subject.value.measures):
        if measure.op == "cap" and not may_hold(known, measure.unless):
            yield found(("measures", m, "unless"), at_key=True, measure=measure.id, at=measure.at)


def may_hold(known: Reaches, rule: Asks) -> bool:
    """Tell whether a rule is met when everything is as good as can be; no is certain."""
    match rule:
        case AllOf() | AnyOf():
            parts = rule.all_of if isinstance(rule, AllOf) else rule.any_of
            truths = [may_hold(known, part) for part in parts]
            return all(truths) if isinstance(rule, AllOf) else any(truths)
        case Requirement():
            return all(known.can_reach(name, level) for name, level in rule.root.items())
        case InGroup():
            return may_hold(known, rule.meet)
        case AtLeast():
            met = sum(known.can_reach(name, level) for name, level in rule.of.items())
            return met >= least_of(rule.at_least, len(rule.of))
        case Majority():
            return _may_reach(known, rule)
        case _:
            return True


def _may_reach(known: Reaches, rule: Majority) -> bool:
    terms, weighing = rule.majority, weigh(known.nodes, rule.majority)
    if weighing is None:
        return True
    met = {name for name, level in terms.profile.items() if known.can_reach(name, level)}
    weight = sum((Fraction(weighing.weights[name]) for name in met), Fraction(0))
    vetoed = any(not known.can_reach(name, level) for name, level in terms.veto.items())
    return weight >= weighing.need and weighing.must <= met and not vetoed


RULE = Rule("cap-never-lifted", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
