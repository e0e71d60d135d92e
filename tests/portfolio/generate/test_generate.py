"""Fictional portfolios: the same from the same seed, valid under any rubric, and honest."""

import csv
import io
import re
import runpy
from pathlib import Path

import pytest
from tests.portfolio.balance.builders import rubric, vocabularies

import scalecheck as sc
from scalecheck.model.project import Project
from scalecheck.portfolio.generate.descriptors import descriptor_of, member_of_draft
from scalecheck.portfolio.generate.files import write_table
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.generate.phrases import phrases
from scalecheck.portfolio.generate.rows import header_of, row_of
from scalecheck.portfolio.layout import Part, layout_of
from scalecheck.portfolio.overlaps.find import find_overlaps

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "portfolio"
RUBRICS = ["is-echelle", "trl", "screening"]
BESIDE = re.compile(
    r"language|summary|confidentiality|ambition(\.by)?|(funding|supporters)/\d+/\w+|\w+/\d+/title"
)


def shipped(name):
    return sc.load_rubric(ROOT / "rubrics" / f"{name}.yaml")


def made(grid, **options):
    return generate(grid, sc.load_vocabularies(), GenerateOptions(**{"projects": 40, **options}))


def test_the_example_is_what_the_generator_gives():
    contents = runpy.run_path(str(EXAMPLE / "regenerate.py"))["contents"]()
    for name, text in contents.items():
        assert (EXAMPLE / name).read_bytes() == text.encode(), name


def test_the_example_has_300_projects_and_plants_of_each_kind():
    with (EXAMPLE / "portfolio.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["id"] for row in rows}) == 300
    with (EXAMPLE / "planted.csv").open(encoding="utf-8", newline="") as file:
        truth = list(csv.DictReader(file))
    assert {row["planted"] for row in truth} == {"copy", "twin", "cohort"}
    assert {row["changed"] for row in truth if row["planted"] == "copy"} == {"0.1", "0.3"}
    ids = {row["id"] for row in rows}
    assert all(set(row["projects"].split("|")) <= ids for row in truth)


def test_the_same_seed_gives_the_same_bytes_and_another_does_not():
    grid = shipped("is-echelle")
    assert write_table(made(grid, seed=4)) == write_table(made(grid, seed=4))
    assert write_table(made(grid, seed=4)) != write_table(made(grid, seed=5))


def test_a_project_does_not_depend_on_how_many_there_are():
    grid, plain = shipped("is-echelle"), {"copies": 0, "twins": 0, "gatherings": 0}
    few, many = made(grid, projects=5, **plain), made(grid, projects=9, **plain)
    assert few.drafts == many.drafts[:5]


@pytest.mark.parametrize("name", RUBRICS)
def test_every_project_is_valid_and_can_be_assessed(name):
    grid = shipped(name)
    for draft in made(grid).drafts:
        project = Project.model_validate(descriptor_of(grid, draft, "2026-10-15"))
        result = sc.assess(grid, project)
        assert not [r for r in result.remarks if r.code.startswith("unknown-")]


@pytest.mark.parametrize("name", RUBRICS)
def test_every_column_is_one_that_the_table_knows(name):
    grid = shipped(name)
    layout = layout_of(grid)
    for column in header_of(map(row_of, made(grid).drafts)):
        assert layout.read(column) or BESIDE.fullmatch(column), column


def test_odd_rubrics_have_portfolios_too():
    for grid in (rubric(), rubric(headline="none", levels=[], stages=[], tracks=[])):
        found = generate(grid, vocabularies(), GenerateOptions(projects=30, gatherings=2))
        for draft in found.drafts:
            Project.model_validate(descriptor_of(grid, draft, "2026-10-15"))
        assert {c.part for c in map(layout_of(grid).read, row_of(found.drafts[0])) if c} >= {
            Part.LEVEL
        }


def test_one_answer_in_five_is_unknown():
    drafts = made(shipped("is-echelle"), projects=300).drafts
    answers = [a for d in drafts for a in d.answers]
    answers += [a for d in drafts for _, some in d.places for place in some for a in place.answers]
    assert 0.17 < sum(a.level == "unknown" for a in answers) / len(answers) < 0.23


def test_levels_answers_and_evidence_spread_over_the_ladder():
    grid = shipped("is-echelle")
    drafts = made(grid, projects=120).drafts
    projects = (Project.model_validate(descriptor_of(grid, d, "2026-10-15")) for d in drafts)
    levels = {sc.assess(grid, project).headline.low for project in projects}
    assert len(levels) >= 6


def test_the_overlaps_of_the_example_are_those_planted_and_no_other():
    options = runpy.run_path(str(EXAMPLE / "regenerate.py"))["OPTIONS"]
    found = generate(shipped("is-echelle"), sc.load_vocabularies(), options)
    pairs = find_overlaps(list(map(member_of_draft, found.drafts))).pairs
    assert [(one.one, one.other) for one in pairs] == sorted((c.one, c.other) for c in found.copies)


def test_planted_overlaps_of_a_small_portfolio_are_all_found():
    found = made(shipped("is-echelle"), projects=300, seed=12, telling=True)
    pairs = {
        (one.one, one.other)
        for one in find_overlaps(list(map(member_of_draft, found.drafts))).pairs
    }
    assert {(one.one, one.other) for one in found.copies} <= pairs


def test_both_languages_are_written_and_every_fragment_is_said_in_both():
    languages = [draft.language.value for draft in made(shipped("is-echelle")).drafts]
    assert set(languages) == {"fr", "en"}
    for slot, some in phrases().items():
        for phrase in some:
            assert phrase.fr.strip(), slot
            assert phrase.en.strip(), slot
            places = [sorted(re.findall(r"{\w+}", text)) for text in phrase]
            assert places[0] == places[1], phrase


def test_nothing_written_looks_like_a_formula_or_a_person():
    text = write_table(made(shipped("is-echelle")))
    for row in csv.reader(io.StringIO(text)):
        assert not [cell for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert "@" not in text


@pytest.mark.parametrize("name", RUBRICS)
def test_a_project_that_stays_local_says_so_in_its_track_its_strategy_and_its_aim(name):
    grid = shipped(name)
    drafts = made(grid, projects=150).drafts
    ends = {track.id: track for track in grid.tracks if track.ceiling is not None}
    alone = {s.id for s in grid.strategies for t in ends.values() if s.title == t.title}
    values = [level.value for level in grid.levels]
    for draft in drafts:
        track = ends.get(draft.track)
        assert bool(alone & set(draft.strategies)) is (track is not None and bool(alone))
        if track is not None and draft.aim.level:
            assert values.index(draft.aim.level) <= values.index(track.ceiling)
    assert not ends or any(draft.track in ends for draft in drafts)


def test_what_a_local_project_wants_is_what_its_strategy_fits_and_no_other_wants_it():
    drafts = made(shipped("is-echelle"), projects=150).drafts
    wanted = {(d.track, dict(d.attributes).get("visee") == "same-place") for d in drafts}
    assert wanted == {("local", True), ("scale", False)}
