"""Personal data: what is found in a text, what is not, in a time that is that of the text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.lint.personal_data import find_personal_data


def found_in(text):
    return tuple(find_personal_data(text))


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Écrire à prenom.nom@organisme.qc.ca.", "email"),
        ("p.nom+appel@cegep.example.org", "email"),
        ("Téléphone : (418) 555-0142", "phone"),
        ("418 555-0142, poste 12", "phone"),
        ("+1 514.555.0199", "phone"),
        ("1-800-555-0100", "phone"),
        ("514\u00a0555\u20110142", "phone"),
        ("NAM TREM 8255 1412", "health-number"),
        ("TREM82051499", "health-number"),
        ("NAS : 130692544", "social-number"),
        ("130-692-544", "social-number"),
    ],
)
def test_personal_data_is_found(text, sort):
    assert found_in(text) == (sort,)


@pytest.mark.parametrize(
    "text",
    [
        "info@organisme.qc.ca",
        "https://www.example.org/@compte",
        "Aide maximale : 400 000 $, puis 1 250 000 $ sur 36 mois",
        "130 692 544 $ sur dix ans",
        "130 692 545",  # its check digit is wrong
        "046 454 286",  # none was given that begins with 0
        "NEQ 1142345678",
        "Résolution 2026-08, pages 418-555",
        "2026-10-15 et 2025-04-16",
        "De 2019 à 2026, 418 personnes, 555 repas, 1420 heures",
        "10.3390/en15176252",
        "ISBN 978-2-7605-1234-5",
        "PLAN 2027 2028",
        "https://doi.org/10.1186/s12961-019-0494-2",
        "code 4185550142",
    ],
)
def test_what_is_no_personal_datum_is_left_alone(text):
    assert found_in(text) == ()


def test_each_sort_is_named_once():
    assert found_in("a.b@c.org, d.e@f.org, 418 555-0142, 514 555-0143") == ("email", "phone")


@given(st.text(alphabet="0123456789 -.()+@aZ_$\u00a0", max_size=300))
def test_any_text_is_read(text):
    assert set(found_in(text)) <= {"email", "phone", "health-number", "social-number"}


@pytest.mark.parametrize("piece", ["a", "1", "a@", "418 ", "418-555-", "ABCD", "@a.", "1 ", "NAS "])
def test_the_time_grows_as_the_text_does(piece):
    start = time.perf_counter()
    found_in(piece * 100_000)
    assert time.perf_counter() - start < 2
