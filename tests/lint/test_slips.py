"""What a tired author lets slip: repeated, stray, single or forgotten things, and names let be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.subjects import find_codes, make_subject
from tests.scoring.builders import rubric, scale

from scalecheck.lint.finder import Finder
from scalecheck.lint.rules.levels.item_left_out import RULE as LEFT_OUT
from scalecheck.lint.rules.names.named_twice import RULE as TWICE
from scalecheck.lint.rules.names.only_one_value import RULE as ONLY_ONE
from scalecheck.lint.rules.names.unlisted_attribute_value import RULE as UNLISTED
from scalecheck.lint.rules.scales.missing_advice import RULE as ADVICE
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import small_words
from scalecheck.lint.text_languages import leans_to
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf


def repeated(text):
    """The names said to be repeated in what is written."""
    document = parse(text.encode(), "f.yaml")
    subject = Subject(document, None, Finder(Shelf()), is_sound=False)
    return [dict(found.facts)["id"] for found in TWICE.find(subject)]


@pytest.mark.parametrize(
    "text",
    [
        "values: [a, b, a]",
        "values: [{id: a}, b, {id: a}]",
        "applies_when: [{nature: [b]}, {nature: [a, a]}]",
        "where: {status: [a, b, a]}",
        "groups: [{id: g, criteria: [a, b, a]}]",
        "answers: {c: {level: [2, 2], evidence: [a, a]}}",
        "assessor: {voices: [a, a]}",
        "measures: [{op: ladder, items: {1: [a, b], 2: [c, a, a]}}]",
        "measures: [{op: min, of: [a, a]}]",
        "one: &here {values: [a, a]}\nother: *here",
    ],
)
def test_a_name_that_comes_twice_in_a_list_is_told_once(text):
    assert repeated(text) == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "months: [2, 2]",
        "x-seed: [a, a]",
        "given: {vector: [1, 1, 2]}",
        "table: [[a, a], [a, b]]",
        "answers: {c: {level: [2, 2]}}",
        "measures: [{op: ladder, items: {1: [a], 2: [a]}}]",
        "measures: [{op: sum, of: [a, a]}]",  # told by `counted-twice`
        "where: [{status: a}, {status: a}]",
        "levels: [{id: a}, {id: a}]",
        "values: [[a], {a: b}, {id: [c]}]",
    ],
)
def test_what_may_be_the_same_twice_is_not(text):
    assert repeated(text) == []


def attribute(name, values, of="settings"):
    """What is told of one attribute of a group."""
    group = {"id": "milieux", "criteria": ["usage"], "attributes": [{"id": name, "values": values}]}
    groups = [{**group, "of": of} if of else group]
    grid = rubric(criteria="ampleur usage", groups=groups)
    return find_codes([UNLISTED, ONLY_ONE], make_subject(grid))


def test_a_stray_among_words_of_the_closed_list_is_told():
    assert attribute("role", ["initiator", "trials"]) == ["unlisted-attribute-value"]


@pytest.mark.parametrize(
    ("name", "values", "of"),
    [
        ("role", ["initiator", "trial", "integrator"], "settings"),
        ("role", ["trial"], "settings"),
        ("type", ["clsc", "ecole", "public"], "settings"),
        ("taille", ["petit", "grand"], "settings"),
        ("role", ["public", "trial", "trials"], None),
    ],
)
def test_a_list_of_the_rubric_s_own_is_let_be(name, values, of):
    assert attribute(name, values, of) == []


def test_a_single_value_leaves_no_choice():
    assert attribute("taille", ["petit"]) == ["only-one-value"]


def advised(*criteria, size=5):
    """The criteria, by number, that are said to lack advice."""
    step = {"do": "Écrire", "who": "Équipe", "months": [1, 2], "proof": "Note"}
    made = [
        {"id": f"c{n}", "advice": dict.fromkeys(levels, step)} for n, levels in enumerate(criteria)
    ]
    grid = rubric(criteria=made, scales=[scale(values=range(size))])
    return [dict(found.facts)["levels"] for found in ADVICE.find(make_subject(grid))]


@pytest.mark.parametrize("levels", [(), (1, 2), (3, 4), (1, 2, 3, 4), (0, 2, 4)])
def test_advice_may_begin_late_and_end_early(levels):
    assert advised(levels, size=5) == []


def test_a_level_between_two_that_are_advised_is_missing():
    assert advised((1, 4)) == ["2, 3"]


def test_what_most_criteria_advise_is_missing_where_one_does_not():
    every = (1, 2, 3, 4)
    assert advised(every, every, every, (2, 3)) == ["1, 4"]
    assert advised(every, every, (2, 3)) == []
    assert advised(every, (2, 3), (2, 3), (2, 3)) == []


def left_out(*profiles):
    """The items said to be forgotten, in ladders of the same two levels."""
    items = [{1: low.split(), 2: high.split()} for low, high in profiles]
    measures = [{"id": f"m{n}", "op": "ladder", "items": some} for n, some in enumerate(items)]
    grid = rubric(criteria="a b c k e f", measures=measures)
    found = LEFT_OUT.find(make_subject(grid))
    return [(dict(one.facts)["measure"], dict(one.facts)["item"]) for one in found]


def test_the_item_that_a_sibling_counts_is_told():
    assert left_out(("a b", "c k e"), ("a b", "c e"), ("a b", "c k e")) == [("m1", "k")]


@pytest.mark.parametrize(
    "other", [("a b", "c k e"), ("a b", "c"), ("a b", "c k f"), ("a", "b c e"), ("a b c", "k")]
)
def test_profiles_that_are_the_same_or_differ_otherwise_are_let_be(other):
    assert left_out(("a b", "c k e"), other) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Milieux preneurs, un par un", "fr"),
        ("Comptes rendus; composition d’un comité", "fr"),
        ("Centre collégial de transfert, atelier de fabrication", "fr"),
        ("Composants essayés dans ce milieu", "fr"),
        ("Plus de 15 % : une partie se voit.", "fr"),
        ("Adopter settings, one of the two", "en"),
        ("Minutes of the monthly meeting", "en"),
    ],
)
def test_a_short_text_shared_by_both_languages_leans_to_one(text, language):
    assert leans_to(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Saguenay–Lac-Saint-Jean",
        "Gaspésie–Îles-de-la-Madeleine",
        "Capitale-Nationale",
        "Bas-Saint-Laurent",
        "Carrefour jeunesse-emploi",
        "Maison de la famille",
        "Comité de suivi",
        "Fondation de la Table des Rivières du Nord",
        "Getting to Maybe: How the World Is Changed",
        "Rapport “The state of the art”",
        "Prototype, guide, budget, transmission",
        "Living lab, design thinking",
        "CIUSSS, CLSC et CPE",
        "Total: 12 %",
    ],
)
def test_names_titles_and_words_of_both_languages_lean_to_none(text):
    assert leans_to(text) == ""


@given(st.sampled_from(sorted(small_words("en"))))
def test_one_word_of_the_other_language_is_enough_to_doubt(word):
    assert leans_to(f"Composants essayés dans ce milieu, {word}") == ""
