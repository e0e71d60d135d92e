"""Why this level, why not the next: said in words, down to the answer, its evidence, its place."""

import os
from pathlib import Path

import pytest
from tests.report.examples import NAMES, read_example
from tests.scoring.builders import level, non_answers, record, result, rubric
from tests.scoring.generator import VOCABULARIES, make

from scalecheck.errors import UnknownName
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.report.explanation import Mark, explain, known_nodes, render_explanation
from scalecheck.scoring.assess import Options, assess

FR, EN = Language.FR, Language.EN
GOLDENS = Path(__file__).parent / "goldens"
GOLDEN_NAMES = ("passeport-competences", "navette-des-aines", "trl-capteur")


def tell(found, node=None, language=FR, locate=None, plain=False):
    """An explanation as text, no-break spaces made plain: tests read better."""
    text = render_explanation(explain(found, node, language, locate), plain)
    return text.replace("\u00a0", " ").replace("\u2060", "")


def tell_example(name, node=None, language=FR, plain=False):
    found, locate = read_example(name)
    return tell(found, node, language, locate, plain)


# The examples, whole ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", GOLDEN_NAMES)
def test_the_explanation_of_an_example_is_the_one_kept(name, language):
    found, locate = read_example(name)
    text = render_explanation(explain(found, None, language, locate), plain=False)
    golden = GOLDENS / f"explain-{name}.{language}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_every_example_is_explained(name, language):
    found, locate = read_example(name)
    for node in (None, *known_nodes(found, language)):
        explanation = explain(found, node, language, locate)
        assert explanation.lines[0].mark is Mark.HEADING
        assert explanation.lines[0].indent == 0
        for line in explanation.lines:
            assert line.text == line.text.strip() != ""
            assert "{" not in line.text
            assert "\n" not in line.text


@pytest.mark.parametrize("name", NAMES)
def test_french_lines_have_french_typography(name):
    found, locate = read_example(name)
    for node in (None, *known_nodes(found, FR)):
        for line in explain(found, node, FR, locate).lines:
            assert line.text == typeset(line.text, FR)


# The level ----------------------------------------------------------------------------------------


def test_the_official_level_comes_first_with_what_is_claimed():
    text = tell_example("passeport-competences")
    assert text.startswith("Niveau démontré (officiel) : 4, Expérimentation en cours.\n")
    assert "Niveau affirmé : 7. Niveau que les preuves appuient : 4." in text


def test_each_level_reached_takes_one_line_with_what_is_enough():
    text = tell_example("hangar-des-forges")
    lines = [line for line in text.splitlines() if ": franchi. Ce qui suffit :" in line]
    assert len(lines) == 5
    assert lines[0].strip().startswith("✓ Niveau 1, Besoin reconnu : franchi.")


def test_a_cap_names_the_rule_of_evidence_and_the_place():
    text = tell_example("passeport-competences")
    assert (
        "✗ Niveau 3 affirmé, 2 démontré : le niveau 3 demande une preuve vérifiée; "
        "la preuve citée est documentée.  (project.yaml:55:24)" in text
    )


def test_a_stale_record_says_its_age_and_what_it_counts_as():
    text = tell_example("passeport-competences")
    assert (
        "✗ Preuve trop ancienne : Indicateurs communs de l’essai initial (novembre 2022), "
        "plus de 36 mois (46 mois révolus); elle compte comme déclarée.  (project.yaml:40:17)"
    ) in text


def test_a_rejected_record_is_not_counted_and_an_answer_without_any_says_so():
    text = tell_example("passeport-competences", "resultats")
    assert "✗ Preuve refusée, non comptée : Article promotionnel" in text
    text = tell_example("passeport-competences", "plan")
    assert "aucune preuve n’est citée" in text


def test_an_unknown_says_what_would_settle_it_and_what_it_would_change():
    text = tell_example("navette-des-aines", language=EN)
    assert "? To be confirmed: Equity, reach and unintended effects, level 1 required, 0–4" in text
    assert "Reason: unknown." in text
    assert "Answering this question would settle the point." in text
    assert "At best, demonstrated level: 4. At worst, possible level: 2." in text


def test_a_gate_passed_out_of_order_is_said():
    text = tell_example("navette-des-aines")
    assert "Jalon franchi, mais pas encore compté : Niveau 4" in text


