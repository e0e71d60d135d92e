"""Columns of numbers are told by what they hold, in both languages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.language import numbers
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Dots, Grid
from scalecheck.report.figures import are_numbers, is_number
from scalecheck.report.layout.tables import free_column
from scalecheck.report.view.mark import Row

languages = st.sampled_from(Language)
values = st.integers(-(10**9), 10**9) | st.decimals(-(10**6), 10**6, places=2)


def grid(*columns, named=True):
    """A table of texts, one column after the other."""
    rows = tuple(tuple(map(Cell, row)) for row in zip(*columns, strict=True))
    return Grid(tuple(f"c{n}" for n in range(len(columns))), rows, named=named)


@given(values, st.sampled_from(["CAD", "USD", "EUR"]), languages)
def test_all_that_we_write_as_a_number_is_one(value, currency, language):
    assert is_number(numbers.number(value, language))
    assert is_number(numbers.percent(Fraction(value), language, 0))
    assert is_number(numbers.money(value, currency, language))


@given(st.dates(), languages)
def test_a_date_and_a_year_are_no_numbers(day, language):
    assert not is_number(numbers.date(day.isoformat(), language))
    assert not is_number(f"{day.year:04d}")


@pytest.mark.parametrize(
    "text",
    [
        "< 1\u00a0%",
        "1\u00a0250\u00a0$ + 300\u00a0USD",
        "12 (5\u00a0%)",
        "925\u00a0$\u00a0US",
        "2/3",
    ],
)
def test_several_numbers_and_limits_are_numbers(text):
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["4 Prêt à diffuser", "TRL 4", "Niveau 4", "2–3", "12 mois", "3 sur 5", "A1", "", "oui"]
)
def test_a_level_a_duration_and_a_name_are_none(text):
    assert not is_number(text)


@given(st.text())
def test_no_text_stops_the_reading(text):
    assert isinstance(is_number(text), bool)


@pytest.mark.parametrize("language", Language)
def test_dashes_and_what_is_held_back_stand_among_numbers(language):
    held, fewer = say("fund.held-back", language), say("pages.privacy.fewer", language, smallest=5)
    assert are_numbers([held, "–", "3", fewer, ""])
    assert are_numbers([held, held])
    assert is_number("3 $ + " + say("fund.held-back-in", language, currency="USD"))
    assert not are_numbers(["–", "–"])
    assert not are_numbers([held, "3", "inconnu"])


def test_the_names_of_rows_stay_where_they_are():
    assert grid(["2", "3"], ["12", "7"]).numbers == {1}
    assert grid(["2", "3"], ["12", "7"], named=False).numbers == {0, 1}


def test_a_bare_figure_is_a_level_where_levels_are_named_or_drawn():
    named = grid(["a", "b"], ["3 Éprouvé", "2 Structuré"], ["3", "2"], ["120 $", "7 $"])
    assert named.numbers == {3}
    assert grid(["a", "b"], ["2\u2060–\u20603", "2"], ["3", "2"]).numbers == set()
    drawn = Grid(("a", "b", "c"), ((Cell("a"), Dots(Row(5, 1, 1)), Cell("3")),))
    assert drawn.numbers == set()


def test_a_table_without_rows_has_no_numbers():
    assert Grid(("a", "b"), ()).numbers == set()


def test_the_room_that_is_left_goes_to_words():
    assert free_column(grid(["a"], ["3"], ["7 %"])) == 0
    assert free_column(grid(["2024"], ["Expérimentation"], ["7 $"])) == 1
    assert free_column(grid(["a"], ["3"], ["mots"])) == 2
    assert free_column(grid(["3"], named=False)) == 0
