"""A portfolio under two editions: who moves, why, and what could not be counted."""

import json
from pathlib import Path

import pytest
from tests.lint.life.conftest import PROJECT

import scalecheck
from scalecheck.cli.app import run
from scalecheck.errors import InvalidDocument


@pytest.fixture
def portfolio(place):
    folder = place / "projets"
    folder.mkdir()
    low = PROJECT.replace("id: fiche ", "id: basse ").replace("level: 2, note", "level: 1, note")
    files = {
        "haute.yaml": PROJECT,
        "basse.yaml": low,
        "autre.yaml": PROJECT.replace("rubric: petite", "rubric: autre"),
        "cassee.yaml": PROJECT.replace("answers:", "reponses:"),
        "misfit.yaml": PROJECT.replace("ampleur: 2", "ampleur: 7"),
        "grille.yaml": (place / "petite.yaml").read_text(encoding="utf-8"),
        "illisible.yaml": "format: scalecheck/project@1\nid: [\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def impact(place, portfolio, **more):
    old, new = (scalecheck.load_rubric(place / f"petite{v}.yaml") for v in ("-0.1.0", ""))
    return old, new, scalecheck.find_impact(old, new, portfolio, **more)


def test_who_changes_level_and_why_is_told(place, portfolio):
    *_, found = impact(place, portfolio, table=place / "table.yaml")
    rows = {p.id: (p.move, p.before.low, p.after.low, p.criteria) for p in found.projects}
    assert rows == {"fiche": ("same", "1", "1", ()), "basse": ("down", "1", None, ("besoin",))}
    assert {p.asked for p in found.projects} == {("appui",)}


def test_nothing_is_counted_silently(place, portfolio):
    *_, found = impact(place, portfolio)
    assert {Path(one.file).name: one.reason for one in found.set_aside} == {
        "autre.yaml": "no-answers",
        "cassee.yaml": "invalid",
        "misfit.yaml": "misfit",
        "illisible.yaml": "unreadable",
    }


def test_a_table_of_other_editions_is_refused(place, portfolio):
    new = scalecheck.load_rubric(place / "petite.yaml")
    with pytest.raises(InvalidDocument) as told:
        scalecheck.find_impact(new, new, portfolio, table=place / "table.yaml")
    assert [finding.code for finding in told.value.diagnostics] == ["upgrade-other-edition"]


# Shown ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_every_project_and_every_file_set_aside_is_shown(place, portfolio, form, language):
    old, new, found = impact(place, portfolio)
    shown = scalecheck.render_impact(old, new, found, form, language=language).replace("\n", " ")
    for one in (*found.projects, *found.set_aside):
        assert Path(one.file).name.partition(".")[0] in shown


def test_the_command_gives_json_with_every_file(place, portfolio, capsys):
    words = ["rubrics", "impact", str(place / "petite-0.1.0.yaml"), str(place / "petite.yaml")]
    assert run([*words, "--portfolio", str(portfolio), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "scalecheck/impact@1"
    assert (len(found["projects"]), len(found["set_aside"])) == (2, 4)
