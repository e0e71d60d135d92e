"""Numbers are written as French and English Canada write them, and never betray their value."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.language import numbers
from scalecheck.language.numbers import decided, exact, interval, join, money, number, percent
from scalecheck.model.language import Language

FR, EN = Language.FR, Language.EN
NB, WJ = "\u00a0", "\u2060"
DECIMALS = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}

fractions = st.fractions(min_value=-(10**9), max_value=10**9)
languages = st.sampled_from(Language)
ends = st.decimals(
    allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9
)


def read_back(text: str, language: Language) -> Fraction:
    plain = text.replace(NB, "").replace(",", "." if language is FR else "")
    return Fraction(plain)


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [
        (0, None, "0", "0"),
        (999, None, "999", "999"),
        (1234, None, f"1{NB}234", "1,234"),
        (1234567, None, f"1{NB}234{NB}567", "1,234,567"),
        (Fraction(12345675, 10), None, f"1{NB}234{NB}567,5", "1,234,567.5"),
        (-1234, 1, f"-1{NB}234,0", "-1,234.0"),
        ("0.70", None, "0,7", "0.7"),
        ("0.70", 2, "0,70", "0.70"),
        (Decimal("0.05"), None, "0,05", "0.05"),
        (Fraction(1, 3), None, "0,333", "0.333"),
        (Fraction(-1, 3), 0, "0", "0"),
        (Fraction(2, 3), 1, "0,7", "0.7"),
    ],
)
def test_numbers_bear_the_marks_of_their_language(value, digits, french, english):
    assert number(value, FR, digits) == french
    assert number(value, EN, digits) == english


@pytest.mark.parametrize(
    ("rounding", "written"),
    [("half-up", ["3", "-3", "4"]), ("half-even", ["2", "-2", "4"]), ("down", ["2", "-2", "3"])],
)
def test_halves_go_where_the_rounding_says(rounding, written):
    halves = [Fraction(5, 2), Fraction(-5, 2), Fraction(7, 2)]
    assert [number(half, EN, 0, rounding) for half in halves] == written


@given(ends, st.integers(0, 6), st.sampled_from(sorted(DECIMALS)), languages)
def test_rounding_agrees_with_the_decimal_module(value, digits, rounding, language):
    expected = value.quantize(Decimal(1).scaleb(-digits), DECIMALS[rounding])
    assert read_back(number(value, language, digits, rounding), language) == Fraction(expected)


@given(ends, languages)
def test_without_digits_the_exact_value_is_written(value, language):
    assert read_back(number(value, language), language) == Fraction(value)


@given(fractions, st.integers(0, 5), languages)
def test_rounding_is_never_off_by_more_than_half_a_unit(value, digits, language):
    shown = read_back(number(value, language, digits), language)
    assert abs(shown - value) <= Fraction(1, 2 * 10**digits)


@given(fractions, fractions, st.integers(0, 4), st.sampled_from(sorted(DECIMALS)))
def test_rounding_keeps_order(one, other, digits, rounding):
    low, high = sorted([one, other])
    written = [read_back(number(v, EN, digits, rounding), EN) for v in (low, high)]
    assert written[0] <= written[1]


@pytest.mark.parametrize("value", [0.1, 1.0, True])
def test_floats_and_booleans_are_refused(value):
    with pytest.raises(TypeError):
        number(value, FR)
    with pytest.raises(TypeError):
        exact(value)


def test_percentages_are_shares_of_one():
    assert percent(Fraction(1, 4), FR) == f"25{NB}%"
    assert percent("0.725", EN) == "72.5%"
    assert percent(Fraction(2, 3), FR, 0) == f"67{NB}%"
    assert percent(Fraction(1, 8), EN, 0, "half-even") == "12%"


@pytest.mark.parametrize(
    ("amount", "currency", "french", "english"),
    [
        (1250000, "CAD", f"1{NB}250{NB}000{NB}$", "$1,250,000"),
        (-1250, "CAD", f"-1{NB}250{NB}$", "-$1,250"),
        ("120000.5", "CAD", f"120{NB}000,50{NB}$", "$120,000.50"),
        (1250000, "EUR", f"1{NB}250{NB}000{NB}EUR", f"EUR{NB}1,250,000"),
        (Fraction(-1, 1000), "CAD", f"0,00{NB}$", "$0.00"),
    ],
)
def test_amounts_bear_their_sign_or_their_code(amount, currency, french, english):
    assert money(amount, currency, FR) == french
    assert money(amount, currency, EN) == english


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2026-11-23", "23 novembre 2026", "November 23, 2026"),
        ("2026-11-01", "1er novembre 2026", "November 1, 2026"),
        ("2026-08", "août 2026", "August 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_dates_are_written_in_full(iso, french, english):
    assert numbers.date(iso, FR) == french
    assert numbers.date(iso, EN) == english


@pytest.mark.parametrize("iso", ["2026-13", "2026-00-01", "hier", "2026-11-23T10:00", ""])
def test_what_is_not_a_date_is_refused(iso):
    with pytest.raises(ValueError):
        numbers.date(iso, FR)


def test_items_are_listed_as_in_a_sentence():
    assert join([], FR) == ""
    assert join(["a"], FR) == "a"
    assert join(["a", "b"], EN) == "a and b"
    assert join(["a", "b", "c"], FR) == "a, b et c"
    assert join(("a", "b", "c"), EN, "or") == "a, b or c"
    assert join(("a", "b"), FR, "or") == "a ou b"


def test_intervals_hold_on_one_line():
    assert interval("3", "5") == f"3{WJ}–{WJ}5"
    assert interval(3, 3) == "3"


def test_a_value_just_below_its_threshold_is_seen_below():
    assert decided("0.7996", "0.8", FR) == (f"79,96{NB}%", f"80,00{NB}%")
    assert decided("0.79", "0.8", FR) == (f"79{NB}%", f"80{NB}%")
    assert decided("0.8", "0.8", EN, 1) == ("80.0%", "80.0%")
    assert decided(Fraction(7, 3), "2.333", EN, 1, number) == ("2.3333", "2.3330")


@given(fractions, fractions, languages, st.integers(0, 3))
def test_the_eye_decides_as_the_engine_did(value, threshold, language, digits):
    shown = decided(value, threshold, language, digits, number)
    left, right = (read_back(text, language) for text in shown)
    assert (left < right, left == right) == (value < threshold, value == threshold)
