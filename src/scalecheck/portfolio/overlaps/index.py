"""An inverted index: which documents share terms, without comparing every two of them."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

Numbers = Sequence[int]  # the terms of a document: distinct numbers
_MOST_WORDS = (1 << 21) - 1
_ONE_PART = 1_000_000  # occurrences counted at a time, so that memory stays small


class Pair(NamedTuple):
    """Two documents by position, `first` < `second`, and their terms: in both, in either."""

    first: int
    second: int
    common: int
    total: int


class Needed(NamedTuple):
    """What two documents must share: so many telling keys, and that part of their terms."""

    fewest: int
    share: Fraction

    def holds(self, common: int, total: int) -> bool:
        """Tell whether that much in common is enough; a boundary is."""
        return common * self.share.denominator >= self.share.numerator * total


class Numbering:
    """Terms as numbers, in the order in which their words come."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}

    def number(self, term: tuple[str, ...]) -> int:
        """Give the number of a term of one word or two: the same for the same words only."""
        found = 0
        for word in term:
            found = found << 31 | self._words.setdefault(word, len(self._words) + 1)
        return found

    def key(self, run: tuple[str, ...]) -> int:
        """Give the number of a run of three words: the same for the same words.

        Beyond two million distinct words two runs may share one: they are compared for nothing.
        """
        found = 0
        for word in run:
            place = self._words.setdefault(word, len(self._words) + 1)
            found = found << 21 | place & _MOST_WORDS
        return found

    def numbers(self, terms: Iterable[tuple[str, ...]]) -> "array[int]":
        """Give the numbers of the distinct terms of a document."""
        return array("Q", dict.fromkeys(map(self.number, terms)))

    def keys(self, runs: Iterable[tuple[str, ...]]) -> "array[int]":
        """Give the numbers of the distinct runs of a document."""
        return array("Q", dict.fromkeys(map(self.key, runs)))


class Index:
    """Documents by their keys: those that at most `most` documents have bring them together.

    Memory: 24 bytes an occurrence of a key, and a little for each that two documents share; keys
    are counted a part at a time.
    """

    def __init__(self, documents: Sequence[Numbers], keys: Sequence[Numbers], most: int) -> None:
        self.documents, self._keys = documents, keys
        self._frequent: set[int] = set()
        spread: dict[int, int] = {}
        for counts in _count(keys):
            self._frequent.update(key for key, count in counts.items() if count > most)
            spread.update((key, count) for key, count in counts.items() if 1 < count <= most)
        places = {key: place for place, key in enumerate(spread)}
        self._starts = array("L", _starts(spread.values()))
        self._places = [array("L", (places[k] for k in some if k in places)) for some in keys]

    @property
    def frequent(self) -> int:
        """How many keys are set aside."""
        return len(self._frequent)

    def telling(self) -> Iterator[int]:
        """Count the keys of each document that are not set aside."""
        for some in self._keys:
            yield sum(1 for key in some if key not in self._frequent)

    def pairs(self, needed: Needed) -> Iterator[Pair]:
        """Find the pairs of documents that share enough, by second and then by first.

        Keys bring two documents together; all their terms say how much they share.
        """
        for second, candidates in self._candidates(needed.fewest):
            terms = frozenset(self.documents[second]) if candidates else frozenset()
            for first in candidates:
                other = self.documents[first]
                common = sum(1 for term in other if term in terms)
                total = len(terms) + len(other) - common
                if needed.holds(common, total):
                    yield Pair(first, second, common, total)

    def _candidates(self, fewest: int) -> Iterator[tuple[int, list[int]]]:
        """Give each document, and those before it that share so many keys with it."""
        starts, ends = self._starts, array("L", self._starts)
        holders = array("L", bytes(starts.itemsize * starts[-1]))
        for second, some in enumerate(self._places):
            shared: Counter[int] = Counter()
            for key in some:
                end = ends[key]
                shared.update(holders[starts[key] : end])
                holders[end] = second
                ends[key] = end + 1
            yield second, sorted(n for n, common in shared.items() if common >= fewest)


def _count(keys: Sequence[Numbers]) -> Iterator[Counter[int]]:
    """Count how many documents have each key, a part of the keys at a time."""
    parts = 1 + sum(map(len, keys)) // _ONE_PART
    for part in range(parts):
        if parts == 1:
            yield Counter(key for some in keys for key in some)
        else:
            yield Counter(key for some in keys for key in some if key % parts == part)


def _starts(counts: Iterable[int]) -> Iterator[int]:
    """Lay lists of these lengths end to end: where each begins, and then where the last ends."""
    place = 0
    for count in counts:
        yield place
        place += count
    yield place
