"""The pages on the JSON result name every key and every code that a result may hold."""

import json
from collections.abc import Iterator
from typing import Any

import pages
import pytest

from scalecheck.model.assessment import StrategyState
from scalecheck.model.facts import RecordState, Status
from scalecheck.model.proof import GapReason, Truth
from scalecheck.report.provenance import Provenance
from scalecheck.report.result import FORMAT, render_json
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load
from scalecheck.source.shelf import Shelf

PAGES = ("docs/fr/json.md", "docs/en/json.md")
SHELF = Shelf((pages.TOP / "rubrics",), "", cache=False)
PROJECTS = sorted((pages.TOP / "examples").glob("*/project.yaml"))


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner) if key != "remarks" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


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
@pytest.mark.parametrize("codes", [GapReason, RecordState, Status, StrategyState, Truth])
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
