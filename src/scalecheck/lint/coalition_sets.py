"""Minimal sets of requirements that meet a rule, or that keep it from being met.

A set is a whole number: one bit a requirement, by position. Who is at level 3 is at level 2, and
who lacks level 2 lacks level 3: a set is minimal where no other set follows from it.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations, islice
from math import ceil
from operator import or_

from scalecheck.lint.weighing import Weighing, is_vetoed, rank_of, weigh
from scalecheck.model.coalition import Asked
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Majority,
    MajorityTerms,
    Requirement,
    Rule,
)

MOST = 5_000
_WIDE = 1_000

Found = tuple[int, ...] | None


class Solver:
    """Finds the sets of one rule; `asked` are its requirements, each once, in its order.

    The vetoes of a majority are requirements too, save where the rule is that majority: then they
    are told beside its sets.
    """

    def __init__(self, nodes: Nodes, rule: Rule) -> None:
        self.nodes, self._is_inner = nodes, not isinstance(rule, Majority)
        self._positions: dict[object, int] = {}
        self.asked: tuple[Asked, ...] = tuple(self._collect(rule))
        self._rule = rule

    def sufficient(self) -> Found:
        """The minimal sets that meet the rule; None where there are more than `MOST`."""
        return self._solve(self._rule, False, self._implied(False))

    def blocking(self) -> Found:
        """The minimal sets whose absence blocks the rule; None where there are more than `MOST`."""
        return self._solve(self._rule, True, self._implied(True))

    def _collect(self, rule: Rule) -> Iterator[Asked]:
        for leaf in leaves(rule):
            for ask in (*asks(leaf), *self._vetoes(leaf)):
                key = id(ask.rule) if ask.rule is not None else ask
                if key not in self._positions:
                    self._positions[key] = len(self._positions)
                    yield ask

    def _vetoes(self, rule: Rule) -> tuple[Asked, ...]:
        if isinstance(rule, Majority) and self._is_inner:
            return acting_vetoes(self.nodes, rule.majority)
        return ()

    def _bits(self, every: Iterable[Asked]) -> tuple[int, ...]:
        keys = (id(ask.rule) if ask.rule is not None else ask for ask in every)
        return tuple(1 << self._positions[key] for key in keys)

    def _implied(self, is_blocking: bool) -> tuple[int, ...]:
        """What follows from each requirement met, or from each one lacking: itself included."""
        same: dict[str, list[int]] = {}
        for position, ask in enumerate(self.asked):
            same.setdefault(ask.name or f" {position}", []).append(position)
        found = [0] * len(self.asked)
        for group in same.values():
            ranks = {p: self._rank(self.asked[p]) for p in group}
            for p in group:
                gaps = {q: ranks[q] - ranks[p] for q in group}
                follows = (q for q in group if (gaps[q] >= 0 if is_blocking else gaps[q] <= 0))
                found[p] = sum(1 << q for q in follows)
        return tuple(found)

    def _rank(self, ask: Asked) -> int | Fraction:
        return 0 if ask.rule is not None else self.nodes.wanted(ask.name, ask.level)

    def _solve(self, rule: Rule, is_blocking: bool, implied: Sequence[int]) -> Found:
        match rule:
            case Majority():
                return self._solve_majority(rule, is_blocking, implied)
            case AtLeast():
                bits = self._bits(asks(rule))
                count = least_of(rule.at_least, len(bits))
                size = len(bits) - count + 1 if is_blocking else count
                return bounded(sum(some) for some in combinations(bits, size))
            case AllOf() | AnyOf():
                parts = rule.all_of if isinstance(rule, AllOf) else rule.any_of
                solved = [self._solve(part, is_blocking, implied) for part in parts]
                join = _join if isinstance(rule, AllOf) != is_blocking else _gather
                return join(solved, implied)
            case _:
                bits = self._bits(asks(rule))
                return bits if is_blocking else (sum(bits),)

    def _solve_majority(self, rule: Majority, is_blocking: bool, implied: Sequence[int]) -> Found:
        weighing = weigh(self.nodes, rule.majority)
        if weighing is None:
            return None
        bits = dict(zip(weighing.names, self._bits(asks(rule)), strict=True))
        sets = losing_without(weighing) if is_blocking else winning(weighing)
        found = bounded(sum(bits[name] for name in names) for names in sets)
        vetoes = self._bits(self._vetoes(rule))
        if not vetoes:
            return found
        return (_gather if is_blocking else _join)([found, *((v,) for v in vetoes)], implied)


def acting_vetoes(nodes: Nodes, terms: MajorityTerms) -> tuple[Asked, ...]:
    """The vetoes that ask for more than the sets of their majority do."""
    return tuple(Asked(n, v) for n, v in terms.veto.items() if _acts(nodes, terms, n))


def _acts(nodes: Nodes, terms: MajorityTerms, name: str) -> bool:
    is_worst = rank_of(nodes, name, terms.veto[name]) == 0  # nothing is below
    return not is_worst and name not in terms.must and not is_vetoed(nodes, terms, name)


def leaves(rule: Rule) -> Iterator[Rule]:
    """The rules inside a rule that are made of requirements, in order."""
    match rule:
        case AllOf() | AnyOf():
            for part in rule.all_of if isinstance(rule, AllOf) else rule.any_of:
                yield from leaves(part)
        case _:
            yield rule


def asks(rule: Rule) -> Iterator[Asked]:
    """The requirements of a leaf; one that reads instances or reasons is one requirement."""
    match rule:
        case Requirement():
            yield from (Asked(name, level) for name, level in rule.root.items())
        case AtLeast():
            yield from (Asked(name, level) for name, level in rule.of.items())
        case Majority():
            yield from (Asked(name, level) for name, level in rule.majority.profile.items())
        case _:
            yield Asked("", "", rule)


def least_of(quota: int | Fraction, size: int) -> int:
    """How many of so many a quota asks for."""
    return quota if isinstance(quota, int) else ceil(quota * size)


def winning(weighing: Weighing) -> Iterator[tuple[str, ...]]:
    """The minimal sets that reach the threshold, the compulsory ones included."""
    must = tuple(name for name in weighing.names if name in weighing.must)
    free = {n: w for n, w in weighing.weights.items() if n not in weighing.must}
    for some in _reaching(free, weighing.need - weighing.forced):
        yield (*must, *some)


def losing_without(weighing: Weighing) -> Iterator[tuple[str, ...]]:
    """The minimal sets without which the threshold is out of reach."""
    yield from ((name,) for name in weighing.names if name in weighing.must)
    free = {n: w for n, w in weighing.weights.items() if n not in weighing.must}
    yield from _reaching(free, weighing.total - weighing.need + 1)


def _reaching(weights: dict[str, int], least: int) -> Iterator[tuple[str, ...]]:
    """The minimal sets whose weights sum to `least` or more.

    Taken by falling weight, a set is minimal when its last and lightest member is the one that
    brings it there.
    """
    order = sorted(weights, key=lambda name: -weights[name])
    rest = [0]
    for name in reversed(order):
        rest.append(rest[-1] + weights[name])
    rest.reverse()
    waiting: list[tuple[int, int, tuple[str, ...]]] = [(0, least, ())]
    while waiting:
        start, lacking, chosen = waiting.pop()
        if lacking <= 0:
            yield chosen
        elif rest[start] >= lacking:
            waiting.append((start + 1, lacking, chosen))
            name = order[start]
            waiting.append((start + 1, lacking - weights[name], (*chosen, name)))


def bounded(sets: Iterable[int]) -> Found:
    """List sets, or None where there are more than `MOST`."""
    found = tuple(islice(sets, MOST + 1))
    return None if len(found) > MOST else found


def _join(solved: Sequence[Found], implied: Sequence[int]) -> Found:
    """One set of each part, all together."""
    found: tuple[int, ...] = (0,)
    for part in solved:
        if part is None or len(found) * len(part) > _WIDE:
            return None
        found = _least((one | other for one in found for other in part), implied)
    return found


def _gather(solved: Sequence[Found], implied: Sequence[int]) -> Found:
    """The sets of every part, side by side."""
    known = [part for part in solved if part is not None]
    every = [one for part in known for one in part]
    return None if len(known) < len(solved) or len(every) > _WIDE else _least(every, implied)


def _least(every: Iterable[int], implied: Sequence[int]) -> tuple[int, ...]:
    """Keep the sets from which no other one follows, each without what follows from the rest."""
    bare = dict.fromkeys(_reduce(one, implied) for one in every)
    found: list[int] = []
    for one in sorted(bare, key=lambda one: one.bit_count()):
        follows = _follow(one, implied)
        if not any(other & ~follows == 0 for other in found):
            found = [other for other in found if one & ~_follow(other, implied) != 0]
            found.append(one)
    return tuple(found)


def _reduce(one: int, implied: Sequence[int]) -> int:
    """Leave out of a set what follows from its other members."""
    for position in positions(one):
        others = one & ~(1 << position)
        if others and _follow(others, implied) >> position & 1:
            one = others
    return one


def _follow(one: int, implied: Sequence[int]) -> int:
    """What follows from a set."""
    return reduce(or_, (implied[position] for position in positions(one)), 0)


def positions(one: int) -> tuple[int, ...]:
    """The members of a set, in order."""
    return tuple(n for n in range(one.bit_length()) if one >> n & 1)
