"""The smallest part of a rule that can never be met, and what the best answers give there."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from scalecheck.lint.rules.levels.parts import Part, requirement
from scalecheck.lint.rules.levels.witness import level_name
from scalecheck.lint.rules.levels.wording import describe, in_turn
from scalecheck.model.diagnostic import Path
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    MajorityTerms,
    Requirement,
    Rule,
    Should,
)
from scalecheck.scoring.logic.logic import Logic


class Blame(NamedTuple):
    """A part that is never met: where, what it asks, what the best answers give, of which node."""

    path: Path
    asked: str
    best: str
    name: str = ""


def find_blame(logic: Logic, part: Part) -> Blame:
    """Find the smallest part of a rule that even the best answers do not meet."""
    path, rule, _ = part
    found: Blame
    match rule:
        case Requirement():
            found = _blame_node(logic, rule.root, path)
        case AllOf():
            found = _blame_first(logic, rule, path)
        case InGroup():
            found = find_blame(logic, Part((*path, "meet"), rule.meet))
        case AtLeast():
            found = _blame_quota(logic, rule, path)
        case Majority():
            found = _blame_majority(logic, rule.majority, (*path, "majority"))
        case _:
            found = _blame_rest(logic, rule, path)
    return found


def _blame_rest(logic: Logic, rule: AnyOf | Should | Answered, path: Path) -> Blame:
    match rule:
        case Should():
            return _blame_node(logic, rule.should, (*path, "should"))
        case AnyOf(any_of=(only,)):
            return find_blame(logic, Part((*path, "any_of", 0), only))
        case AnyOf():
            found = [find_blame(logic, Part(path, one)) for one in rule.any_of]
            asked, best = in_turn(one.asked for one in found), in_turn(one.best for one in found)
            return Blame((*path, "any_of"), asked, best)
        case Answered():
            return Blame((*path, "answered"), describe(rule), f"0/{len(rule.answered)}")


def _blame_first(logic: Logic, rule: AllOf, path: Path) -> Blame:
    for position, part in enumerate(rule.all_of):
        if not logic.can_be_met(part):
            return find_blame(logic, Part((*path, "all_of", position), part))
    return _blame_all(rule, len(rule.all_of), path)


def _blame_all(rule: Rule, count: int, path: Path) -> Blame:
    """Each of several parts can be met, not all of them: at best, all but one."""
    return Blame(path, describe(rule), f"{count - 1}/{count}")


def _blame_quota(logic: Logic, rule: AtLeast, path: Path) -> Blame:
    met, total = sum(_can(logic, n, v) for n, v in rule.of.items()), len(rule.of)
    if isinstance(rule.at_least, int):
        return Blame(path, f"{rule.at_least}/{total} ({describe(rule)})", f"{met}/{total}")
    share = Fraction(met, total or 1)
    return Blame(path, f"{_percent(rule.at_least)} ({describe(rule)})", _percent(share))


def _can(logic: Logic, name: str, level: str) -> bool:
    return logic.can_be_met(requirement(name, level))


def _blame_node(logic: Logic, wanted: Mapping[str, str], path: Path) -> Blame:
    never = [(name, level) for name, level in wanted.items() if not _can(logic, name, level)]
    for name, level in never:
        best = f"{name} {level_name(logic.nodes, name, logic.best_of(name))}"
        return Blame((*path, name), f"{name} {level}", best, name)
    return _blame_all(Requirement.model_construct(root=dict(wanted)), len(wanted), path)


def _blame_majority(logic: Logic, terms: MajorityTerms, path: Path) -> Blame:
    for name, level in _firm(terms):
        if not _can(logic, name, level):
            where = "profile" if name in terms.must else "veto"
            return _blame_node(logic, {name: level}, (*path, where))
    weights = logic.open.weights(terms)
    met = sum(w for n, w in weights.items() if _can(logic, n, terms.profile[n]))
    total = sum(weights.values(), Fraction(0)) or Fraction(1)
    asked = f"{_percent(terms.threshold)} ({describe(Majority.model_construct(majority=terms))})"
    return Blame(path, asked, _percent(met / total))


def _firm(terms: MajorityTerms) -> Iterator[tuple[str, str]]:
    yield from ((name, terms.profile[name]) for name in terms.must if name in terms.profile)
    yield from terms.veto.items()


def _percent(share: Fraction) -> str:
    return f"{round(share * 1000) / 10:g}%"
