"""A rubric on a page: everything that its readers need is there, in their language."""

import re
from functools import cache
from pathlib import Path

import pytest

from scalecheck.errors import UnknownName
from scalecheck.model.language import Language
from scalecheck.model.text import Text
from scalecheck.report.rubric_view import render_list, render_rubric
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build, load

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(p.stem for p in (ROOT / "rubrics").glob("*.yaml") if ".test" not in p.name)


@cache
def rubric(name):
    return load(ROOT / "rubrics" / f"{name}.yaml", kind_named("rubric")).value


@cache
def page(name, language=Language.FR, criterion=None):
    return render_rubric(rubric(name), language, criterion)


def flat(text):
    return re.sub("[ \n]+", " ", text)


RULES = """
format: scalecheck/rubric@1
id: regles
version: 0.1.0
languages: fr
title: "Règles\\n\\u202e"
licence: CC0-1.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: required, min_applicable: 60%}
  empty_level: blocks
scales: [{id: echelle, levels: [{value: 0}, {value: 1, id: oui}, {value: 2, label: Tout}]}]
x-alias: &ou [{sector: sante}, {territory: 02}]
groups:
  - {id: lieux, title: Lieux, attributes: [{id: critique, values: [yes, no]}], criteria: [usage]}
dimensions:
  - id: tout
    title: Tout
    criteria:
      - {id: besoin, title: Besoin, scale: echelle, weight: 2}
      - {id: moyens, title: Moyens, scale: echelle, applies_when: *ou}
      - {id: usage, title: Usage, scale: echelle}
measures:
  - {id: combien, title: Combien, op: count, of: [besoin, moyens], at_least: 1}
  - {id: exactement, title: Exactement, op: count, of: [besoin], level: oui}
  - {id: par-lieu, title: Par lieu, op: min, of: usage, per: lieux, where: {critique: yes}}
  - {id: plafond, title: Plafond, op: cap, of: besoin, at: 1, unless: {moyens: 2}}
  - {id: moyenne, title: Moyenne, op: mean, of: [besoin, moyens]}
  - id: tranches
    op: bands
    of: moyenne
    bands: [{id: bas}, {id: mi, from: 0.5}, {id: haut, above: 1.5}]
levels:
  - value: 1
    requires:
      all_of:
        - any_of: [{besoin: 1}, {moyens: oui}]
        - {at_least: 2, of: {besoin: 1, moyens: 1, combien: 1}}
        - {at_least: all, of: {besoin: 1}}
  - value: 2
    requires:
      all_of:
        - {in: lieux, at_least: 2, meet: {usage: 1}}
        - {in: lieux, where: {critique: yes}, at_least: all, meet: {usage: 2}}
        - {in: lieux, at_least: all, meet: {usage: 1}}
  - value: 3
    requires:
      all_of:
        - majority:
            threshold: 70%
            profile: {besoin: 2, moyens: 1}
            must: moyens
            veto: {besoin: 1}
        - {should: {moyens: 2}}
        - {answered: [besoin]}
"""


@cache
def rules_page(language=Language.FR):
    made = build(parse(RULES.encode(), "rules"), kind_named("rubric")).value
    return render_rubric(made, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SHIPPED)
def test_everything_of_a_rubric_is_on_its_page(name, language):
    text = flat(page(name, language).replace("\u00a0", " "))
    shown = rubric(name)
    assert f"{shown.id}, version {shown.version}." in text
    assert shown.licence in text
    titled = (*shown.dimensions, *shown.criteria, *shown.stages, *shown.tracks, *shown.strategies)
    for thing in titled:
        assert f"({thing.id})" in text
    for criterion in shown.criteria:
        words, _ = criterion.question.said_in(language)
        assert flat(words.replace("\u00a0", " ")) in text
    for level in shown.levels:
        assert f"{level.value}. {level.name.said_in(language)[0]}" in text
    for measure in shown.measures:
        assert f"({measure.id})" in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SHIPPED)
def test_every_criterion_has_a_page(name, language):
    for criterion in rubric(name).criteria:
        text = flat(page(name, language, criterion.id).replace("\u00a0", " "))
        texts = (
            criterion.title,
            criterion.question,
            *criterion.anchors.values(),
            *(advice.do for advice in criterion.advice.values()),
            *(advice.proof for advice in criterion.advice.values()),
        )
        for one in texts:
            assert flat(one.said_in(language)[0].replace("\u00a0", " ")) in text


@pytest.mark.parametrize("name", SHIPPED)
def test_no_line_is_too_long_or_padded(name):
    for line in page(name).splitlines():
        assert len(line) <= 96
        assert line == line.rstrip()


