"""What projects write in one language, as numbers that an index compares."""

from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from scalecheck.model.language import Language
from scalecheck.model.portfolio import Member
from scalecheck.portfolio.overlaps.index import Index, Needed, Numbering, Pair
from scalecheck.portfolio.overlaps.options import OverlapOptions
from scalecheck.portfolio.overlaps.words import bigrams, runs, split, written


class Corpus:
    """The texts of projects in one language; those too short are left out.

    Projects whose summaries have the same words stand behind the first of them, unless that is a
    few words that many would write ("to come").
    """

    def __init__(
        self, members: Sequence[Member], language: Language, options: OverlapOptions
    ) -> None:
        self.options = options
        self.documents: list[array[int]] = []
        self._keys: list[array[int]] = []
        self._first_of: dict[int, int] = {}
        numbering, firsts = Numbering(), dict[bytes, int]()
        for position, member in enumerate(members):
            texts = [split(text) for text in written(member, language)]
            self.documents.append(numbering.numbers(bigrams(texts)))
            self._keys.append(numbering.keys(runs(texts)))
            if len(self.documents[position]) >= options.shortest:
                is_few = len(set(bigrams(texts[-1:]))) < options.shortest
                key = position.to_bytes(8) if is_few else _digest(texts[-1])
                self._first_of[position] = firsts.setdefault(key, position)
        self._kept = list(firsts.values())
        held, marks = ([some[n] for n in self._kept] for some in (self.documents, self._keys))
        self.index = Index(held, marks, options.most_projects)

    @property
    def long(self) -> set[int]:
        """The projects with enough text to be compared."""
        return set(self._first_of)

    def told(self) -> set[int]:
        """The projects whose text can be told from the others', or is the same as another's."""
        counts = zip(self._kept, self.index.telling(), strict=True)
        found = {position for position, count in counts if count >= self.options.fewest}
        copies = ((first, other) for first, other in self._copies())
        return found.union(*copies)

    def pairs(self) -> Iterator[Pair]:
        """Find the projects that share enough of their text, by position."""
        needed = Needed(self.options.fewest, self.options.text)
        for pair in self.index.pairs(needed):
            yield Pair(self._kept[pair.first], self._kept[pair.second], pair.common, pair.total)
        for first, other in self._copies():
            terms, others = set(self.documents[first]), set(self.documents[other])
            common, total = len(terms & others), len(terms | others)
            if needed.holds(common, total):
                yield Pair(first, other, common, total)

    def _copies(self) -> Iterator[tuple[int, int]]:
        for other, first in self._first_of.items():
            if first != other:
                yield first, other


def _digest(words: Sequence[str]) -> bytes:
    return blake2b(" ".join(words).encode(), digest_size=16).digest()
