"""Findings in words: what is wrong, what to do, what was probably meant."""

import pytest
from tests.report.findings.samples import EN, FR, NB, finding

from scalecheck.report.findings.near import find_near, make_slug
from scalecheck.report.findings.wording import word, word_place


def test_a_code_without_words_stands_for_itself():
    assert word(finding("not-yet-worded"), FR) == ("not-yet-worded", "")


def test_what_is_known_is_listed_up_to_ten_names():
    known = ", ".join(f"n{number}" for number in range(14))
    fix = word(finding("unknown-scale", name="zzz", known=known), EN).fix
    assert fix.startswith("Known: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9… and 4 more. ")


def test_an_amount_is_written_as_the_language_does():
    what = word(finding("too-large", size="1500000", limit="1000000"), FR).what
    assert f"1{NB}500{NB}000 octets" in what


@pytest.mark.parametrize("size", ["²", "1" * 5000, "", "-1"])
def test_what_is_no_amount_is_shown_as_it_stands(size):
    assert word(finding("too-large", size=size, limit="1"), FR).what


def test_a_long_fact_is_cut():
    assert "x" * 199 + "…" in word(finding(name="x" * 5000), EN).what


def test_a_second_place_without_words_is_called_by_its_label():
    assert word_place("identical-anchors", "same-words", EN) == "the same description"
    assert word_place("identical-anchors", "a\x1bb", EN) == "a\\u001Bb"


@pytest.mark.parametrize(
    ("given", "known", "near"),
    [
        ("titel", ["title", "id"], "title"),
        ("Title", ["title", "id"], "title"),
        ("maturité", ["maturite"], "maturite"),
        ("ampleur_besoin", ["ampleur-besoin", "besoin"], "ampleur-besoin"),
        ("rien-de-tel", ["title", "id"], None),
        ("7", ["0", "1"], None),
    ],
)
def test_the_name_that_was_meant_is_found(given, known, near):
    assert find_near(given, known) == near


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Réponse au besoin", "reponse-au-besoin"),
        ("ampleur_besoin", "ampleur-besoin"),
        ("L’innovation (2e)", "l-innovation-2e"),
        ("!!!", None),
        ("x" * 81, None),
        ("coupé…", None),
    ],
)
def test_an_identifier_is_made_of_a_text(text, slug):
    assert make_slug(text) == slug
