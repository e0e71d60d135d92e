"""Every case of rubrics/*.test.yaml gives what it expects."""

from functools import cache
from pathlib import Path

import pytest
from tests.scoring.builders import FRENCH, plain, rubric

from scalecheck.model.nodes import Nodes
from scalecheck.model.rubric_test import RubricTest
from scalecheck.scoring.assess import assess
from scalecheck.scoring.rubric_tests import run_case, run_tests
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

RUBRICS = Path(__file__).parents[2] / "rubrics"
FILES = sorted(RUBRICS.glob("*.test.yaml"))


@cache
def load_test(file):
    return load(file, kind_named("rubric-test")).value


@cache
def load_rubric(name):
    return load(RUBRICS / f"{name}.yaml", kind_named("rubric")).value


@cache
def load_words():
    return load(RUBRICS / "vocabularies" / "quebec.yaml", kind_named("vocabularies")).value


def every_case():
    for file in FILES:
        for number, case in enumerate(load_test(file).cases):
            name = f"{file.name.removesuffix('.test.yaml')}-{number}-{case.id}"
            yield pytest.param(file, case, id=name)


def test_every_rubric_has_tests():
    rubrics = {file.stem for file in RUBRICS.glob("*.yaml") if not file.name.endswith(".test.yaml")}
    assert {load_test(file).rubric for file in FILES} == rubrics


@pytest.mark.parametrize(("file", "case"), list(every_case()))
def test_a_case_gives_what_it_expects(file, case):
    test = load_test(file)
    found = run_case(Nodes(load_rubric(test.rubric)), test, case, load_words())
    assert found.differences == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_tests_is_about_the_version_of_its_rubric(file):
    test = load_test(file)
    assert test.rubric_version == load_rubric(test.rubric).version


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_a_case_compares_is_what_the_whole_assessment_gives(file):
    test = load_test(file)
    nodes = Nodes(load_rubric(test.rubric))
    for case in test.cases:
        found = run_case(nodes, test, case, load_words()).outcome
        options = found.options._replace(steps=False, sensitivity=False)
        whole = assess(nodes.rubric, found.project, options)
        assert (found.headline, found.next_level) == (whole.headline, whole.next_level)
        assert (found.gaps, found.bottlenecks) == (whole.gaps, whole.bottlenecks)
        values = {
            name: node.value.low for (name, instance), node in whole.nodes.items() if not instance
        }
        assert {name: found.value_of(name) for name in values} == values


# The runner itself --------------------------------------------------------------------------------

GRID = rubric(
    criteria=[
        {"id": "a", "evidence": {"least": {2: "documented"}}},
        "b",
        {"id": "calcul", "computed": {1: {"a": 1}, 2: {"b": 2}}},
    ],
    levels=[
        {"value": 1, "stage": "debut", "requires": {"a": 1}},
        {"value": 2, "stage": "suite", "requires": {"a": 2, "b": 2, "calcul": 2}},
    ],
    stages=[{"id": "debut", "title": "D"}, {"id": "suite", "title": "S"}],
    evidence={"grades": ["declared", "documented"]},
)


def run(given, expect):
    test = RubricTest.model_validate(
        plain(
            {
                "format": "scalecheck/rubric-test@1",
                "rubric": "essai",
                "as_of": "2026-10-15",
                "tests": [{"id": "cas", "title": "Cas", "given": given, "expect": expect}],
            }
        ),
        context=FRENCH,
    )
    return run_tests(GRID, test)[0]


def differences(given, expect):
    return [tuple(difference) for difference in run(given, expect).differences]


def test_a_bare_level_is_deemed_supported():
    assert differences({"all": 2}, {"level": 2, "claimed": 2}) == []


def test_an_empty_list_of_evidence_says_that_there_is_none():
    given = {"all": 2, "answers": {"a": {"level": 2, "evidence": []}}}
    assert differences(given, {"level": 1, "claimed": 2, "blockers": ["a"]}) == []


def test_a_vector_gives_a_digit_to_each_criterion_computed_ones_included():
    assert differences({"vector": "2 2 0"}, {"level": 1, "nodes": {"calcul": 0}}) == []


def test_a_computed_criterion_left_out_is_computed():
    assert differences({"all": 2, "omit": ["calcul"]}, {"level": 2, "nodes": {"calcul": 2}}) == []


def test_a_criterion_left_out_is_not_assessed():
    assert differences({"all": 2, "omit": ["b"]}, {"level": 1, "possible": 2}) == []


def test_what_differs_is_told_with_what_was_expected_and_found():
    expect = {"level": 1, "stage": "debut", "blockers": ["a"]}
    assert differences({"all": 2}, expect) == [
        ("level", "1", "2"),
        ("stage", "debut", "suite"),
        ("blockers", "a", ""),
    ]


def test_what_is_not_stated_is_not_checked():
    assert run({"all": 0}, {}).passed


def test_below_the_first_level_is_written_none():
    assert differences({"all": 0}, {"level": "none", "stage": "none", "blockers": ["a"]}) == []