def test_a_level_says_what_it_adds_and_when_it_can_be_scaled():
    text = flat(page("screening"))
    assert "Ce niveau ajoute\u00a0: Résultats démontrés\u00a0: 1 Amorcé ou mieux" in text
    assert "Peut-on la mettre à l’échelle? À accompagner" in text
    assert "Étape\u00a0: Consolidation." in text


def test_a_level_named_by_a_measure_says_the_items_that_it_asks():
    text = flat(page("trl", Language.EN))
    assert "The level is that of the measure “TRL level”." in text
    assert "This level adds: Continuous service Upkeep secured" in text


def test_a_track_says_what_it_waives_and_where_it_ends():
    text = flat(page("screening", Language.EN))
    out = "Demand and commitment of adopter settings and The setting’s commitment."
    assert f"Criteria not asked: {out}" in text
    assert "Ends at level 4." in text
    assert "Every criterion is asked." in text


def test_a_criterion_says_the_evidence_of_each_level_and_how_to_reach_it():
    text = flat(page("is-echelle", Language.FR, "ancrage-terrain"))
    assert "Preuves demandées dès ce niveau, au nombre de 2\u00a0: Vérifiée, dont" in text
    assert "Que faire\u00a0: Consulter de huit à quinze personnes" in text


def test_a_computed_criterion_says_how_each_level_is_computed():
    text = flat(page("screening", Language.EN, "demande"))
    assert "Computed from other answers, never asked." in text
    assert "At least 2 of the list “Adopter settings, one by one”, where Role" in text


def test_an_unknown_criterion_is_refused_with_the_known_ones():
    with pytest.raises(UnknownName) as refused:
        render_rubric(rubric("screening"), Language.FR, "rien")
    assert (refused.value.kind, refused.value.name) == ("criterion", "rien")
    assert "ampleur-besoin" in refused.value.known


@pytest.mark.parametrize(
    "words",
    [
        "Au moins une de ces exigences : Besoin : 1 oui ou mieux Moyens : 1 oui ou mieux",
        "Au moins 2 de ces exigences : Besoin : 1 oui ou mieux Moyens : 1 oui ou mieux Combien : 1",
        "Toutes celles de ces exigences qui s’appliquent : Besoin",
        "Au moins 2 de la liste « Lieux » avec : Usage : 1 oui",
        "Tous ceux de la liste « Lieux », où critique : yes, avec : Usage : 2 Tout",
        "Tous ceux de la liste « Lieux » avec : Usage : 1 oui",
        "Une majorité d’au moins 70 % du poids, parmi : Besoin : 2 Tout ou mieux (poids 2) Moyens",
        "ou mieux (poids 1) Obligatoires : Moyens. Éliminatoire en dessous de : Besoin 1 oui.",
        "De préférence, ou avec une raison écrite : Moyens : 2 Tout",
        "Une réponse à : Besoin",
        "On compte ce qui est au niveau 1 oui ou mieux.",
        "On compte ce qui est exactement au niveau 1 oui.",
        "Calculée pour chaque élément de la liste « Lieux ». Limitée à ceci : critique : yes.",
        "Plafond : niveau 1 oui, à moins que : Moyens : 2 Tout ou mieux",
        "bas : en dessous. mi : à partir de 0,5. haut : au-dessus de 1,5.",
        "Demandé à cette condition : Secteur : sante ou Territoire : 02.",
    ],
)
def test_every_kind_of_rule_and_measure_has_words(words):
    assert words in flat(rules_page()).replace("\u00a0", " ")


def test_a_page_in_english_says_nothing_in_french_of_its_own():
    text = rules_page(Language.EN)
    assert "At least one of these requirements:" in text
    assert "or better" in text
    assert "ou mieux" not in text


def test_what_a_text_hides_is_cleaned():
    assert rules_page().startswith("Règles\n======\n")


def test_rubrics_are_listed_in_columns():
    rows = [
        ("is-echelle", "0.1.0", Text(fr="Échelle", en="Scale"), "shipped"),
        ("mienne", "2.10", Text(fr="La mienne"), "rubrics/mienne.yaml"),
    ]
    assert render_list(rows, Language.EN).splitlines() == [
        "Identifier  Version  Title      Where from",
        "is-echelle  0.1.0    Scale      shipped with scalecheck",
        "mienne      2.10     La mienne  rubrics/mienne.yaml",
    ]


def test_no_rubric_is_told():
    assert render_list([], Language.FR) == "Aucune grille.\n"
