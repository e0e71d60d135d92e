"""The pages on the JSON result name every key and every code that a result may hold."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pages
import pytest

import scalecheck
from scalecheck.model.assessment import StrategyState
from scalecheck.model.diagnostic import Severity
from scalecheck.model.facts import RecordState, Status
from scalecheck.model.proof import GapReason, Truth
from scalecheck.model.rubric_diff import ChangeKind, Family, Rise, Verdict
from scalecheck.model.rubric_impact import Move, Reason
from scalecheck.report.provenance import Provenance
from scalecheck.report.result import FORMAT, render_json
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load
from scalecheck.source.shelf import Shelf

PAGES = ("docs/fr/json.md", "docs/en/json.md")
SHELF = Shelf((pages.TOP / "rubrics",), "", cache=False)
PROJECTS = sorted((pages.TOP / "examples").glob("*/project.yaml"))
FORMATS = ("findings", "baseline", "rubric-diff", "impact")
# Their keys are data: the names of facts, fingerprints, languages.
OPEN = ("facts", "findings", "title", "message", "fix")


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner) if key != "remarks" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


CODES = (
    *(GapReason, RecordState, Status, StrategyState, Truth),
    *(Severity, ChangeKind, Family, Verdict, Rise, Move, Reason),
)


@pytest.fixture(scope="module")
def written() -> list[dict[str, Any]]:
    vocabularies = SHELF.vocabularies()
    found = []
    for path in PROJECTS:
        project = load(path, kind_named("project")).value
        rubric = SHELF.find(project.current.rubric).rubric
        assessment = assess(rubric, project, Options(vocabularies=vocabularies))
        found.append(json.loads(render_json(assessment, Provenance("0", "", "", "", path.name))))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_every_key_that_a_result_holds(
    page: str, written: list[dict[str, Any]]
) -> None:
    text = pages.read(page)
    keys = sorted({key for result in written for key in keys_of(result)} - {"fr", "en"})
    assert len(keys) > 60
    assert [key for key in keys if f"`{key}`" not in text] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("codes", CODES)
def test_a_page_names_every_code(page: str, codes: Any) -> None:
    text = pages.read(page)
    assert [code.value for code in codes if f"`{code.value}`" not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_the_format(page: str) -> None:
    assert f"`{FORMAT}`" in pages.read(page)


def test_both_pages_have_the_same_keys_in_the_same_order() -> None:
    rows = [
        [r.split("|")[1] for r in pages.read(p).splitlines() if r.startswith("| `")] for p in PAGES
    ]
    assert rows[0] == rows[1]


def closed_keys(value: Any) -> Iterator[str]:
    """The keys of a result, save those of what holds data under names of its own."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from () if key in OPEN and isinstance(inner, dict) else closed_keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from closed_keys(inner)


def keys_in_tables(page: str, format: str) -> set[str]:
    """The keys that stand in the first column of the tables of the section on a format."""
    (section,) = (
        part
        for part in re.split(r"^(?=###? )", pages.read(page), flags=re.MULTILINE)
        if f"`scalecheck/{format}@1`" in part.partition("\n")[0]
    )
    rows = (row.split("|")[1] for row in section.splitlines() if row.startswith("| `"))
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row)}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """One real result of each smaller format, from the documents of the page on formats."""
    folder = tmp_path_factory.mktemp("editions")
    marked = {block.mark: block.text for block in pages.blocks("docs/fr/format.md")}
    old, new = folder / "jardins-0.1.0.yaml", folder / "jardins.yaml"
    old.write_text(marked["check: rubric"], encoding="utf-8")
    new.write_text(harden(marked["check: rubric"]), encoding="utf-8")
    (folder / "projects").mkdir()
    (folder / "projects" / "one.yaml").write_text(marked["check: project"], encoding="utf-8")
    (folder / "projects" / "two.yaml").write_text("format: scalecheck/project@1", encoding="utf-8")
    return {name: json.loads(text) for name, text in run(old, new, folder / "projects").items()}


def harden(rubric: str) -> str:
    """Raise two thresholds of the rubric, one over instances; change a text; blur a quotation."""
    changes = {
        "version: 0.1.0": "version: 0.2.0",
        "requires: {ampleur: 1,": "requires: {ampleur: 2,",
        "at_least: 1, meet: {usage: 1}": "at_least: 2, meet: {usage: 1}",
        "title: Ampleur du besoin": "title: 'L’ampleur, \"le besoin\"'",
        "requires: {besoin: 2,": "requires: {conception: 2,",
    }
    for before, after in changes.items():
        assert rubric.count(before) == 1, before
        rubric = rubric.replace(before, after)
    return rubric


def run(old: Path, new: Path, projects: Path) -> Mapping[str, str]:
    checked = scalecheck.check_paths([new])
    before, after = (scalecheck.load_rubric(str(file)) for file in (old, new))
    diff = scalecheck.diff_rubrics(before, after)
    impact = scalecheck.find_impact(before, after, projects)
    return {
        "findings": scalecheck.render_findings(checked, "json"),
        "baseline": scalecheck.write_baseline(checked),
        "rubric-diff": scalecheck.render_diff(before, after, diff, "json"),
        "impact": scalecheck.render_impact(before, after, impact, "json"),
    }


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_tells_of_the_very_keys_of_a_result(
    page: str, format: str, results: Mapping[str, Any]
) -> None:
    assert results[format]["format"] == f"scalecheck/{format}@1"
    assert keys_in_tables(page, format) == set(closed_keys(results[format]))
