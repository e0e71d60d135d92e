"""The best joint actions: which few requirements, met by all, let the most projects pass."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

Way = int  # a set of names, one bit each


class Choice(NamedTuple):
    """Names chosen, how many projects pass by them, and the most that any choice could."""

    chosen: Way
    passing: int
    bound: int
    proved: bool


class Cover:
    """Projects and their ways forward: each passes when all the names of one way are met.

    This is not a coverage that grows slower and slower: a name may bring nobody by itself, and
    many with another. A greedy choice has no guarantee then, and its bound is said.
    """

    def __init__(self, ways: Sequence[Sequence[Way]], names: int) -> None:
        """Take the ways of each project (none: it never passes), and how many names there are."""
        self.names = names
        self.kinds = Counter(tuple(sorted(set(some))) for some in ways if some)

    def count(self, chosen: Way) -> int:
        """Count the projects that pass."""
        return sum(n for kind, n in self.kinds.items() if any(w & ~chosen == 0 for w in kind))

    def best(self, size: int, work: int) -> Choice:
        """Choose so many names: the best, proved, where the search is small; or greedily.

        Of equal choices, the one whose names come first.
        """
        if comb(self.names, size) * max(1, len(self.kinds)) <= work:
            return self._search(size)
        return self._greedy(size)

    def _search(self, size: int) -> Choice:
        best, most = 0, -1
        for positions in combinations(range(self.names), min(size, self.names)):
            chosen = sum(1 << position for position in positions)
            passing = self.count(chosen)
            if passing > most:
                best, most = chosen, passing
        return Choice(best, max(most, 0), max(most, 0), proved=True)

    def _greedy(self, size: int) -> Choice:
        chosen, passing = 0, 0
        while wider := max(self._wider(chosen, passing, size), default=None):
            chosen, passing = -wider[2], wider[3]
        bound = max(passing, self._bound(size))
        return Choice(chosen, passing, bound, proved=bound == passing)

    def _wider(self, chosen: Way, passing: int, size: int) -> Iterator[tuple[float, int, int, int]]:
        """Give the choices that take in one more way: gain for each name added, gain, choice."""
        for way in sorted({w for kind in self.kinds for w in kind}):
            union = chosen | way
            added = union.bit_count() - chosen.bit_count()
            if added and union.bit_count() <= size:
                gain = self.count(union) - passing
                yield gain / added, gain, -union, passing + gain

    def _bound(self, size: int) -> int:
        """Bound what any choice of so many names lets pass.

        A project that passes has all the names of a way among those chosen, so that the sizes of
        the ways cannot add up to more than the times that the most frequent names occur.
        """
        spread = self._occurrences()
        room = sum(sorted(spread.values(), reverse=True)[:size])
        sizes = sorted(
            min(way.bit_count() for way in kind) for kind, n in self.kinds.items() for _ in range(n)
        )
        passing = 0
        for least in sizes:
            if least > size or room < least:
                break
            room -= least
            passing += 1
        return passing

    def _occurrences(self) -> Mapping[int, int]:
        """Count the projects that have each name in some way."""
        found: Counter[int] = Counter()
        for kind, n in self.kinds.items():
            union = 0
            for way in kind:
                union |= way
            for name in range(self.names):
                if union >> name & 1:
                    found[name] += n
        return found
