"""Words parted where their language parts them, and left alone where they fit."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scalecheck.report.blocks import Cell, Piece
from scalecheck.report.layout.hyphens import HYPHEN, fit, part
from scalecheck.report.layout.sizes import fragments, size, widest
from scalecheck.report.layout.syllables import LEAST, breaks

LETTERS = "abcdefghilmnopqrstuvxéèêàçœABDEÉLMPS"
words = st.text(LETTERS, min_size=1, max_size=24)
joined = st.lists(words, min_size=1, max_size=5).map("-".join)
sentences = st.lists(joined | st.text(max_size=12), max_size=6).map(" ".join)
languages = st.sampled_from(["fr", "fr-CA", "en", "iu", ""])


def parted(word, lang="fr"):
    ends = [0, *breaks(word, lang), len(word)]
    return "-".join(word[start:end] for start, end in pairwise(ends))


@pytest.mark.parametrize(
    "told",
    [
        "accom-pa-gne-ment", "biblio-thèques", "gou-ver-nance", "déve-lop-pe-ment",
        "trans-for-ma-tion", "cam-pa-gnard", "pré-sentent", "maxil-laire", "éta-blis-se-ment",
        "Herbes", "Grande", "Source", "Claire", "Érables", "reconnu", "Semailles", "exa-men",
        "parlent", "MRC", "SADCSAGUENAY",
    ],
)  # fmt: skip
def test_french_words_part_at_their_syllables(told):
    assert parted(told.replace("-", "")) == told


@pytest.mark.parametrize(
    "told", ["assess-ment", "develop-ment", "partner-ship", "demonstra-tion", "children", "reading"]
)
def test_english_words_part_where_it_is_sure(told):
    assert parted(told.replace("-", ""), "en") == told


@given(words, languages)
def test_three_letters_at_least_stand_on_either_side(word, lang):
    assert all(LEAST <= at <= len(word) - LEAST for at in breaks(word, lang))


@given(words)
def test_no_french_line_begins_with_a_syllable_that_is_not_heard(word):
    assert not any(
        re.fullmatch("[bcdfglmnprst]+es?", word.lower()[at:]) for at in breaks(word, "fr")
    )


@given(words)
def test_consonants_that_belong_together_stay_together(word):
    pairs = [word.lower()[at - 1 : at + 1] for at in breaks(word, "fr")]
    assert not set(pairs) & {"ch", "ph", "gn", "tr", "br", "bl", "pl", "gr"}


@given(sentences, st.integers(4, 20), languages)
@example("Plateau-des-Semailles, Pré-aux-Moulins-Gris", 4, "fr")
@example("a" * 60, 5, "fr")
def test_only_hyphens_that_are_not_seen_are_put_in(text, most, lang):
    found = part(text, most, lang)
    assert found.replace(HYPHEN, "") == text.replace(HYPHEN, "")


@given(st.lists(joined, max_size=4).map(" ".join), st.integers(4, 20), languages)
@example("Plateau-des-Semailles", 8, "fr")
@example("É-rables", 4, "fr")
def test_no_hyphen_follows_another_and_no_piece_is_short(text, most, lang):
    for run in re.split("[- ]", part(text, most, lang)):
        pieces = run.split(HYPHEN)
        assert len(pieces) == 1 or min(len(pieces[0]), len(pieces[-1])) >= LEAST
        assert all(pieces) or not run


@given(sentences, languages)
def test_a_word_that_fits_is_left_alone(text, lang):
    longest = max(map(size, text.split()), default=0)
    assert part(text, longest, lang) == text


@pytest.mark.parametrize(
    "word", ["https://exemple.org/un/long/chemin", "pauline@exemple.org", "2026-2029", "a_b_c_d"]
)
def test_what_a_hyphen_would_change_bears_none(word):
    assert part(word, 4, "fr") == word


def test_the_end_of_a_sentence_is_no_address():
    assert part("Établissement.", 8, "fr") == f"Éta{HYPHEN}blis{HYPHEN}se{HYPHEN}ment."


@pytest.mark.parametrize(
    "name", ["Plateau-des-Semailles", "Source-Claire", "Grande-Ourse", "Herbes-Folles", "Noisettes"]
)
def test_a_name_is_not_cut_where_its_parts_fit(name):
    assert part(name, widest(name), "fr") == name
    assert "".join(fragments(name)) == name


def test_each_piece_of_a_cell_parts_by_its_own_language():
    french, english = Piece("gouvernance", "fr"), Piece("assessment")
    cell = Cell("gouvernance assessment", pieces=(french, english))
    told = [one.text.replace(HYPHEN, "|") for one in fit(cell, 6, "en").pieces]
    assert told == ["gou|ver|nance", "assess|ment"]
    assert fit(Cell("gouvernance", lang="fr-CA"), 6, "en").text.count(HYPHEN) == 2
