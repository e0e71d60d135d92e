"""The index finds what comparing every two documents would find."""

from array import array
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.portfolio.overlaps.index import Index, Needed, Numbering, Pair

DOCUMENTS = st.lists(st.frozensets(st.integers(0, 25), max_size=12), max_size=12)


@settings(deadline=None)
@given(DOCUMENTS, st.integers(1, 3), st.integers(0, 10), st.integers(1, 12))
def test_every_pair_that_shares_enough_is_found_and_no_other(documents, fewest, tenths, most):
    numbers = [array("Q", sorted(document)) for document in documents]
    index = Index(numbers, numbers, most)
    needed = Needed(fewest, Fraction(tenths, 10))
    spread = {t: sum(t in d for d in documents) for d in documents for t in d}
    telling = [{t for t in d if spread[t] <= most} for d in documents]
    expected = {
        Pair(a, b, len(documents[a] & documents[b]), len(documents[a] | documents[b]))
        for a, b in combinations(range(len(documents)), 2)
        if len(telling[a] & telling[b]) >= fewest
        and len(documents[a] & documents[b]) * 10 >= tenths * len(documents[a] | documents[b])
    }
    assert set(index.pairs(needed)) == expected
    assert index.frequent == sum(count > most for count in spread.values())
    assert list(index.telling()) == [len(some) for some in telling]


def test_terms_have_one_number_each():
    numbering = Numbering()
    terms = [("a",), ("b",), ("a", "b"), ("b", "a"), ("c", "a")]
    assert len({numbering.number(term) for term in terms}) == len(terms)
    assert numbering.key(("a", "b", "c")) == numbering.key(("a", "b", "c"))
    assert numbering.key(("a", "b", "c")) != numbering.key(("c", "b", "a"))