def test_a_claimed_level_is_to_be_proved_rather_than_raised():
    text = tell_example("passeport-competences")
    assert (
        "Appuyer Ancrage dans le milieu et coconstruction au niveau 3, déjà affirmé, "
        "par une preuve vérifiée (effort 2)." in text
    )
    assert "Aucun chemin n’en demande moins : tous ont été comparés." in text


def test_the_top_of_a_track_is_no_gap():
    text = tell_example("hangar-des-forges")
    assert "Le parcours Ancrage local s’arrête ici" in text
    assert "✗" not in text
    assert "Parcours choisi : Ancrage local, qui se termine au niveau 5." in text


def test_the_top_of_the_rubric_is_no_gap():
    text = tell_example("tremplin-jeunesse")
    assert "Le dernier niveau de la grille est atteint" in text
    assert "✗" not in text


def test_what_is_out_by_rule_is_listed_with_what_put_it_out():
    assert "– Dans le parcours Ancrage local : Plan et programme" in tell_example(
        "hangar-des-forges"
    )
    assert "– Avec les stratégies choisies : " in tell_example("toits-etudiants")
    assert "– Condition non remplie : Vie privée évaluée." in tell_example("trl-capteur")


def test_plain_text_has_ascii_symbols():
    text = tell_example("passeport-competences", plain=True)
    assert not set("✓✗–") & set(text)
    assert "\n  x Non atteint : Ancrage" in text
    assert "\n  + Exigences déjà remplies (6) : " in text


# Beyond the ambition ------------------------------------------------------------------------------


def ladder():
    return rubric(
        criteria="a b",
        headline="ladder",
        levels=[level("1", {"a": "1"}), level("2", {"a": "2", "b": "2"})],
    )


def test_beyond_the_ambition_nothing_is_called_a_lack():
    found = result(ladder(), {"a": "1", "b": "1"}, ambition={"level": "1"})
    text = tell(found)
    assert "L’ambition du projet est atteinte. Le niveau suivant n’est pas un manque." in text
    assert "Au-delà de l’ambition, à titre d’information : Niveau 2" in text
    assert "a : niveau 2 demandé, 1 démontré." in text
    assert "Non atteint" not in text
    assert "Raison" not in text
    assert "Porter" not in text


def test_below_the_first_level_is_said():
    found = result(ladder(), {"a": "0", "b": "0"})
    assert tell(found).startswith("Niveau démontré (officiel) : aucun.")
    assert tell(found, None, EN).startswith("Demonstrated (official) level: none.")


# Conventions --------------------------------------------------------------------------------------


def test_a_convention_is_said_with_the_bounds_beside_it():
    grid = rubric(
        criteria="a b",
        non_answers=non_answers(unknown="worst"),
        headline="ladder",
        levels=[level("1", {"a": "1"}), level("2", {"b": "1"})],
    )
    text = tell(result(grid, {"a": "1", "b": "unknown"}))
    assert "une réponse inconnue compte comme le pire niveau" in text
    assert "Sans cette convention, le niveau serait : 1–2." in text


def test_too_little_applicable_is_said_with_the_share_asked():
    grid = rubric(
        criteria=[
            {"id": "a", "not_applicable": "allowed"},
            {"id": "b", "not_applicable": "allowed"},
        ],
        headline="ladder",
        levels=[level("1", {"a": "1"})],
    )
    none = {"not_applicable": "sans lien"}
    text = tell(result(grid, {"a": none, "b": none}))
    assert "trop de questions sont sans objet (2 sur 2)" in text
    assert "au moins 60 %" in text


# Majorities (methods.md, MRS-1) -------------------------------------------------------------------

NAMED = {
    "impact": "Impact",
    "preuve": "Preuve",
    "modele": "Modèle",
    "milieux": "Milieux",
    "equipe": "Équipe",
    "env": "Environnement",
}
WEIGHTS = dict(zip(NAMED, (25, 25, 15, 15, 10, 10), strict=True))


def stage(value, profile, veto):
    levels = dict(zip(NAMED, map(str, profile), strict=True))
    terms = {"threshold": "70%", "profile": levels, "veto": veto}
    return {"value": value, "requires": {"majority": terms}}


