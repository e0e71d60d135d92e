"""Files that are not the answers asked for: refused with the reason, and nothing is lost."""

import json
from pathlib import Path

import pytest
from tests.browser import Browser, Tab
from tests.forms.page.pages import Desk, blank_page, export, fjord_page, load

from scalecheck.forms.page import find_base

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def tab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Tab:
    """A blank page with one answer, for all the files of this room."""
    opened = Desk(browser, tmp_path_factory.mktemp("desk")).open(blank_page("is-echelle"))
    opened.click('[data-question="resultats"] input[value="2"]')
    return opened


def good() -> dict[str, object]:
    base = find_base(blank_page("is-echelle"))
    assert base is not None
    return {**json.loads(base), "answers": {"resultats": "1"}}


RECORD = {"title": "Bilan", "grade": "declared"}
WRONG = {
    "not-json": ("{", "ne se lit pas"),
    "empty": ("", "ne se lit pas"),
    "yaml": ("format: scalecheck/answers@1\n", "ne se lit pas"),
    "nested": ("[" * 200_000, "ne se lit pas"),
    "list": ("[]", "pas un fichier de réponses"),
    "null": ("null", "pas un fichier de réponses"),
    "project": ('{"format": "scalecheck/project@1"}', "pas un fichier de réponses"),
    "rubric": ({"rubric": "trl"}, "une autre grille : trl"),
    "edition": ({"fingerprint": "f" * 64, "rubric_version": "9.9"}, "autre édition de la grille"),
    "version": ({"fingerprint": None, "rubric_version": "9.9"}, "autre édition de la grille"),
    "key": ({"scores": {}}, "« scores » n’est pas connu"),
    "level": ({"answers": {"resultats": "7"}}, "« 7 » n’est pas un niveau"),
    "level-shape": ({"answers": {"resultats": {"level": ["2"]}}}, "n’est pas un niveau"),
    "question": ({"answers": {"autre": "1"}}, "« autre » n’est pas dans ce formulaire"),
    "prototype": ({"answers": {"constructor": "1"}}, "« constructor » n’est pas"),
    "answer-list": ({"answers": {"resultats": []}}, "n’a pas la forme attendue"),
    "answers": ({"answers": "toutes"}, "n’a pas la forme attendue"),
    "twice": (
        {"answers": {"resultats": {"level": "1", "unknown": "yes"}}},
        "plusieurs réponses à la fois",
    ),
    "none": ({"answers": {"resultats": {"note": "Rien"}}}, "ni niveau, ni autre réponse"),
    "reversed": ({"answers": {"resultats": {"between": ["3", "1"]}}}, "le moins avancé d’abord"),
    "na": ({"answers": {"resultats": {"not_applicable": "Hors sujet"}}}, "n’est pas admis"),
    "amount": ({"answers": {"resultats": {"amount": "12"}}}, "n’est pas un nombre"),
    "record": (
        {"answers": {"resultats": {"level": "1", "evidence": ["p9"]}}},
        "la preuve « p9 » n’est pas dans la liste",
    ),
    "item": ({"answers": {"milieux": {"ici": {"usage": "1"}}}}, "« ici » n’est pas dans la liste"),
    "item-id": ({"settings": [{"id": "École"}]}, "« École » n’est pas un identifiant"),
    "settings": ({"settings": "aucun"}, "n’a pas la forme attendue"),
    "grade": ({"evidence": {"p1": {**RECORD, "grade": "forte"}}}, "la force manque"),
    "title": ({"evidence": {"p1": {"grade": "declared"}}}, "il manque un titre"),
    "date": ({"evidence": {"p1": {**RECORD, "date": "2026-13"}}}, "« 2026-13 » n’est pas une date"),
    "day": ({"date": "2026-02-30"}, "« 2026-02-30 » n’est pas une date"),
    "note": ({"note": {"de": "Nein"}}, "n’a pas la forme attendue"),
    "null-note": ({"note": None, "organization": ["a"]}, "n’a pas la forme attendue"),
    "kinds": ({"evidence": {"p1": {**RECORD, "kind": ["x"]}}}, "n’est pas un identifiant"),
    "item-answers": (
        {"settings": [{"id": "ici"}], "answers": {"milieux": {"ici": [[1]]}}},
        "n’a pas la forme attendue",
    ),
    "kind": ({"kind": "vote"}, "n’a pas la forme attendue"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_by_name(tab: Tab, tmp_path: Path, name: str) -> None:
    content, told = WRONG[name]
    if isinstance(content, dict):
        data = {**good(), **content}
        content = json.dumps({key: one for key, one in data.items() if one is not None})
    path = tmp_path / f"{name}.json"
    path.write_text(content, encoding="utf-8")
    said = load(tab, path)
    assert told in said
    assert f"{name}.json" in said
    assert tab.run("document.querySelector('[data-question=resultats] :checked').value") == "2"


def test_a_page_of_ours_is_not_taken_for_answers(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "formulaire.html.json"
    path.write_bytes(blank_page("is-echelle"))
    assert "C’est une page de formulaire" in load(tab, path)


def test_the_answers_of_another_project_are_refused(desk: Desk) -> None:
    tab = desk.open(fjord_page())
    other = json.loads(export(tab)) | {"project": "autre-projet"}
    path = desk.folder / "autre.json"
    path.write_text(json.dumps(other), encoding="utf-8")
    assert "autre projet : autre-projet" in load(tab, path)


def test_plain_numbers_and_flags_are_read_for_what_they_mean(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "nu.json"
    answers = {"resultats": 3, "voie": {"unknown": True}}
    path.write_text(json.dumps({**good(), "answers": answers}), encoding="utf-8")
    assert "Réponses reprises" in load(tab, path)
    found = json.loads(export(tab))["answers"]
    assert found == {"resultats": "3", "voie": "unknown"}


def test_an_undo_gives_back_what_a_file_replaced(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.click('[data-question="resultats"] input[value="2"]')
    before = export(tab)
    path = desk.folder / "autres.json"
    path.write_text(json.dumps(good()), encoding="utf-8")
    load(tab, path)
    assert export(tab) != before
    tab.click('[data-question="resultats"] input[value="1"]')
    load(tab, path)
    tab.click('[data-do="undo"]')
    assert json.loads(export(tab))["answers"] == {"resultats": "1"}
