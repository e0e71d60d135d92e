"""What to do next: the ways to the next level, whom to ask first, how solid the level is."""

import pytest
from tests.report.examples import NAMES, read_example
from tests.scoring.builders import level, result, rubric

from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.report.advice import next_view, render_next
from scalecheck.scoring.assess import Options

FR, EN = Language.FR, Language.EN


def tell(found, language=FR, plain=True):
    text = render_next(next_view(found, language), plain)
    return text.replace("\u00a0", " ").replace("\u2060", "")


def tell_example(name, language=FR):
    return tell(read_example(name)[0], language)


# The examples -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_every_example_says_what_is_next(name, language):
    text = tell_example(name, language)
    assert text.strip()
    assert "{" not in text


@pytest.mark.parametrize("name", NAMES)
def test_french_lines_have_french_typography(name):
    for line in render_next(next_view(read_example(name)[0], FR)).splitlines():
        assert line == typeset(line, FR)


def test_a_step_comes_with_the_advice_of_the_rubric():
    text = tell_example("passeport-competences")
    assert text.startswith(
        "Pour atteindre : Niveau 5, Résultats démontrés dans le milieu d’origine"
    )
    assert "Le moins d’effort, qui est aussi le moins d’actions : effort de 4 au total." in text
    assert "Pour le niveau 3 (Éprouvé) du critère :" in text
    for said in ("Que faire : Réserver", "Qui : Conseil", " · Avec : Personnes concernées"):
        assert said in text
    assert " · Durée : de 3 à 6 mois\n" in text
    assert "Preuve à produire : Règles du comité" in text
    assert "il vaut 1 par niveau là où elle n’en dit rien" in text


def test_the_actions_of_instances_stand_under_the_criterion_they_serve():
    view = next_view(read_example("cuisines-du-fjord")[0], FR)
    parts = {a.text: a.parts for a in view.ways[0].actions if a.parts}
    assert any("Centre de services scolaire" in p.text for some in parts.values() for p in some)


def test_each_level_on_the_way_has_its_own_advice():
    view = next_view(read_example("cuisines-du-fjord")[0], EN)
    usage = [p for a in view.ways[0].actions for p in a.parts if "Use in the setting" in p.text]
    assert [d.level for d in usage[0].deeds] == [
        "For level 1 (Begun) of the criterion:",
        "For level 2 (Structured) of the criterion:",
    ]


def test_decisive_unknowns_are_asked_first():
    text = tell_example("navette-des-aines", EN)
    first = text.split("Ask first\n")[1].splitlines()[0]
    assert first.strip() == (
        "Equity, reach and unintended effects. At best, demonstrated level: 4. "
        "At worst, possible level: 2."
    )


def test_what_is_open_is_settled_rather_than_raised():
    text = tell_example("depistage-jardin")
    assert "- Établir Valeur ajoutée et non-dédoublement au niveau 2 au moins" in text


def test_without_advice_the_level_aimed_at_is_described():
    text = tell_example("depistage-jardin")
    assert "Pour y être : Une veille écrite dit en quoi le projet diffère." in text
    text = tell_example("depistage-jardin", EN)
    assert "What it looks like: A written scan says how the project differs." in text
    assert "neither advice" not in text


def test_without_advice_or_description_it_is_said():
    grid = rubric(criteria="a", headline="ladder", levels=[level("1", {"a": "1"})])
    text = tell(result(grid, {"a": "0"}))
    assert "La grille ne donne ni conseil ni description pour ce niveau." in text


def test_the_end_of_a_track_proposes_nothing_and_names_no_lack():
    text = tell_example("hangar-des-forges")
    assert text.startswith("Le parcours Ancrage local s’arrête ici")
    assert "Porter" not in text
    assert "effort" not in text


def test_the_last_level_proposes_nothing():
    assert tell_example("tremplin-jeunesse").startswith(
        "Le dernier niveau de la grille est atteint"
    )


def test_how_solid_the_level_is_comes_in_words():
    text = tell_example("passeport-competences")
    assert "Une réponse erronée suffirait" in text
    assert "simple déclaration valait un niveau de moins" in text
    assert "Résultats démontrés : à 0, niveau 3." in text
    assert "Aucune réponse ne repose sur une simple déclaration." in tell_example(
        "tremplin-jeunesse"
    )


# Tiny rubrics -------------------------------------------------------------------------------------


def majority(**parts):
    """IMP-1 of the methods: the cheapest set has two actions, the shortest is dearer."""
    weights, efforts = (3, 2, 2, 2, 1), (10, 1, 5, 4, 1)
    names = ["preuve", "modele", "milieu", "equipe", "env"]
    terms = {"threshold": "60%", "profile": dict.fromkeys(names, "1")}
    return rubric(
        criteria=[
            {"id": n, "weight": str(w), "effort": str(e)}
            for n, w, e in zip(names, weights, efforts, strict=True)
        ],
        headline="ladder",
        levels=[level("1", {"majority": terms})],
        **parts,
    )


def test_the_cheapest_way_and_the_shortest_are_both_shown_where_they_differ():
    found = result(majority(), {"preuve": 0, "modele": 1, "milieu": 0, "equipe": 0, "env": 1})
    text = tell(found)
    assert "Le moins d’effort : 9 au total." in text
    assert "Le moins d’actions : effort de 10 au total." in text
    assert "- Porter milieu du niveau 0 au niveau 1 (effort 5)." in text
    assert "- Porter preuve du niveau 0 au niveau 1 (effort 10)." in text
    assert text.count("tous ont été comparés") == 2


def test_beyond_the_ambition_the_way_is_given_as_information():
    grid = rubric(
        criteria="a", headline="ladder", levels=[level("1", {"a": "1"}), level("2", {"a": "2"})]
    )
    text = tell(result(grid, {"a": "1"}, ambition={"level": "1"}))
    assert text.startswith("L’ambition est atteinte. À titre d’information")


def test_a_list_too_short_asks_for_more_instances():
    grid = rubric(
        criteria=["usage", {"id": "adoption", "computed": ADOPTION}],
        groups=[{"id": "lieux", "title": "Lieux", "criteria": ["usage"]}],
        headline="ladder",
        levels=[level("1", {"adoption": "1"})],
    )
    found = result(grid, {"lieux": {"un": {"usage": 2}}}, groups={"lieux": [{"id": "un"}]})
    assert "Il faut d’autres éléments dans la liste Lieux" in tell(found).replace("« ", "").replace(
        " »", ""
    )


ADOPTION = {"1": {"in": "lieux", "at_least": "2", "meet": {"usage": "1"}}}


def test_a_rubric_without_a_level_says_why():
    text = tell(result(rubric(criteria="a"), {"a": "1"}))
    assert text.startswith("Aucun chemin à proposer : le niveau n’est pas calculé.")
    assert "Cette grille ne donne pas de niveau." in text


def test_without_the_sensitivity_part_only_the_way_is_said():
    grid = rubric(criteria="a", headline="ladder", levels=[level("1", {"a": "1"})])
    found = result(grid, {"a": "0"}, options=Options(sensitivity=False))
    text = tell(found)
    assert "Porter a du niveau 0 au niveau 1 (effort 1)." in text
    assert "Solidité" not in text
    assert "À demander" not in text
