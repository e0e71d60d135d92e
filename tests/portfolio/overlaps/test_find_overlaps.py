"""Overlaps: what brings two projects together, what is shown of it, and what never changes it."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.portfolio.balance.builders import fr, member, setting

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.model.overlap import FacetState, OverlapKind, Verb
from scalecheck.portfolio.members import setting_of
from scalecheck.portfolio.overlaps.find import find_overlaps
from scalecheck.portfolio.overlaps.options import OverlapOptions
from scalecheck.portfolio.overlaps.shown import show_passages
from scalecheck.portfolio.overlaps.words import split

EXAMPLES = Path(__file__).parents[3] / "examples"
KITCHEN = (
    "Les cuisines d’un quartier sont partagées aux heures creuses : des équipes mixtes y préparent "
    "des repas complets à prix solidaire pour les familles voisines, avec les surplus des marchés."
)
EDITED = KITCHEN.replace("équipes mixtes", "brigades bénévoles").replace("complets", "chauds")
OTHER = (
    "Trois villages sans transport collectif partagent deux véhicules électriques; des "
    "conductrices bénévoles accompagnent les personnes aînées vers leurs rendez-vous et "
    "leurs loisirs du soir."
)
HERE = {"sector": "logement", "clientele": ("familles",), "territory": ("02",)}


def only(*members, **options):
    found = find_overlaps(members, OverlapOptions(**options))
    assert len(found.pairs) == 1
    return found.pairs[0]


def test_a_copy_with_words_changed_is_found_and_shows_why():
    one = only(member("a", KITCHEN, **HERE), member("b", EDITED, **HERE), member("c", OTHER))
    assert (one.one, one.other, one.kind) == ("a", "b", OverlapKind.TEXT)
    assert one.share == Fraction(one.common, one.total) >= Fraction(1, 2)
    assert one.terms == (
        "cuisines d’un quartier sont partagées aux heures creuses",
        "préparent des repas",
        "prix solidaire pour les familles voisines, avec les surplus des marchés",
    )
    assert {f.name: f.values for f in one.facets if f.state is FacetState.SHARED} == {
        "sector": ("logement",),
        "clientele": ("familles",),
        "territory": ("02",),
    }


def test_accents_case_and_typography_count_for_nothing():
    plain = KITCHEN.upper().replace("É", "E").replace("À", "A").replace("’", "'")
    one = only(member("a", KITCHEN, **HERE), member("b", plain, **HERE))
    assert one.share > Fraction(9, 10)


def test_marks_that_cannot_be_seen_hide_nothing():
    hidden = "\u200b".join(KITCHEN)
    assert only(member("a", KITCHEN, **HERE), member("b", hidden, **HERE)).common > 10


def test_what_is_shared_is_shown_as_it_is_written_and_within_a_sentence():
    text = "Le café Ça l’E\u0301rable : réemploi des matériaux.\nUne œuvre, un\u200be fête"
    shared = {("cafe", "erable"), ("erable", "reemploi"), ("reemploi", "materiaux")}
    shared |= {("materiaux", "oeuvre"), ("oeuvre", "fete")}
    said = show_passages([text], shared, 9)
    assert said == ("café Ça l’Érable", "réemploi des matériaux", "œuvre, une fête")
    assert show_passages([text], shared, 1) == said[:1]
    assert show_passages([text, text], shared, 9) == said


def test_a_long_passage_is_cut():
    words = [f"mot{n:02}" for n in range(20)]
    said = show_passages([" ".join(words)], set(pairwise(words)), 9)
    assert [len(one.split()) for one in said] == [8, 8, 4]


def test_words_that_say_nothing_are_left_out():
    assert split("Les cuisines de l’école et the kitchens of summer") == [
        "cuisines",
        "ecole",
        "kitchens",
        "summer",
    ]


def test_other_scripts_are_words_too():
    assert len(split("ᐃᓄᒃᑎᑐᑦ ᐱᓕᕆᐊᖅ Ελληνικά проект")) == 4


@pytest.mark.parametrize(
    ("facts", "verb", "source"),
    [
        ({}, Verb.MERGE, None),
        ({"clientele": ("jeunes",)}, Verb.DIFFER, None),
        ({"sector": "sante"}, Verb.DIFFER, None),
        ({"territory": ("09",)}, Verb.JOIN, None),
        ({"territory": ("09",), "level": 3}, Verb.REPLICATE, "b"),
        ({"territory": ("09",), "level": 0}, Verb.REPLICATE, "a"),
        ({"territory": ("09",), "level": 3, "track": "near", "local": True}, Verb.JOIN, None),
        ({"territory": ()}, Verb.JOIN, None),
    ],
)
def test_the_verb_follows_from_what_is_shared(facts, verb, source):
    first = member("a", KITCHEN, level=1, **HERE)
    second = member("b", KITCHEN, **{"level": 1, **HERE, **facts})
    found = only(first, second)
    assert (found.verb, found.source) == (verb, source)


def test_less_of_the_text_in_common_is_a_reason_to_join():
    parts = KITCHEN.split(" ")
    half = " ".join([*parts[:16], *OTHER.split(" ")[:12]])
    assert only(member("a", KITCHEN, **HERE), member("b", half, **HERE)).verb is Verb.JOIN


def test_wording_in_common_is_not_enough_for_another_clientele_elsewhere():
    parts = KITCHEN.split(" ")
    half = " ".join([*parts[:16], *OTHER.split(" ")[:12]])
    far = {"sector": "logement", "clientele": ("jeunes",), "territory": ("09",)}
    assert not find_overlaps([member("a", KITCHEN, **HERE), member("b", half, **far)]).pairs


FJORD = {**HERE, "organization": fr("Coopérative du Fjord"), "settings": (setting("CPE du Quai"),)}
TRANSLATED = (
    "The kitchens of a neighbourhood are shared: mixed teams prepare complete meals at a "
    "solidarity price for families, with surplus from markets. 126 families, 2 pilot sites."
)


def test_a_translation_is_found_by_its_facets_and_the_names_it_keeps():
    french = KITCHEN + " 126 familles, 2 sites pilotes; solidarité."
    one = only(
        member("a", french, title="Cuisines du Fjord", **FJORD),
        member("b", TRANSLATED, title="Kitchens of the Fjord", language="en", **FJORD),
        twin=Fraction(1, 10),
    )
    assert (one.kind, one.verb) == (OverlapKind.TWIN, Verb.MERGE)
    assert {"Fjord", "126", "préparent"} <= set(one.terms)


BILINGUAL = ("chaleur-de-ruelle", "depistage-jardin", "heures-partagees", "trl-capteur")


def in_one_language(project, language):
    """A shipped example as a member that is described in one language alone."""
    words = project.summary.said_in(language)[0]
    return member(
        f"{project.id}-{language.value}",
        words,
        language=language.value,
        title=project.title.said_in(language)[0],
        sector=project.sector,
        clientele=project.clientele,
        territory=project.territory,
        organization=project.organization,
        settings=tuple(map(setting_of, project.settings or ())),
    )


def test_every_shipped_example_is_found_in_its_own_translation_and_in_no_other():
    members = []
    for name in BILINGUAL:
        project = sc.load_project(EXAMPLES / name / "project.yaml")
        members += [in_one_language(project, language) for language in Language]
    found = {(one.one, one.other): one.kind for one in find_overlaps(members).pairs}
    assert found == {(f"{n}-en", f"{n}-fr"): OverlapKind.TWIN for n in BILINGUAL}


def test_a_translation_elsewhere_is_left_alone():
    far = {**FJORD, "territory": ("09",)}
    pair = member("a", KITCHEN, **FJORD), member("b", TRANSLATED, language="en", **far)
    assert not find_overlaps(pair).pairs


def test_a_coded_need_brings_together_what_no_wording_does():
    need = {"attributes": {"besoin": ("repas",)}, **HERE}
    one = only(member("a", KITCHEN, **need), member("b", OTHER, **need), needs=("besoin",))
    assert (one.kind, one.share, one.terms) == (OverlapKind.FACETS, 0, ())


def test_a_crowd_is_named_once():
    need = {"attributes": {"besoin": ("repas",)}, **HERE}
    many = [member(f"p-{n:02}", **need) for n in range(12)]
    found = find_overlaps(many, OverlapOptions(needs=("besoin",), crowd=5))
    assert not found.pairs
    assert found.crowds[0].members == tuple(m.id for m in many)


def test_exact_copies_are_each_brought_to_the_first_of_them():
    found = find_overlaps([member(f"p-{n:03}", KITCHEN, **HERE) for n in range(150)])
    assert len(found.pairs) == 149
    assert {one.one for one in found.pairs} == {"p-000"}


def test_a_summary_that_says_nothing_yet_is_no_copy():
    """Three projects wait for their summary; two of them tell the same in a long title."""
    first, second, third = (
        member(name, "À venir.", title=title, **HERE)
        for name, title in (("a", OTHER), ("b", KITCHEN), ("c", EDITED))
    )
    found = only(first, second, third)
    assert (found.one, found.other, found.kind) == ("b", "c", OverlapKind.TEXT)
    assert found.common > 5


def test_projects_without_enough_text_are_named():
    found = find_overlaps([member("a"), member("b", "Un jardin."), member("c", KITCHEN)])
    assert found.silent == ("a", "b")
    assert found.read == 3


def test_text_that_everybody_uses_brings_nobody_together_and_is_said():
    many = [member(f"p-{n:03}", f"{KITCHEN} Site {n}.", **HERE) for n in range(8)]
    found = find_overlaps(many, OverlapOptions(most_projects=5))
    assert found.usual == tuple(m.id for m in many)
    assert found.frequent > 10


def test_an_empty_portfolio_has_no_overlap():
    assert find_overlaps([]).pairs == ()


WORDS = [f"mot{n:02}" for n in range(30)]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=10, max_size=25).map(" ".join)
COPIES = st.lists(TEXTS, min_size=2, max_size=6)


@settings(max_examples=20, deadline=None)
@given(COPIES, st.randoms(use_true_random=False))
def test_the_order_of_projects_changes_nothing(texts, random):
    members = [member(f"p-{n}", text, **HERE) for n, text in enumerate(texts * 2)]
    shuffled = members[:]
    random.shuffle(shuffled)
    assert find_overlaps(members) == find_overlaps(shuffled)


@settings(max_examples=20, deadline=None)
@given(COPIES)
def test_a_project_that_shares_nothing_changes_no_overlap(texts):
    members = [member(f"p-{n}", text, **HERE) for n, text in enumerate(texts * 2)]
    stranger = member("p-1x", " ".join(f"autre{n}" for n in range(20)), sector="culture")
    assert find_overlaps(members).pairs == find_overlaps([*members, stranger]).pairs
