"""A file to start from is valid before anyone touches it, whatever the rubric says."""

import re
from functools import cache
from pathlib import Path

import pytest

from scalecheck.forms.comments import clean, comment, plain, quoted
from scalecheck.forms.scaffold import new_project, new_rubric
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.language import Language
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.assess import assess
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build, examine, load

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(p.stem for p in (ROOT / "rubrics").glob("*.yaml") if ".test" not in p.name)
DAY = "2026-11-23"
HOSTILE = (
    r"Un titre\nformat: x\r\nassessments: []\u2028id: y\x85- z # ' \" \\ \u202e\ufeff\0 {a: [b"
)

PER_PLACE = """
format: scalecheck/rubric@1
id: par-lieu
version: "1"
languages: fr
title: Par lieu
licence: CC0-1.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: required, min_applicable: 60%}
  empty_level: blocks
scales: [{id: risque, direction: down, levels: [{value: 0.5, id: bas}, {value: 1}]}]
groups: [{id: lieux, attributes: [{id: taille, scale: risque}], criteria: [usage]}]
dimensions: [{id: tout, title: Tout, criteria: [{id: usage, title: Usage, scale: risque}]}]
headline: none
"""

each_language = pytest.mark.parametrize("language", Language)
each_rubric = pytest.mark.parametrize("name", SHIPPED)


@cache
def rubric(name):
    return load(ROOT / "rubrics" / f"{name}.yaml", kind_named("rubric")).value


@cache
def vocabularies():
    path = ROOT / "rubrics" / "vocabularies" / "quebec.yaml"
    return load(path, kind_named("vocabularies")).value


def read(text, kind):
    return build(parse(text.encode(), "new.yaml"), kind_named(kind)).value


def problems(text, against):
    value, diagnostics = examine(parse(text.encode(), "new.yaml"), kind_named("project"))
    misfits = find_misfits(against, value, vocabularies()) if value is not None else ()
    return [str(found) for found in (*diagnostics, *misfits)]


def put_to_use(text):
    """Take away every `#` that sets an example aside."""
    return re.sub(r"(?m)^#(?! \S)", "", text)


@each_language
@each_rubric
def test_a_new_project_is_valid_as_it_is(name, language):
    text = new_project(rubric(name), language, "mon-projet", DAY)
    assert problems(text, rubric(name)) == []


@each_language
@each_rubric
def test_a_new_project_is_valid_with_every_example_put_to_use(name, language):
    text = put_to_use(new_project(rubric(name), language, "mon-projet", DAY))
    assert problems(text, rubric(name)) == []
    project = read(text, "project")
    assert project.evidence
    assert project.current.plans
    assert (project.settings is not None) == bool(rubric(name).groups)


@each_language
@each_rubric
def test_every_question_is_asked_once_and_unknown(name, language):
    text = put_to_use(new_project(rubric(name), language, "mon-projet", DAY))
    answers = read(text, "project").current.answers
    nodes = Nodes(rubric(name))
    inside = {c for group in nodes.groups for c in next(iter(answers[group].values()))}
    assert inside | answers.keys() - nodes.groups.keys() == {c.id for c in nodes.asked()}
    given = [a for name, a in answers.items() if name not in nodes.groups]
    assert all(answer.unknown for answer in given)


@each_rubric
def test_every_anchor_stands_beside_its_question(name):
    text = new_project(rubric(name), Language.FR, "mon-projet", DAY)
    prose = " ".join(re.sub(r"(?m)^ *# *", "", text).split())
    for criterion in Nodes(rubric(name)).asked():
        assert " ".join(criterion.question.fr.split()) in prose
        for anchor in criterion.anchors.values():
            assert " ".join(anchor.fr.split()) in prose


def test_screening_asks_nine_numbered_questions():
    text = new_project(rubric("screening"), Language.FR, "tri", DAY)
    assert re.findall(r"# (\d) de 9\. ", text) == [str(n) for n in range(1, 10)]
    assert len(re.findall(r": unknown$", text, re.MULTILINE)) == 9


def test_a_level_says_what_evidence_it_needs():
    text = new_project(rubric("is-echelle"), Language.FR, "projet", DAY)
    assert "#   Preuve\u00a0: Documentée\n" in text
    assert "dont une datant d’au plus 24 mois\n" in text


def test_a_computed_criterion_is_told_and_not_asked():
    text = new_project(rubric("screening"), Language.FR, "tri", DAY)
    assert "calculé à partir de" in text
    assert "demande:" not in text


