"""Figures in two languages: what is written otherwise and says the same is no difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.lint.text_figures import compare_figures

NB, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("1 000 personnes", "1,000 people"),
        (f"1{NB}000{NB}000", "1,000,000"),
        (f"12{THIN}500 $", "$12,500"),
        (f"12 500,50{NB}$", "$12,500.50"),
        ("0,5", "0.5"),
        (f"70{NB}%", "70%"),
        ("2,5 %", "2.5%"),
        ("2,50 $", "$2.5"),
        ("1 000", "1 000"),
        ("3 milieux", "three settings"),
        ("trois milieux", "3 settings"),
        ("les 12 mois", "twelve months"),
        ("1re étape", "first stage"),
        ("2e étape", "2nd stage"),
        ("la 2e étape", "the second stage"),
        ("24 mois", "two years"),
        ("2 ans", "24 months"),
        ("un délai de 48 heures", "a 2-day delay"),
        ("une visite de 36 mois", "a 36-month visit"),
        ("2 semaines", "14 days"),
        ("50 % du besoin", "half of the need"),
        ("la moitié", "50%"),
        ("1,5 million", "$1,500,000"),
        ("2 M$", "$2 million"),
        ("à 13 h 30", "at 1:30 p.m."),
        ("à 13 h", "at 1 p.m."),
        ("à 9 h 05", "at 9:05 a.m."),
        ("de 9 h à 17 h", "9 a.m. to 5 p.m."),
        ("2027-2029", "2027 to 2029"),
        ("le 15 octobre 2026", "October 15, 2026"),
        ("2026-10-15", "2026-10-15"),
        ("version 0.1.0, point 5.10", "version 0.1.0, point 5.10"),
        ("XXIe siècle", "21st century"),
        ("au XIXe siècle", "in the 19th century"),
        ("CO2 et E613", "carbon"),
        ("100 % des milieux", "all settings"),
        ("2 fois par année", "twice a year"),
        ("une dizaine de milieux", "some 10 settings"),
        ("3/4", "three quarters"),
        ("en 2024 300 personnes", "in 2024, 300 people"),
        ("niveaux 1 à 4", "levels 1-4"),
        ("J1 puis J2", "J1, then J2"),
        ("J1 puis J2", "G1, then G2"),
    ],
)
def test_what_says_the_same_is_no_difference(fr, en):
    assert compare_figures(fr, en) == ((), ())


@pytest.mark.parametrize(
    ("fr", "en", "found"),
    [
        ("12 mois", "18 months", (("12",), ("18",))),
        ("12 mois", "1 month", (("12",), ("1",))),
        ("1 an", "2 years", (("1",), ("2",))),
        ("70 %", "60%", (("70",), ("60",))),
        ("0,5", "0.7", (("0,5",), ("0.7",))),
        ("1 000", "10,000", (("1 000",), ("10,000",))),
        ("trois milieux", "4 settings", ((), ("4",))),
        ("4 milieux", "three settings", (("4",), ())),
        ("En 2026", "", (("2026",), ())),
        ("niveaux 3 et 4", "levels 3 and 5", (("4",), ("5",))),
        ("13 h 30", "2:30 p.m.", (("13",), ("2",))),
        ("1,5 million", "$1,600,000", (("1,5",), ("1,600,000",))),
        ("XXe siècle", "21st century", (("XX",), ("21",))),
        ("J1 puis J2", "J1, then J3", (("J2",), ("J3",))),
    ],
)
def test_what_says_something_else_is_found(fr, en, found):
    assert compare_figures(fr, en) == found


@given(st.text(alphabet="0123456789 ,.%h:-$aenMkX\u00a0", max_size=25), st.text(max_size=25))
def test_whatever_the_texts_there_is_an_answer(fr, en):
    compare_figures(fr, en)
    compare_figures(en, fr)


@given(st.text(alphabet="0123456789 ,.%h:-$aenMkX\u00a0", max_size=25))
def test_a_text_never_differs_from_itself(text):
    assert compare_figures(text, text) == ((), ())
