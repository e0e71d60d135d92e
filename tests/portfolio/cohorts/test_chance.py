"""The chance of a shared blocker: exact, against every draw."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.portfolio.cohorts.chance import tail


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 8), st.data())
def test_the_tail_is_the_share_of_draws(population, data):
    marked = data.draw(st.integers(0, population))
    drawn = data.draw(st.integers(0, population))
    found = data.draw(st.integers(0, population + 1))
    draws = list(combinations(range(population), drawn))
    hits = sum(1 for draw in draws if sum(one < marked for one in draw) >= found)
    assert tail(population, marked, drawn, found) == Fraction(hits, len(draws))


def test_the_lady_tasting_tea():
    assert tail(8, 4, 4, 4) == Fraction(1, 70)
    assert tail(8, 4, 4, 3) == Fraction(17, 70)


@pytest.mark.parametrize("size", [1_000, 20_000])
def test_large_portfolios_stay_exact(size):
    assert tail(size, size // 10, size // 10, 0) == 1
    assert 0 < tail(size, size // 10, size // 10, size // 10) < Fraction(1, 10**100)