def mrs(*answers):
    grid = rubric(
        criteria=[
            {"id": name, "title": title, "weight": str(WEIGHTS[name])}
            for name, title in NAMED.items()
        ],
        headline="ladder",
        levels=[
            stage("2", (2, 2, 2, 2, 2, 2), {}),
            stage("3", (3, 3, 3, 3, 3, 2), {"preuve": "2"}),
            stage("4", (4, 4, 4, 4, 3, 3), {"preuve": "3", "milieux": "2"}),
            stage("5", (5, 5, 5, 5, 4, 4), {"preuve": "4", "env": "3"}),
        ],
    )
    return result(grid, dict(zip(NAMED, map(str, answers), strict=True)))


def test_a_veto_is_named_with_the_least_tolerated_then_the_coalition_then_the_way():
    text = tell(mrs(5, 2, 5, 5, 5, 5))
    assert text.startswith("Niveau démontré (officiel) : 3.")
    assert (
        "✗ Critère éliminatoire, sous le minimum : Preuve est au niveau 2, pour un minimum de 3."
        in text
    )
    assert (
        "✓ Les critères favorables pèsent 75 % (3/4), pour un seuil de 70 % (7/10) : "
        "le seuil est atteint." in text
    )
    assert "Critères favorables : Impact, Modèle, Milieux, Équipe et Environnement." in text
    assert "Porter Preuve du niveau 2 au niveau 3 (effort 1)." in text


def test_a_majority_exactly_at_its_threshold_is_met():
    text = tell(mrs(3, 3, 2, 2, 3, 3), "niveau-3", EN)
    assert "weigh 70% (7/10), against a threshold of 70% (7/10): the threshold is reached." in text


def test_a_majority_says_what_it_could_lose():
    text = tell(mrs(4, 4, 4, 4, 3, 3), "niveau-4")
    assert "Resterait rempli même sans Équipe et Environnement." in text


def test_shares_are_shown_apart_when_rounding_would_hide_the_decision():
    grid = rubric(
        criteria=[{"id": "a", "weight": "79.96"}, {"id": "b", "weight": "20.04"}],
        headline="ladder",
        levels=[
            level("1", {"majority": {"threshold": "80%", "profile": {"a": "1", "b": "1"}}}),
        ],
    )
    text = tell(result(grid, {"a": "1", "b": "0"}))
    assert "pèsent 79,96 % (1999/2500), pour un seuil de 80,00 % (4/5)" in text
    assert "le seuil n’est pas atteint" in text


# Rules, groups and wishes -------------------------------------------------------------------------


def test_an_absent_list_is_said_to_be_what_is_unknown():
    grid = rubric(
        criteria="usage",
        groups=[{"id": "lieux", "title": "Lieux", "criteria": ["usage"]}],
        headline="ladder",
        levels=[level("1", {"in": "lieux", "at_least": "2", "meet": {"usage": "1"}})],
    )
    assert "? La liste « Lieux » n’est pas donnée" in tell(result(grid, {}))
    text = tell(result(grid, {}, groups={"lieux": [{"id": "un"}]}))
    assert "✗ Liste « Lieux » : 0 sur 1 y répondent; il en faut 2." in text
    assert "Il faut d’autres éléments" in text or "n’y mènent pas" in text


def test_a_wish_excused_by_a_written_reason_shows_the_reason():
    grid = rubric(criteria="a", headline="ladder", levels=[level("1", {"should": {"a": "2"}})])
    found = result(grid, {"a": {"level": "1", "reason": {"fr": "Trop tôt dans l’année."}}})
    text = tell(found, "niveau-1")
    assert "Raison écrite : Trop tôt dans l’année." in text


def test_a_computed_criterion_is_explained_through_its_instances():
    text = tell_example("cuisines-du-fjord", "demande")
    assert "✓ Niveau 2, atteint : liste « Milieux preneurs, un par un »" in text
    assert "✗ Niveau 3, non atteint" in text
    assert "Centre de services scolaire de la région (Milieu intégrateur" in text
    assert "Engagement du milieu : niveau 2 démontré.  (project.yaml:174:23)" in text


# Names --------------------------------------------------------------------------------------------


