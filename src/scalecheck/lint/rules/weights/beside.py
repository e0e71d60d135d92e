"""What stands beside a majority: the rest of its rule, and the rules that come before its own."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from scalecheck.lint.coalition_sets import least_of
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.weighing import rank_of
from scalecheck.model.diagnostic import Path
from scalecheck.model.nodes import Nodes
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

_ANY = 10**9  # more than any rank: what is asked cannot be compared
_Asked = Iterator[tuple[str, str]]


class Beside(NamedTuple):
    """The rules that must be met together with a majority: of its own level, and earlier ones."""

    nodes: Nodes
    same: tuple[Rule, ...]
    earlier: tuple[Rule, ...]

    def is_compulsory(self, name: str, level: str) -> bool:
        """Tell whether a node must be at a level for sure, by what is written beside."""
        rank = rank_of(self.nodes, name, level)
        return rank is not None and any(
            _rank(self.nodes, node, asked) >= rank
            for rule in (*self.same, *self.earlier)
            for node, asked in _surely_asked(rule)
            if node == name or self._holds(node, name)
        )

    def may_ask(self, name: str, level: str) -> bool:
        """Tell whether something beside may ask more of a node than its worst level.

        Of the earlier rules, only what asks the level itself or a better one is counted.
        """
        return self._may_ask(name, self.same, 1) or self._may_ask(
            name, self.earlier, rank_of(self.nodes, name, level) or 0
        )

    def _may_ask(self, name: str, rules: tuple[Rule, ...], least: int | Fraction) -> bool:
        return any(
            self._most(node, level, name) >= least for r in rules for node, level in _asked(r)
        )

    def _most(self, node: str, level: str, name: str) -> int | Fraction:
        """The best rank of a node that a level of another one may bring with it; 0 for none."""
        if node == name or self._holds(node, name):
            return _rank(self.nodes, node, level)
        return _ANY if self.nodes.cone(node) & self.nodes.cone(name) else 0

    def _holds(self, node: str, name: str) -> bool:
        """Tell whether a node is a dimension that is no better than another one."""
        dimension = self.nodes.dimensions.get(node)
        return dimension is not None and name in self.nodes.members(dimension)


def beside(subject: RubricSubject, path: Path) -> Beside:
    """Read what stands beside the majority at a path."""
    root, earlier, rest = _start(subject, path)
    same: list[Rule] = []
    here: Rule | None = root
    for word, step in pairwise(rest):
        if isinstance(here, InGroup) and word == "meet":
            here = here.meet
        elif isinstance(here, AllOf) and word == "all_of" and isinstance(step, int):
            same += [part for n, part in enumerate(here.all_of) if n != step]
            here = here.all_of[step]
        elif isinstance(here, AnyOf) and word == "any_of" and isinstance(step, int):
            here = here.any_of[step]
    return Beside(subject.names, tuple(same), earlier)


def _start(subject: RubricSubject, path: Path) -> tuple[Rule | None, tuple[Rule, ...], Path]:
    """The whole rule that holds a path, the rules that come before it, and the way inside."""
    rubric, position = subject.value, int(path[1])
    if path[0] == "levels":
        is_ladder = rubric.headline == "ladder"
        before = rubric.levels[:position] if is_ladder else ()
        earlier = tuple(level.requires for level in before if level.requires is not None)
        return rubric.levels[position].requires, earlier, path[3:]
    if path[0] == "dimensions":
        rules = rubric.dimensions[position].criteria[int(path[3])].computed or {}
        place = list(rules).index(str(path[5]))
        return rules[str(path[5])], tuple(rules.values())[:place], path[6:]
    thing = getattr(rubric, str(path[0]))[position]
    return getattr(thing, str(path[2])), (), path[3:]


def _rank(nodes: Nodes, name: str, level: str) -> int | Fraction:
    found = rank_of(nodes, name, level)
    return _ANY if found is None else found


def _asked(rule: Rule) -> _Asked:
    """Every node that a rule may ask something of, and the level."""
    match rule:
        case AllOf() | AnyOf():
            for part in rule.all_of if isinstance(rule, AllOf) else rule.any_of:
                yield from _asked(part)
        case InGroup():
            yield from _asked(rule.meet)
        case Majority():
            yield from (*rule.majority.profile.items(), *rule.majority.veto.items())
        case _:
            yield from _listed(rule)


def _listed(rule: Requirement | AtLeast | Should | Answered) -> Iterable[tuple[str, str]]:
    match rule:
        case Requirement():
            return rule.root.items()
        case AtLeast():
            return rule.of.items()
        case Should():
            return rule.should.items()
        case Answered():
            return ()


def _surely_asked(rule: Rule) -> _Asked:
    """The nodes that a rule is never met without, and the level."""
    match rule:
        case AllOf():
            for part in rule.all_of:
                yield from _surely_asked(part)
        case Majority():
            terms = rule.majority
            yield from ((n, terms.profile[n]) for n in terms.must if n in terms.profile)
            yield from terms.veto.items()
        case AtLeast():
            if least_of(rule.at_least, len(rule.of)) == len(rule.of):
                yield from rule.of.items()
        case Requirement():
            yield from rule.root.items()
        case _:
            return
