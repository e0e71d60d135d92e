"""The shipped examples give what examples/expected.yaml reckons, apart from the engine."""

from functools import cache
from pathlib import Path

import pytest
from tests.scoring.builders import claimed, name_of, official, possible, read_yaml

from scalecheck.model.check_fit import find_misfits
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load

HOME = Path(__file__).parents[2]
EXPECTED = read_yaml((HOME / "examples" / "expected.yaml").read_text(encoding="utf-8"))["examples"]
ROWS = [(entry["project"], row) for entry in EXPECTED for row in entry["assessments"]]
NAMES = [f"{name}-{row['date']}" for name, row in ROWS]
each_row = pytest.mark.parametrize(("name", "row"), ROWS, ids=NAMES)


@cache
def load_project(name):
    return load(HOME / "examples" / name / "project.yaml", kind_named("project")).value


@cache
def load_rubric(name):
    return load(HOME / "rubrics" / f"{name}.yaml", kind_named("rubric")).value


@cache
def load_words():
    return load(HOME / "rubrics" / "vocabularies" / "quebec.yaml", kind_named("vocabularies")).value


def position_of(fiche, row):
    found = [
        n
        for n, s in enumerate(fiche.assessments)
        if (s.date, s.rubric) == (row["date"], row["rubric"])
    ]
    assert len(found) == 1
    return found[0]


@cache
def assess_position(name, rubric, position):
    options = Options(vocabularies=load_words(), position=position, sensitivity=False)
    return assess(load_rubric(rubric), load_project(name), options)


def assess_row(name, row):
    return assess_position(name, row["rubric"], position_of(load_project(name), row))


def as_pair(stated):
    return tuple(stated) if isinstance(stated, tuple) else (stated, stated)


def ranks(found, name, stated):
    scale = Nodes(found.rubric).typed(name).scale
    return tuple(scale.rank_of(str(level)) for level in as_pair(stated))


def test_every_example_has_expected_results():
    folders = sorted(path.parent.name for path in (HOME / "examples").glob("*/project.yaml"))
    assert sorted({name for name, _ in ROWS}) == folders


@pytest.mark.parametrize("name", sorted({name for name, _ in ROWS}))
def test_every_assessment_of_an_example_has_expected_results(name):
    stated = sorted((row["date"], row["rubric"]) for n, row in ROWS if n == name)
    assert stated == sorted((s.date, s.rubric) for s in load_project(name).assessments)


@each_row
def test_the_example_fits_its_rubric_and_the_closed_lists(name, row):
    assert find_misfits(load_rubric(row["rubric"]), load_project(name), load_words()) == ()


@each_row
def test_the_official_level_is_the_expected_one(name, row):
    assert official(assess_row(name, row)) == row["official"]


@each_row
def test_the_possible_level_is_the_expected_one(name, row):
    assert possible(assess_row(name, row)) == row["possible"]


@each_row
def test_the_claimed_levels_are_the_expected_ones(name, row):
    assert claimed(assess_row(name, row)) == as_pair(row["claimed"])


@each_row
def test_the_stage_is_the_expected_one(name, row):
    found = assess_row(name, row)
    assert found.rubric.levels[found.headline.low].stage == row["stage"]


@each_row
def test_the_computed_criteria_are_the_expected_ones(name, row):
    found = assess_row(name, row)
    stated = {n: ranks(found, n, v) for n, v in row.get("computed", {}).items()}
    nodes = {n: found.nodes[n, ""].value for n in stated}
    assert {n: (v.low, v.high) for n, v in nodes.items()} == stated


@each_row
def test_the_blockers_are_the_expected_ones_with_what_is_held_what_is_asked_and_why(name, row):
    found = assess_row(name, row)
    stated = {
        b["criterion"]: (
            *ranks(found, b["criterion"], b["held"])[:1],
            *ranks(found, b["criterion"], b["needed"])[:1],
            b["reason"],
        )
        for b in row["blockers"]
    }
    assert {g.name: (g.low, g.wanted, str(g.reason)) for g in found.gaps} == stated


@each_row
def test_the_blockers_come_in_the_order_of_the_rubric(name, row):
    found = assess_row(name, row)
    stated = {b["criterion"] for b in row["blockers"]}
    assert [g.name for g in found.gaps] == [c.id for c in found.rubric.criteria if c.id in stated]


@each_row
def test_the_planned_levels_are_the_expected_ones(name, row):
    found = assess_row(name, row)
    planned = [(p.id, p.by, name_of(found, p.low)) for p in found.plans]
    assert planned == [(p["plan"], p["by"], p["level"]) for p in row.get("planned", ())]


@each_row
def test_the_as_of_date_of_an_assessment_gives_the_same_as_its_position(name, row):
    options = Options(vocabularies=load_words(), as_of=row["date"], sensitivity=False)
    found = assess(load_rubric(row["rubric"]), load_project(name), options)
    assert found == assess_row(name, row)


@pytest.mark.parametrize("name", sorted({name for name, _ in ROWS}))
def test_the_current_assessment_of_an_example_is_its_last_row(name):
    rows = [row for n, row in ROWS if n == name]
    current = load_project(name).current
    assert (current.date, current.rubric) == (rows[-1]["date"], rows[-1]["rubric"])
