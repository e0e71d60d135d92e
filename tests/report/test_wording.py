"""What a reader needs said plainly: who does it and with whom, what a level looks like, why not."""

import re

import pytest
from tests.report.examples import NAMES, read_example
from tests.report.views import EN, FORMATS, FR, page, view_of

from scalecheck.report.provenance import Provenance
from scalecheck.report.view.build import build_view


def flat(text):
    """A report as one line of words."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.S)
    return re.sub(r"\s+", " ", bare.replace("\u00a0", " ").replace("\u2060", ""))


def said(name, language, format):
    return flat(page(view_of(name, language), format, plain=True))


# Actions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["markdown", "terminal"])
def test_who_with_whom_and_how_long_stand_under_their_labels(format):
    who = "Organisme porteur et deuxième milieu"
    terms = f"Qui : {who} · Avec : Centre de recherche ou firme d’évaluation · Durée : de 9 à 18"
    assert terms in said("cuisines-du-fjord", FR, format)
    terms = "Who: Lead organisation and second setting · With: Research centre or evaluation firm"
    assert f"{terms} · Duration: 9 to 18" in said("cuisines-du-fjord", EN, format)


def test_the_page_labels_them_too():
    text = said("cuisines-du-fjord", FR, "html")
    assert "Qui Organisme porteur et deuxième milieu Avec Centre de recherche" in text
    assert "Qui : Organisme porteur et deuxième milieu · Avec : Centre de recherche" in text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (FR, "Pour y être(?: :)? Une veille écrite dit en quoi le projet diffère"),
        (EN, "What it looks like:? A written scan says how the project differs"),
    ],
)
def test_without_advice_an_action_says_what_the_level_looks_like(format, language, words):
    assert re.search(words, said("depistage-jardin", language, format))


def test_advice_comes_before_what_the_level_looks_like():
    steps = view_of("cuisines-du-fjord").next_steps
    told = (*steps.first, *steps.others, *view_of("cuisines-du-fjord").gaps)
    assert all(one.anchor is None for one in told if one.deed)


# Support ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_the_phases_of_other_frameworks_are_given_as_an_indication(format):
    text = said("cuisines-du-fjord", FR, format)
    assert "Phases ailleurs, à titre indicatif" in text
    assert "Pérennisation et mise à l’échelle (MEIE, Appel de projets" in text
    text = said("cuisines-du-fjord", EN, format)
    assert "Phases elsewhere, as an indication" in text
    assert "Lasting integration and scaling (MEIE, Appel de projets" in text


def test_a_rubric_without_phases_shows_none():
    assert view_of("trl-capteur").support.phases == ()
    assert "Phases ailleurs" not in said("trl-capteur", FR, "html")


# Not asked ----------------------------------------------------------------------------------------


def criteria(name, language=FR):
    return {one.id: one for d in view_of(name, language).criteria for one in d.criteria}


def test_what_is_not_asked_says_by_what():
    assert str(criteria("hangar-des-forges")["plan"].mark.words) == "Non demandé dans ce parcours"
    assert str(criteria("hangar-des-forges")["demande"].mark.words).endswith("dans ce parcours")
    assert str(criteria("hangar-des-forges", EN)["plan"].mark.words) == "Not asked on this track"
    own_sites = criteria("toits-etudiants")["transmission"].mark
    assert str(own_sites.words) == "Non demandé avec la stratégie choisie"
    marks = [one.mark for one in criteria("trl-capteur").values()]
    put_out = [str(mark.words) for mark in marks if mark.status == "out-by-rule"]
    assert put_out == ["Non demandé\u00a0: condition non remplie"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_asked_is_required_by_no_level(name):
    for one in criteria(name).values():
        assert one.required is None or one.mark.status != "out-by-rule"


# One word for one idea ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_claimed_is_never_called_declared_nor_a_level_a_degree(name, format):
    text = said(name, FR, format)
    assert not re.search(r"\bdegrés?\b|\bDéclaré\b|\bhors (?:règle|parcours)\b", text)
    assert "out by rule" not in said(name, EN, format)


def test_answers_to_check_first_are_named_once():
    found = view_of("toits-etudiants").sensitivity.pivots
    assert len(found) == len(set(found)) > 1


@pytest.mark.parametrize("format", FORMATS)
def test_a_shipped_rubric_is_said_to_be_one(format):
    found, _ = read_example("trl-capteur")
    provenance = Provenance("0.1.0", "a" * 64, "shipped", "b" * 64, "project.yaml")
    for language, words in ((FR, "livrée avec scalecheck"), (EN, "shipped with scalecheck")):
        text = flat(page(build_view(found, language, (), provenance), format, plain=True))
        assert words in text
        assert text.replace(words, "").count("shipped") == 0
