"""Find the possible overlaps of a portfolio, and say why and what to do about each."""

from collections.abc import Iterator, Sequence

from scalecheck.model.language import Language
from scalecheck.model.overlap import FacetState, Overlap, OverlapKind, Overlaps
from scalecheck.model.portfolio import Member
from scalecheck.portfolio.overlaps.blocks import find_crowds, find_twins, twin_texts
from scalecheck.portfolio.overlaps.corpus import Corpus
from scalecheck.portfolio.overlaps.facets import CLIENTELE, TERRITORY, compare_facets
from scalecheck.portfolio.overlaps.index import Needed, Pair
from scalecheck.portfolio.overlaps.options import OverlapOptions
from scalecheck.portfolio.overlaps.shown import show_passages, show_words
from scalecheck.portfolio.overlaps.verbs import propose
from scalecheck.portfolio.overlaps.words import bigrams, split, stems, written

Positions = tuple[int, int]


def find_overlaps(members: Sequence[Member], options: OverlapOptions | None = None) -> Overlaps:
    """Find projects that may do the same thing. Nothing is ever excluded: it is for people to read.

    Three ways, in this order; the first that brings two projects together names the overlap:
    wording shared in one language; for a French text and an English one, a sector, a clientele and
    a territory shared, with names and stems; every facet shared, a coded need included.

    Projects whose summaries have the same words are each brought together with the first of them
    by id, and not with one another; it speaks for all of them with other projects.

    Args:
        members: the projects, ids distinct; their order changes nothing.
        options: the thresholds.

    Returns:
        The pairs, sorted by their two ids; what could not be compared.
    """
    chosen = options or OverlapOptions()
    ordered = sorted(members, key=lambda member: member.id)
    return _Search(ordered, chosen).run()


class _Search:
    """One search, its members sorted by id."""

    def __init__(self, members: Sequence[Member], options: OverlapOptions) -> None:
        self.members, self.options = members, options

    def run(self) -> Overlaps:
        """Put together what each way finds."""
        corpora = [Corpus(self.members, language, self.options) for language in Language]
        texts = self._texts(corpora)
        twins = find_twins(self.members, self.options)
        alike, crowds = find_crowds(self.members, self.options)
        told = set().union(*(corpus.told() for corpus in corpora))
        usual = set().union(*(corpus.long for corpus in corpora)) - told
        silent = set(range(len(self.members))) - told - usual
        return Overlaps(
            pairs=tuple(self._judge(texts, twins, alike)),
            crowds=tuple(crowds),
            read=len(self.members),
            silent=self._ids(silent),
            usual=self._ids(usual),
            frequent=sum(corpus.index.frequent for corpus in corpora),
        )

    def _texts(self, corpora: Sequence[Corpus]) -> dict[Positions, Pair]:
        """Bring together what is shared in each language: of two, the one that shares more."""
        found: dict[Positions, Pair] = {}
        for pair in (pair for corpus in corpora for pair in corpus.pairs()):
            held = found.get(pair[:2])
            more = held is None or held.common * pair.total < pair.common * held.total
            if more and (self._is_same(pair) or self._is_near(pair)):
                found[pair[:2]] = pair
        return found

    def _ids(self, positions: set[int]) -> tuple[str, ...]:
        return tuple(self.members[position].id for position in sorted(positions))

    def _judge(
        self,
        texts: dict[Positions, Pair],
        twins: dict[Positions, Pair],
        alike: Sequence[Positions],
    ) -> Iterator[Overlap]:
        kinds = dict.fromkeys(alike, OverlapKind.FACETS)
        kinds.update(dict.fromkeys(twins, OverlapKind.TWIN))
        kinds.update(dict.fromkeys(texts, OverlapKind.TEXT))
        for positions in sorted(kinds):
            nothing = Pair(*positions, 0, 0)
            pair = texts.get(positions) or twins.get(positions) or nothing
            yield self._overlap(kinds[positions], pair)

    def _is_same(self, pair: Pair) -> bool:
        """Tell whether two texts are nearly one."""
        return Needed(self.options.fewest, self.options.same).holds(pair.common, pair.total)

    def _is_near(self, pair: Pair) -> bool:
        """Tell whether two projects share a clientele or a territory, or leave one unsaid."""
        one, other = self.members[pair.first], self.members[pair.second]
        states = {facet.name: facet.state for facet in compare_facets(one, other)}
        return any(states[name] is not FacetState.DIFFERENT for name in (CLIENTELE, TERRITORY))

    def _overlap(self, kind: OverlapKind, pair: Pair) -> Overlap:
        one, other = self.members[pair.first], self.members[pair.second]
        facets = compare_facets(one, other, self.options.needs)
        same = kind is OverlapKind.TWIN or (kind is OverlapKind.TEXT and self._is_same(pair))
        verb, source = propose(one, other, facets, same=same)
        terms = self._terms(kind, one, other)
        return Overlap(one.id, other.id, kind, verb, facets, terms, pair.common, pair.total, source)

    def _terms(self, kind: OverlapKind, one: Member, other: Member) -> tuple[str, ...]:
        most = self.options.shown
        if kind is OverlapKind.TEXT:
            texts = [text for language in Language for text in written(one, language)]
            others = (split(text) for language in Language for text in written(other, language))
            return show_passages(texts, set(bigrams(others)), most)
        if kind is OverlapKind.TWIN:
            return show_words(twin_texts(one), set(stems(twin_texts(other))), most)
        return ()
