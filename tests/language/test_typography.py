"""Printed French keeps the spaces of Québec usage; what is not prose is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.language.typography import typeset
from scalecheck.model.language import Language

FR, EN = Language.FR, Language.EN
NB, THIN = "\u00a0", "\u202f"
TRICKY = "a1é :;!?%$«»'’(){}[]-,./=`\n\t\u00a0\u202f\ue000"
texts = st.text(alphabet=TRICKY, max_size=20) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("L'idée : oui", f"L’idée{NB}: oui"),
        ("L'idée: oui", f"L’idée{NB}: oui"),
        ("Note :", f"Note{NB}:"),
        ("25 % ou 25% ou {value} %", f"25{NB}% ou 25{NB}% ou {{value}}{NB}%"),
        ("1250 $, 5$", f"1250{NB}$, 5{NB}$"),
        ("«mot» et « mot »", f"«{NB}mot{NB}» et «{NB}mot{NB}»"),
        ("d'« un »", f"d’«{NB}un{NB}»"),
        ("Vraiment ? Oui ; non !", "Vraiment? Oui; non!"),
        (f"Vraiment{NB}?", "Vraiment?"),
    ],
)
def test_french_is_set(typed, printed):
    assert typeset(typed, FR) == printed


def test_high_signs_take_a_thin_space_where_it_shows():
    assert typeset("Vraiment ?! Oui; « non »!", FR, thin=True) == (
        f"Vraiment{THIN}?! Oui{THIN}; «{NB}non{NB}»{THIN}!"
    )


@pytest.mark.parametrize(
    "text",
    [
        "12:30",
        "de 3:1 à 12:30:45",
        "https://exemple.ca/a?b=1;c='d'!",
        "mailto:a@b.ca?subject=x",
        "`clé: 'x' ; 5% !`",
        "projet.yaml:12:3: message",
        "noyau-adaptation",
        "a != b",
        "{value:x}",
        "1:a",
    ],
)
@pytest.mark.parametrize("thin", [False, True])
def test_what_is_not_prose_is_left_alone(text, thin):
    assert typeset(text, FR, thin) == text


def test_prose_around_code_and_addresses_is_still_set():
    assert typeset("Voir `a: b` : https://a.ca/x : « c »", FR) == (
        f"Voir `a: b`{NB}: https://a.ca/x{NB}: «{NB}c{NB}»"
    )


def test_english_only_takes_the_apostrophe():
    assert typeset("Don't: 25 % ; « a » ?", EN, thin=True) == "Don’t: 25 % ; « a » ?"


@given(texts, st.sampled_from(Language), st.booleans())
def test_setting_twice_changes_nothing(text, language, thin):
    once = typeset(text, language, thin)
    assert typeset(once, language, thin) == once


@given(texts, st.booleans())
def test_only_spaces_and_apostrophes_change(text, thin):
    def bare(words):
        return [c for c in words.replace("'", "’") if c not in f" \t{NB}{THIN}"]

    assert bare(typeset(text, FR, thin)) == bare(text)


def test_long_strange_texts_stay_quick():
    for text in (
        " " * 50_000 + "x",
        "a.b" * 20_000,
        "`" * 20_001,
        "!" * 50_000 + "a",
        "1:" * 30_000,
    ):
        typeset(text, FR, thin=True)
