"""Exact questions about a weighted majority: who decides, who never does, what is really asked.

A majority is read with every criterion applicable, or with those that `lapse` left out. Weights
stand on a common denominator, so a sum of weights is a whole number and a set of sums is the bits
of one: adding a weight is a shift.
"""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from math import ceil, gcd, lcm

from scalecheck.model.base import is_number
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import MajorityTerms

# A set of sums is one integer of that many bits, shifted once a criterion and once a question.
_LARGEST = 100_000
_MOST_WORK = 200_000_000


class Weighing:
    """A majority over n >= 1 criteria with positive weights; `must` are those it cannot do without.

    `need` is the least weight that reaches the threshold, in units of `unit`.
    """

    def __init__(self, weights: Mapping[str, Fraction], threshold: Fraction, must: Iterable[str]):
        self.names, self.threshold = tuple(weights), threshold
        self.must = frozenset(must)
        shared = lcm(*(weight.denominator for weight in weights.values()))
        whole = {name: int(weight * shared) for name, weight in weights.items()}
        factor = gcd(*whole.values())
        self.unit = Fraction(factor, shared)
        self.weights = {name: weight // factor for name, weight in whole.items()}
        self.total = sum(self.weights.values())
        self.need = ceil(threshold * self.total)
        self.is_plain = threshold == 1

    @cached_property
    def is_decided(self) -> bool:
        """Tell whether sums can be listed: what follows is exact, or not asked at all."""
        work = self.total * len(self.names) * len(set(self.weights.values()))
        return self.total <= _LARGEST and work <= _MOST_WORK

    def written(self, weight: int) -> int:
        """A weight in the units of the rubric where they are whole, or else in the shared ones."""
        return weight * (self.unit.numerator if self.unit.denominator == 1 else 1)

    @property
    def forced(self) -> int:
        """The weight of those that are compulsory as written."""
        return self.weight_of(self.must)

    @property
    def is_led_by_must(self) -> bool:
        """Tell whether the compulsory ones reach the threshold by themselves."""
        return bool(self.must) and self.forced >= self.need

    @property
    def compulsory(self) -> tuple[str, ...]:
        """Those without which no set reaches the threshold, beside the ones written so."""
        spare = self.total - self.need
        return tuple(n for n in self.names if n not in self.must and self.weights[n] > spare)

    @property
    def sufficient(self) -> tuple[str, ...]:
        """Those that suffice alone."""
        return tuple(n for n in self.names if self.weights[n] >= self.need and self.must <= {n})

    @property
    def is_led_by_one(self) -> bool:
        """Tell whether one of them suffices alone and is needed: it decides, and no other."""
        return any(name in self.compulsory for name in self.sufficient)

    @cached_property
    def idle(self) -> tuple[str, ...]:
        """Those that never decide: no set lacks exactly them."""
        free = [name for name in self.names if name not in self.must]
        decides: dict[int, bool] = {}
        for name in free:
            weight = self.weights[name]
            if weight not in decides:
                decides[weight] = self.decides_without(name, ())
        return tuple(name for name in free if not decides[self.weights[name]])

    def decides_without(self, name: str, lapsed: Collection[str]) -> bool:
        """Tell whether a criterion that is not compulsory decides when others do not apply."""
        kept = [n for n in self.names if n not in lapsed]
        forced = self.weight_of(n for n in kept if n in self.must)
        need = self.need_without(lapsed)
        low, high = max(need - self.weights[name], forced), need - 1
        others = (n for n in kept if n != name and n not in self.must)
        return low <= high and bool(self._sums(others, forced) >> low & (1 << (high - low + 1)) - 1)

    def need_without(self, lapsed: Collection[str]) -> int:
        """The least weight that reaches the threshold when some do not apply."""
        return ceil(self.threshold * self.weight_of(n for n in self.names if n not in lapsed))

    def weight_of(self, names: Iterable[str]) -> int:
        """The weight of several together."""
        return sum(self.weights[name] for name in names)

    def _sums(self, names: Iterable[str], forced: int) -> int:
        """The sums that sets of these reach, on top of the compulsory ones: one bit a sum."""
        sums = 1 << forced
        for name in names:
            sums |= sums << self.weights[name]
        return sums

    @cached_property
    def asked(self) -> int:
        """The least sum of weights that reaches the threshold: what it really asks."""
        sums = self._sums((n for n in self.names if n not in self.must), self.forced)
        sums >>= self.need
        return self.need + (sums & -sums).bit_length() - 1

    @cached_property
    def disjoint(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Two sets that share nothing and both suffice, or None."""
        if self.must or 2 * self.need > self.total:
            return None
        steps = [1]
        for name in self.names:
            steps.append(steps[-1] | steps[-1] << self.weights[name])
        within = steps[-1] >> self.need & (1 << (self.total - 2 * self.need + 1)) - 1
        if not within:
            return None
        one = self._set_of(steps, self.need + (within & -within).bit_length() - 1)
        return one, tuple(name for name in self.names if name not in one)

    def _set_of(self, steps: list[int], wanted: int) -> tuple[str, ...]:
        """A set with that sum, found backwards."""
        found: list[str] = []
        for position in reversed(range(len(self.names))):
            if not steps[position] >> wanted & 1:
                found.append(self.names[position])
                wanted -= self.weights[self.names[position]]
        return tuple(reversed(found))


def weigh(nodes: Nodes, terms: MajorityTerms) -> Weighing | None:
    """Weigh a majority; None where a weight is missing or not positive."""
    weights = effective_weights(nodes, terms)
    if any(weight is None or weight <= 0 for weight in weights.values()):
        return None
    given = {name: weight for name, weight in weights.items() if weight is not None}
    must = [name for name in given if name in terms.must or is_vetoed(nodes, terms, name)]
    return Weighing(given, terms.threshold, must)


def effective_weights(nodes: Nodes, terms: MajorityTerms) -> dict[str, Fraction | None]:
    """The weight of each requirement: its own, or that of its criterion; 1 for other nodes."""
    if terms.weights is not None:
        return {name: terms.weights.get(name) for name in terms.profile}
    criteria = nodes.criteria
    return {n: criteria[n].weight if n in criteria else Fraction(1) for n in terms.profile}


def is_vetoed(nodes: Nodes, terms: MajorityTerms, name: str) -> bool:
    """Tell whether a veto at the level of the profile, or above it, makes a node compulsory."""
    if name not in terms.veto or name not in terms.profile:
        return False
    ranks = [rank_of(nodes, name, level) for level in (terms.veto[name], terms.profile[name])]
    return ranks[0] is not None and ranks[1] is not None and ranks[0] >= ranks[1]


def rank_of(nodes: Nodes, name: str, level: str) -> int | Fraction | None:
    """The rank or the number that a level of a node means; None where it means nothing."""
    typed = nodes.typed(name)
    if typed is not None and typed.scale is not None:
        return typed.scale.rank_of(level)
    return nodes.wanted(name, level) if typed is not None and is_number(level) else None