def test_what_a_condition_or_a_non_answer_allows_is_told():
    text = new_project(rubric("trl"), Language.EN, "sensor", DAY)
    assert "# Asked on this condition: donnees-personnelles = yes." in text
    assert "# “Not applicable” is admitted, with a written reason." in text


def test_the_date_is_the_one_given():
    project = read(new_project(rubric("trl"), Language.EN, "sensor", "2031-02-03"), "project")
    assert project.current.date == "2031-02-03"
    assert (project.id, project.current.rubric) == ("sensor", "trl")
    assert project.current.rubric_version == rubric("trl").version


@each_rubric
def test_a_new_project_can_be_assessed_and_reaches_nothing(name):
    project = read(new_project(rubric(name), Language.FR, "mon-projet", DAY), "project")
    assert assess(rubric(name), project).headline.low == -1


@each_language
def test_hostile_texts_stay_in_the_comments(language):
    kind = new_rubric(language, "ma-grille")
    text = re.sub(r'(fr|en): "[^"]*"', lambda m: f'{m[1]}: "{HOSTILE}"', kind)
    assert HOSTILE in text
    sheet = new_project(read(text, "rubric"), language, "mon-projet", DAY)
    benign = new_project(read(kind, "rubric"), language, "mon-projet", DAY)
    for one, other in ((sheet, benign), (put_to_use(sheet), put_to_use(benign))):
        found = parse(one.encode(), "hostile")
        assert found.diagnostics == ()
        assert found.data == parse(other.encode(), "benign").data


def test_a_hostile_version_is_quoted():
    text = new_rubric(Language.FR, "ma-grille").replace("0.1.0", rf'"{HOSTILE}"')
    made = read(text, "rubric")
    project = read(new_project(made, Language.FR, "mon-projet", DAY), "project")
    assert project.current.rubric_version == clean(made.version)


def test_a_rubric_that_asks_only_per_instance_lists_one():
    made = read(PER_PLACE, "rubric")
    sheet = new_project(made, Language.FR, "mon-projet", DAY)
    assert problems(sheet, made) == []
    project = read(sheet, "project")
    assert [one.id for one in project.groups["lieux"]] == ["exemple-a"]
    assert project.current.answers["lieux"]["exemple-a"]["usage"].unknown


# Rubrics --------------------------------------------------------------------------------------


@each_language
def test_a_new_rubric_is_valid(language):
    made = read(new_rubric(language, "a-toi"), "rubric")
    assert made.id == "a-toi"
    assert [len(made.scales[0].levels), len(made.criteria), len(made.stages)] == [3, 4, 2]
    families = (made.groups, made.tracks, made.measures, made.sources, made.attributes)
    assert all(len(family) == 1 for family in families)
    assert made.licence


def test_only_the_comments_of_a_new_rubric_differ_between_languages():
    texts = [new_rubric(language, "a-toi") for language in Language]
    data = [parse(text.encode(), "rubric").data for text in texts]
    assert data[0] == data[1]
    bare = [re.sub(r"(?m) *# .*$", "", text) for text in texts]
    assert bare[0] == bare[1]


def test_every_comment_of_a_new_rubric_is_translated():
    french, english = (re.findall(r"# .*", new_rubric(one, "a")) for one in Language)
    assert len(french) == len(english) > 20
    assert not set(french) & set(english)


@each_language
def test_a_new_project_follows_a_new_rubric(language):
    made = read(new_rubric(language, "ma-grille"), "rubric")
    text = new_project(made, language, "mon-projet", DAY)
    assert problems(text, made) == []
    assert problems(put_to_use(text), made) == []


# Comments -------------------------------------------------------------------------------------


def test_a_long_comment_is_wrapped_and_hangs():
    lines = list(comment("mot " * 60, 4, shift=2, hang=2))
    assert len(lines) > 1
    assert lines[0].startswith("    #   mot")
    assert lines[1].startswith("    #     mot")
    assert all(len(line) <= 98 for line in lines)


def test_an_empty_comment_is_one_line():
    assert list(comment("\n\u200b")) == ["#"]


def test_a_no_break_space_is_kept():
    assert clean("15\u00a0% \t ou\nplus") == "15\u00a0% ou plus"


@pytest.mark.parametrize("name", ["null", "", "a b", "a: b", "[a]", "é", "-a", "A"])
def test_a_name_that_yaml_would_read_otherwise_is_quoted(name):
    assert plain(name) == quoted(name)


@pytest.mark.parametrize("name", ["02", "yes", "a-b", "0.1.0", "1"])
def test_a_plain_name_is_bare(name):
    assert plain(name) == name
