"""Prove boxes empty by comparing weighted sums: what must be reached, and what must not.

Corners alone cannot see that two majorities with the same weights are nested; the fractional
knapsack can. It is a bound: it refutes, it never finds.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from scalecheck.scoring.logic.formula import Atom, Formula, Profile, Rank, Some, Sum
from scalecheck.scoring.logic.predicate import Predicate, make_test

Steps = dict[str, list[tuple[Rank, int]]]


class Relaxation:
    """The sums of one search: one that must stay below its threshold, others that must reach."""

    def __init__(self, unmet: Formula, met: Sequence[Predicate]) -> None:
        own = _as_sum(unmet)
        self.unmet = None if own is None else _Steps(own)
        parts = (_as_sum(part.formula) for predicate in met for part in predicate.parts)
        self.met = [_Steps(part) for part in parts if part is not None] if own else []
        self.weights = self.unmet.weights() if self.unmet else {}

    def order(self, names: Iterable[str]) -> list[str]:
        """The order to branch in: what weighs most first."""
        return sorted(names, key=lambda name: -self.weights.get(name, 0))

    def refutes(self, bottom: Profile, top: Profile) -> bool:
        """Tell whether no profile of a box can reach one sum without reaching the other."""
        mine = self.unmet
        if mine is None:
            return False
        return any(_least_with(mine, other, bottom, top) >= mine.least for other in self.met)


class _Steps:
    """A sum seen by variable: the ranks at which it grows, and by how much."""

    def __init__(self, formula: Sum) -> None:
        self.least = formula.least
        self.steps: Steps = {}
        self.rest = []
        for weight, part in formula.terms:
            if isinstance(part, Atom):
                self.steps.setdefault(part.name, []).append((part.rank, weight))
            else:
                self.rest.append((weight, make_test(part)))

    def weights(self) -> dict[str, int]:
        return {name: sum(w for _, w in steps) for name, steps in self.steps.items()}

    def rest_at(self, profile: Profile) -> int:
        return sum(weight for weight, holds in self.rest if holds(profile))

    def gain(self, name: str, low: Rank, rank: Rank) -> int:
        return sum(w for cut, w in self.steps.get(name, ()) if low < cut <= rank)

    def held(self, profile: Profile) -> int:
        found = sum(w for n, steps in self.steps.items() for c, w in steps if profile[n] >= c)
        return found + self.rest_at(profile)


def _as_sum(formula: Formula) -> Sum | None:
    if isinstance(formula, Sum):
        return formula
    if isinstance(formula, Some):
        return Sum(tuple((1, part) for part in formula.parts), 1, formula.size)
    return None


def _least_with(mine: _Steps, other: _Steps, bottom: Profile, top: Profile) -> int:
    """The least that `mine` can be in a box where `other` is reached: never more than the truth."""
    least = mine.held(bottom)
    needed = other.least - other.held(bottom) - (other.rest_at(top) - other.rest_at(bottom))
    slopes: list[tuple[Fraction, int]] = []
    for name, steps in other.steps.items():
        free, priced = _prices(name, steps, mine, (bottom[name], top[name]))
        needed -= free
        slopes.extend(priced)
    if needed <= 0:
        return least
    cost = Fraction(0)
    for price, amount in sorted(slopes):
        taken = min(amount, needed)
        cost += price * taken
        needed -= taken
        if needed <= 0:
            break
    return mine.least if needed > 0 else least - int(-cost // 1)


def _prices(
    name: str, steps: list[tuple[Rank, int]], mine: _Steps, span: tuple[Rank, Rank]
) -> tuple[int, list[tuple[Fraction, int]]]:
    """What a variable gives to the other sum for nothing, then at which price in `mine`.

    The lower convex hull of (given, cost) over the ranks of the span.
    """
    low, high = span
    points: list[tuple[int, int]] = [(0, 0)]
    for rank in sorted({cut for cut, _ in steps if low < cut <= high}):
        given = sum(w for cut, w in steps if low < cut <= rank)
        points.append((given, mine.gain(name, low, rank)))
    free, priced, here = 0, [], 0
    while here < len(points) - 1:
        ahead = range(here + 1, len(points))
        price, negative, at = min(_slope(points[here], points[i], i) for i in ahead)
        amount = -negative
        if price == 0:
            free += amount
        else:
            priced.append((price, amount))
        here = at
    return free, priced


def _slope(start: tuple[int, int], end: tuple[int, int], index: int) -> tuple[Fraction, int, int]:
    amount = end[0] - start[0]
    return Fraction(end[1] - start[1], amount), -amount, index