def test_an_instance_may_be_named_in_two_ways():
    one = tell_example("cuisines-du-fjord", "usage@cpe-a")
    assert one == tell_example("cuisines-du-fjord", "milieux/cpe-a/usage")
    assert one.startswith("Usage dans le milieu (CPE de la rive nord) : niveau 1 démontré.")


def test_a_level_may_be_named_in_three_ways():
    told = {tell_example("cuisines-du-fjord", name) for name in ("niveau-7", "level-7", "7")}
    assert len(told) == 1


@pytest.mark.parametrize("name", ["nulle-part", "usage@nulle-part", "a/b/c", "niveau-12", ""])
def test_an_unknown_name_is_refused_with_those_known(name):
    found, _ = read_example("cuisines-du-fjord")
    with pytest.raises(UnknownName) as refused:
        explain(found, name, FR)
    assert refused.value.kind == "node"
    assert {"niveau-7", "demande", "usage@cpe-a", "replication"} <= set(refused.value.known)


# Measures -----------------------------------------------------------------------------------------


def test_an_index_shows_its_exact_value_and_its_warning():
    text = tell_example("trl-capteur", "avancement")
    assert "de 5,29 à 7,06 (exactement de 238/45 à 127/18)" in text
    assert "C’est un indice, et non un niveau" in text
    assert "2 (Largement réalisé), valeur 2/3." in text


def test_a_measure_names_all_its_ties():
    text = tell_example("cuisines-du-fjord", "tri-amont")
    assert "Opération : le plus bas des niveaux." in text
    assert "À égalité : Résultats démontrés, Noyau essentiel" in text


def test_a_ladder_shows_the_part_of_the_next_rung_that_is_met():
    text = tell_example("trl-capteur", "niveau-trl")
    assert "Part du palier suivant déjà remplie : de 0 % (0) à 50 % (1/2)." in text
    assert "Sous le palier : chaque énoncé au niveau 3 (Complètement réalisé) ou mieux." in text


def measured(**measure):
    grid = rubric(
        scales=[{"id": "s", "levels": [{"value": v} for v in range(4)]}],
        dimensions=[
            {
                "id": "d",
                "title": "D",
                "criteria": [
                    {"id": n, "title": n, "scale": "s", "weight": w}
                    for n, w in (("a", "2"), ("b", "1"), ("c", "1"))
                ],
            }
        ],
        measures=[{"id": "m", "title": "M", "of": ["a", "b", "c"], **measure}],
    )
    return result(grid, {"a": "1", "b": "3", "c": "unknown"})


MEASURES = [
    ({"op": "median"}, "Opération : le niveau médian"),
    ({"op": "sum"}, "M : de 4,0 à 7,0."),
    ({"op": "weighted-mean"}, "a : 1, valeur 1, poids 2."),
    ({"op": "mean", "unknown": "skip"}, "c : inconnu; est laissé de côté."),
    ({"op": "mean", "unknown": "block"}, "Non calculé : une réponse manque"),
    (
        {"op": "percent", "display": {"digits": "0"}},
        "M : de 44 % à 78 % (exactement de 4/9 à 7/9).",
    ),
    ({"op": "count", "at_least": "2"}, "On compte ce qui est au niveau 2 ou mieux."),
    ({"op": "count", "level": "1"}, "Une meilleure réponse peut y faire baisser le résultat"),
    ({"op": "difference", "of": ["a", "b"]}, "Opération : la première valeur moins la seconde."),
    ({"op": "round", "of": "a", "digits": "0"}, "Arrondi pour de bon; décimales gardées : 0."),
    (
        {"op": "cap", "of": "b", "at": "2", "unless": {"a": "2"}},
        "Plafond : niveau 2, levé si ceci est rempli : a au niveau 2 ou mieux.",
    ),
    (
        {
            "op": "bands",
            "of": "b",
            "bands": [{"id": "bas"}, {"id": "haut", "from": "2"}, {"id": "faite", "above": "3"}],
        },
        "haut : à partir de 2.",
    ),
    (
        {"op": "highest", "of": [], "items": {"1": ["a"], "2": ["b", "c"]}, "at": {"count": "1"}},
        "Au palier : au moins 1 des énoncés au deuxième niveau de l’échelle ou mieux.",
    ),
    ({"op": "max"}, "M : 3."),
    ({"op": "product"}, "Opération : le produit des valeurs."),
    (
        {"op": "lookup", "of": "a", "table": ["1", "2", "3", "4"]},
        "Opération : la case d’un tableau.",
    ),
]


