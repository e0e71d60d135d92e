"""What is named and never used, and what is named alike: found, and not where it is not so."""

import pytest
from tests.lint.subjects import find_codes, find_problems, make_subject
from tests.scoring.builders import FRENCH, level, rubric, rubric_data

from scalecheck.lint.rules.names import NAMES
from scalecheck.lint.rules.names.confusable_ids import RULE as CONFUSABLE
from scalecheck.lint.rules.names.unused_criterion import RULE as UNUSED
from scalecheck.model.rubric import Rubric

TWO = [{"id": "ampleur"}, {"id": "portee"}]


def told(**parts):
    return find_codes(NAMES, make_subject(rubric(**{"criteria": TWO, **parts})))


def unused(**parts):
    """The criteria said to be unused, in a rubric that may be wrong."""
    data = rubric_data(**{"criteria": TWO, **parts})
    subject = make_subject(Rubric.model_validate(data, context=FRENCH), is_sound=False)
    return [dict(found.facts)["criterion"] for found in find_problems([UNUSED], subject)]


def test_a_criterion_read_by_nothing_is_told():
    assert unused(levels=[level(1, {"ampleur": 1})]) == ["portee"]


@pytest.mark.parametrize(
    "parts",
    [
        {"levels": [level(1, {"ampleur": 1, "portee": 1})]},
        {"levels": [level(1, {"d": 1})]},
        {"levels": [level(1, {"any_of": [{"ampleur": 1}, {"answered": ["portee"]}]})]},
        {
            "levels": [level(1, {"ampleur": 1})],
            "measures": [{"id": "m", "op": "min", "of": "d"}],
        },
        {
            "levels": [level(1, {"ampleur": 1})],
            "strategies": [{"id": "s", "title": "S", "ready_when": {"portee": 1}}],
        },
        {
            "levels": [level(1, {"ampleur": 1})],
            "measures": [
                {"id": "m", "op": "cap", "of": "ampleur", "at": 1, "unless": {"portee": 1}}
            ],
        },
        {
            "criteria": [{"id": "ampleur", "computed": {1: {"portee": 1}}}, {"id": "portee"}],
            "levels": [level(1, {"ampleur": 1})],
        },
    ],
)
def test_whatever_reads_a_criterion_uses_it(parts):
    assert unused(**parts) == []


def test_a_rubric_without_a_headline_publishes_every_answer():
    assert unused() == []


def test_a_misspelt_reference_may_mean_the_criterion_that_nothing_reads():
    assert unused(levels=[level(1, {"ampleur": 1, "portée".replace("é", "e") + "e": 1})]) == []
    assert unused(levels=[level(1, {"ampleur": 1, "autre-chose": 1})]) == ["portee"]


def test_a_group_that_nothing_reads_is_told_and_not_each_of_its_criteria():
    groups = [{"id": "sites", "criteria": ["portee"]}]
    assert told(groups=groups, levels=[level(1, {"ampleur": 1})]) == ["unused-group"]


def test_a_criterion_of_a_group_that_is_read_otherwise_is_told():
    criteria = [*TWO, {"id": "usage"}]
    groups = [{"id": "sites", "criteria": ["portee", "usage"]}]
    rule = {"in": "sites", "at_least": 1, "meet": {"usage": 1}}
    levels = [level(1, {"all_of": [{"ampleur": 1}, rule]})]
    assert told(criteria=criteria, groups=groups, levels=levels) == ["unused-criterion"]


def test_what_every_setting_has_may_be_declared_to_give_it_words():
    attributes = [{"id": "role", "values": ["trial"]}, {"id": "taille", "values": ["s", "l"]}]
    groups = [{"id": "sites", "of": "settings", "criteria": ["portee"], "attributes": attributes}]
    rule = {"in": "sites", "at_least": 1, "meet": {"portee": 1}}
    levels = [level(1, {"all_of": [{"ampleur": 1}, rule]})]
    grid = rubric(criteria=TWO, groups=groups, levels=levels)
    (found,) = find_problems(NAMES, make_subject(grid))
    assert (found.code, dict(found.facts)) == ("unused-attribute", {"attribute": "taille"})


def test_sources_of_the_whole_rubric_need_not_be_cited():
    source = {"title": "Guide", "licence": "CC0-1.0", "use": "own-words"}
    sources = [{"id": "guide", **source}, {"id": "note", **source}]
    assert told(sources=sources) == []
    cited = [{"id": "ampleur", "source": "guide"}, {"id": "portee"}]
    assert told(sources=sources, criteria=cited) == ["unused-source"]
    sources[1]["notes"] = "Étapes"
    assert told(sources=sources, criteria=cited) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("partenaire", "partenaires"),
        ("plan-action", "planaction"),
        ("ressource", "resource"),
        ("reseau", "resaeu"),
        ("portee", "porte"),
        ("axe-l", "axel"),
        ("axe-c1", "axe-cl"),
    ],
)
def test_ids_that_the_eye_confuses_are_told(one, other):
    grid = rubric(criteria=[{"id": one}, {"id": other}])
    (found,) = find_problems([CONFUSABLE], make_subject(grid))
    assert dict(found.facts) == {"id": other, "other": one}


@pytest.mark.parametrize(
    "names",
    [
        ("c1", "c2", "c10", "c11", "c100"),
        ("critere-a", "critere-b", "critere-s", "critere-x"),
        ("micro-projet", "macro-projet"),
        ("usage", "usager"),
        ("interne", "externe"),
        ("formel", "informel"),
        ("adoption", "adaptation"),
        ("contact", "contrat"),
        ("niveau-1-1", "niveau-1-2", "niveau-11"),
        ("gv-1-a", "gv-1-b", "gv-2-a"),
    ],
)
def test_series_and_different_words_are_not_confused(names):
    grid = rubric(criteria=[{"id": name} for name in names])
    assert find_codes([CONFUSABLE], make_subject(grid)) == []
