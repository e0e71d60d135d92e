"""Concentration and distance: exact, as computed by hand."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.portfolio.balance.concentration import concentrate, measure_distance

AMOUNTS = st.lists(st.fractions(0, 10**6), min_size=1, max_size=8).filter(any)


def whole(*counts):
    return tuple(map(Fraction, counts))


def test_worked_numbers_of_concentration():
    found = concentrate(whole(5, 3, 1, 1))
    assert found.herfindahl == Fraction(9, 25)
    assert found.normalised == Fraction(11, 75)
    assert found.effective == Fraction(25, 9)
    assert concentrate(whole(3, 3, 2, 2)).herfindahl == Fraction(13, 50)
    assert concentrate(whole(3, 3, 2, 2)).normalised == Fraction(1, 75)


def test_worked_numbers_of_evenness():
    assert concentrate(whole(5, 3, 1, 1)).evenness == Fraction("0.842738")
    assert concentrate(whole(3, 3, 2, 2)).evenness == Fraction("0.985475")
    assert concentrate(whole(1, 0)).evenness == 0
    assert concentrate(whole(4)).evenness is None


def test_worked_number_of_inequality():
    assert concentrate(whole(1, 1, 3, 5)).gini == Fraction(7, 20)


def test_worked_number_of_distance_to_targets():
    targets = dict(zip("abcd", whole("2/5", "3/10", "1/5", "1/10"), strict=True))
    amounts = dict(zip("abcd", whole(5, 3, 1, 1), strict=True))
    assert measure_distance("", amounts, targets).total_variation == Fraction(1, 10)


def test_values_without_a_target_are_read_together():
    found = measure_distance("", {"a": Fraction(1), "b": Fraction(3)}, {"a": Fraction(1, 2)})
    assert found.shares == {"a": Fraction(1, 4)}
    assert found.total_variation == Fraction(1, 4)


def test_what_is_not_said_is_in_the_whole_and_answers_no_target():
    amounts = {"a": Fraction(1), "b": Fraction(2), "": Fraction(1)}
    found = measure_distance("", amounts, {"a": Fraction(1, 2)})
    assert found.shares == {"a": Fraction(1, 4), "": Fraction(1, 4)}
    assert found.total_variation == Fraction(1, 4)


@pytest.mark.parametrize("amounts", [(), whole(0), whole(0, 0)])
def test_nothing_to_share_out_has_no_concentration(amounts):
    assert concentrate(amounts) is None
    assert measure_distance("", {}, {"a": Fraction(1)}) is None


def test_one_cell_is_not_normalised():
    assert concentrate(whole(4)).normalised is None


@settings(deadline=None)
@given(AMOUNTS)
def test_figures_stay_within_their_bounds_in_any_order_and_unit(amounts):
    found = concentrate(amounts)
    assert Fraction(1, len(amounts)) <= found.herfindahl <= 1
    assert 0 <= found.gini < 1
    assert 1 <= found.effective <= len(amounts)
    assert found == concentrate([3 * amount for amount in amounts])
    other = concentrate(amounts[::-1])
    assert found._replace(shares=()) == other._replace(shares=())
    assert abs((found.evenness or 0) - (other.evenness or 0)) <= Fraction(1, 10**6)
    if len(amounts) > 1:
        assert 0 <= found.evenness <= 1
        assert (found.evenness == 1) or len(set(amounts)) > 1
