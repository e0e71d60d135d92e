"""What stays, what goes: languages, faults named before they leave, drafts kept and erased."""

import pytest
from tests.browser import Tab
from tests.forms.page.pages import (
    EN,
    FJORD,
    FR,
    Desk,
    blank_page,
    export,
    page_of,
    pick,
    refilled,
    rubric,
    sheet_in,
)
from tests.forms.sheets import blank

pytestmark = pytest.mark.chromium


def test_a_text_in_two_languages_keeps_both_until_somebody_changes_it(desk: Desk) -> None:
    sheet = blank(rubric("trl")).model_copy(update={"project": "essai"})
    both = type(sheet).model_validate({**_plain(sheet), "note": {"fr": "Bonjour", "en": "Hello"}})
    tab = desk.open(page_of(rubric("trl"), both, (FR, EN)))
    tab.click("#switch")
    assert tab.run("document.getElementById('s:note').value") == "Hello"
    assert sheet_in(export(tab)).note == both.note
    tab.fill('[id="s:note"]', "Hi")
    assert sheet_in(export(tab)).note == type(both.note)(en="Hi")


def _plain(sheet: object) -> dict[str, object]:
    names = ("format", "rubric", "rubric_version", "fingerprint", "project")
    return {name: getattr(sheet, name) for name in names}


def test_the_language_switches_under_the_answers(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.click('[data-question="resultats"] input[value="2"]')
    before = export(tab)
    tab.click("#switch")
    assert tab.run("[document.documentElement.lang, document.title]") == [
        "en-CA",
        "Maturity scale for scaling social innovations: assessment form",
    ]
    text = tab.run("document.getElementById('content').innerText")
    assert "Demonstrated results" in text
    assert "Résultats démontrés" not in text
    assert tab.run("document.getElementById('done').textContent") == "1 of 19 answered"
    assert export(tab) == before
    tab.click("#switch")
    assert tab.run("document.documentElement.lang") == "fr-CA"
    assert export(tab) == before


def test_what_cannot_be_read_is_named_before_it_leaves(desk: Desk) -> None:
    tab = desk.open(blank_page("trl"))
    name = tab.run("document.querySelector('[value=not_applicable]').name")
    pick(tab, name, "not_applicable")
    tab.click('[data-do="record-add"]')
    tab.fill('[id="r:p1"] [data-part="date"]', "au printemps")
    tab.click('#finish [data-do="export"]')
    told = tab.run("document.getElementById('problems').innerText")
    assert "au printemps" in told
    assert "écrivez pourquoi" in told
    assert "il manque un titre" in told
    assert tab.downloads == []
    assert tab.run("document.activeElement.id") == "problems"
    assert tab.run("document.querySelector('#problems a').hash") == f"#{name}"
    tab.reload()
    assert tab.run("document.getElementById('r:p1:date').value") == "au printemps"


def test_answers_are_erased_and_an_undo_brings_them_back(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.click('[data-question="resultats"] input[value="2"]')
    before = export(tab)
    tab.click('[data-do="erase"]')
    assert tab.run("localStorage.length") == 0
    assert answers_of(tab) == 0
    tab.click('[data-do="undo"]')
    assert export(tab) == before
    tab.click('[data-do="erase"]')
    tab.reload()
    assert answers_of(tab) == 0


def test_a_form_made_anew_does_not_open_with_the_answers_of_the_one_before(desk: Desk) -> None:
    sheet, _ = refilled(FJORD, "is-echelle")
    before = desk.lay(page_of(rubric("is-echelle"), sheet), "avant.html")
    anew = sheet.model_copy(update={"date": "2027-10-15", "answers": {}})
    after = desk.lay(page_of(rubric("is-echelle"), anew), "après.html")
    tab = desk.open(before.read_bytes())
    tab.go(before.as_uri())
    tab.fill('[id="s:note"]', "En cours")
    tab.go(after.as_uri())
    assert tab.run("document.getElementById('s:note').value") == ""
    tab.fill('[id="s:note"]', "Un an après")
    tab.go(before.as_uri())
    assert tab.run("document.getElementById('s:note').value") == "En cours"
    tab.click('[data-do="erase"]')
    assert tab.run("localStorage.length") == 0


def answers_of(tab: Tab) -> int:
    return int(tab.run("document.getElementById('share').value"))


def test_a_question_out_of_place_is_left_out_of_the_count(desk: Desk) -> None:
    tab = desk.open(blank_page("trl"))
    asked = tab.run("document.getElementById('share').max")
    tab.click('#facts [data-fact="nature"] input[value="software"]')
    assert tab.run("document.getElementById('share').max") < asked
    assert tab.run("[...document.querySelectorAll('.out')].every(one => one.offsetHeight > 0)")