@pytest.mark.parametrize(("measure", "said"), MEASURES, ids=[m["op"] for m, _ in MEASURES])
def test_every_operator_is_explained_in_words(measure, said):
    found = measured(**measure)
    assert said in tell(found, "m")
    assert tell(found, "m", EN)


# Evidence -----------------------------------------------------------------------------------------


def proved(need, records, cited):
    grid = rubric(
        scales=[{"id": "s", "levels": [{"value": 0}, {"value": 1, "evidence": need}]}],
        evidence={
            "grades": ["declared", "documented", {"id": "or", "title": "Or"}],
            "max_age": "36 months",
        },
        dimensions=[
            {"id": "d", "title": "D", "criteria": [{"id": "a", "title": "A", "scale": "s"}]}
        ],
        headline="ladder",
        levels=[level("1", {"a": "1"})],
    )
    return result(grid, {"a": {"level": "1", "evidence": cited}}, evidence=records)


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ("or", "demande une preuve « Or »; la preuve citée est documentée."),
        (
            {"grade": "documented", "count": 2},
            "Niveau 1 affirmé, 0 démontré : le niveau 1 demande 2 preuves documentées.",
        ),
        (
            {"grade": "documented", "newest_within": "6 months"},
            "demande une preuve documentée datant d’au plus 6 mois.",
        ),
        (
            {"grade": "documented", "count": 2, "newest_within": "6 months"},
            "demande 2 preuves documentées, la plus récente datant d’au plus 6 mois.",
        ),
    ],
)
def test_what_a_level_asks_of_evidence_is_said_whole(need, said):
    found = proved(need, {"p": record("documented", date="2026-01")}, ["p"])
    assert said in tell(found, "a")
    assert tell(found, "a", EN)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": "rejected"}, "Preuve refusée, non comptée : Pièce (janvier 2026)."),
        ({"status": "planned"}, "Preuve prévue, non comptée : Pièce (janvier 2026)."),
        ({"date": "2027-01"}, "Preuve postérieure à l’évaluation, non comptée"),
        (
            {"date": "2020-01"},
            "Preuve trop ancienne : Pièce (janvier 2020), plus de 36 mois (80 mois",
        ),
    ],
)
def test_each_record_says_why_it_does_not_count(change, said):
    found = proved("or", {"p": record("or", **{"date": "2026-01", **change})}, ["p"])
    assert said in tell(found, "a")
    assert tell(found, "a", EN)


# Strangers' files ---------------------------------------------------------------------------------


def test_hostile_titles_are_neutralised():
    hostile = "Vert\u001b[31m rouge\nFAUX : rempli\u202e retourné"
    grid = rubric(
        criteria=[{"id": "a", "title": {"fr": hostile}}],
        headline="ladder",
        levels=[level("1", {"a": "1"}, name={"fr": hostile})],
    )
    note = {"fr": "ligne\nautre\u001b]0;titre\u0007"}
    found = result(grid, {"a": {"level": "0", "note": note}})
    for node in (None, "a", "niveau-1"):
        explanation = explain(found, node, FR, lambda path: "fiche\u001b[2J.yaml:1:1\n")
        text = render_explanation(explanation, plain=False)
        assert not any(ord(c) < 32 and c != "\n" for c in text)
        assert "\u202e" not in text
        assert len(text.strip().splitlines()) >= len(explanation.lines)
        assert all("\n" not in line.text + (line.place or "") for line in explanation.lines)


def test_braces_in_a_title_stay_as_they_are():
    grid = rubric(
        criteria=[{"id": "a", "title": {"fr": "Titre {count} {0}"}}],
        headline="ladder",
        levels=[level("1", {"a": "1"})],
    )
    assert "Titre {count} {0}" in tell(result(grid, {"a": "0"}))


# Any rubric ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(30))
def test_every_node_of_a_random_rubric_is_explained(seed):
    found = assess(*make(seed).read(), Options(vocabularies=VOCABULARIES))
    for language in Language:
        for node in (None, *known_nodes(found, language)):
            assert tell(found, node, language).strip()
