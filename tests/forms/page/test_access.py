"""Who can use the page: with a keyboard, on a phone, at night, on paper, without a store."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.browser import Tab
from tests.forms.page.odd import ODD
from tests.forms.page.pages import BOTH, Desk, blank_page, export, fjord_page, page_of, rubric
from tests.forms.sheets import blank

pytestmark = pytest.mark.chromium
PAGES = {
    **{name: (lambda name=name: blank_page(name)) for name in ("is-echelle", "trl", "screening")},
    **{name: (lambda one=one: page_of(one, blank(one), BOTH)) for name, one in ODD.items()},
    "fjord": fjord_page,
}
WIDTHS = (1100, 320)
NO_STORE = """Object.defineProperty(window, 'localStorage', {
get() { throw new DOMException('no', 'SecurityError'); }});"""


def unfold(tab: Tab) -> None:
    tab.run("document.querySelectorAll('details').forEach(one => one.open = true); 0")


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_to_report(desk: Desk, name: str) -> None:
    tab = desk.open(PAGES[name]())
    for language in ("fr", "en"):
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                tab.resize(width, 900)
                tab.prefer(scheme)
                assert tab.axe() == [], (language, width, scheme)
        unfold(tab)
        tab.click("#switch")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_asks_for_nothing(desk: Desk, name: str) -> None:
    tab = desk.open(PAGES[name]())
    for width in (*WIDTHS, 768):
        tab.resize(width, 900)
        assert tab.overflow() <= 0, width
    unfold(tab)
    tab.run("document.querySelectorAll('.follow').forEach(one => one.hidden = false); 0")
    tab.resize(320, 900)
    assert tab.overflow() <= 0
    assert tab.complaints == []
    assert [url for url in tab.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in tab.requests if url.startswith("file:")]) == 1


@pytest.mark.parametrize("name", ["is-echelle", "fjord"])
def test_what_is_touched_is_large_enough(desk: Desk, name: str) -> None:
    tab = desk.open(PAGES[name](), width=320)
    unfold(tab)
    small = """[...document.querySelectorAll('button, select, summary, textarea, .level, .tick,' +
    ' input[type=text], input[type=date], .contents li')]
    .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)
    .map(one => one.outerHTML.slice(0, 90))"""
    assert tab.run(small) == []


def test_the_keyboard_answers_and_goes_on(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    tab.press("Enter")
    assert tab.run("document.activeElement.id") == "content"
    tab.run("document.querySelector('[data-do=next]').focus(); 0")
    tab.press("Enter")
    first = tab.run("document.activeElement.name")
    assert first == tab.run("document.querySelector('[data-question]').id")
    tab.press("3")
    assert tab.run("document.activeElement.value") == "3"
    tab.press("ArrowDown")
    assert tab.run(f"document.querySelector('[name=\"{first}\"]:checked').value") == "4"
    tab.press("?")
    assert tab.run(f"document.querySelector('[name=\"{first}\"]:checked').value") == "unknown"
    assert tab.run("document.getElementById('done').textContent") == "1 sur 19 répondues"
    outline = "getComputedStyle(document.activeElement.closest('.level')).outlineWidth"
    assert tab.run(outline) == "3px"
    tab.run("document.querySelector('[data-do=next]').focus(); 0")
    tab.press("Enter")
    assert tab.run("document.activeElement.name") not in (first, "")


def test_two_digits_reach_the_levels_past_nine(desk: Desk) -> None:
    one = ODD["many-levels"]
    tab = desk.open(page_of(one, blank(one), BOTH))
    tab.click('[data-do="next"]')
    tab.press("3")
    tab.press("7")
    assert tab.run("document.activeElement.value") == "37"


def test_digits_typed_in_a_note_stay_in_the_note(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    unfold(tab)
    tab.run("document.querySelector('[data-part=note]').focus(); 0")
    tab.press("3")
    assert tab.run("document.querySelector('[data-part=note]').value") == "3"
    assert tab.run("document.querySelectorAll('.level :checked').length") == 0


def test_the_next_question_is_seen_whole_under_the_bar(desk: Desk) -> None:
    for width in WIDTHS:
        tab = desk.open(blank_page("is-echelle"), width=width)
        tab.click('[data-do="next"]')
        below = """document.querySelector('[data-question] legend').getBoundingClientRect().top
        - document.querySelector('.bar').getBoundingClientRect().bottom"""
        assert tab.run(below) >= 0


def test_a_browser_that_keeps_nothing_says_so_and_works(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.ask("Page.addScriptToEvaluateOnNewDocument", source=NO_STORE)
    tab.reload()
    assert "ne garde rien" in tab.run("document.getElementById('told').textContent")
    tab.click('[data-question="resultats"] input[value="2"]')
    assert b'"resultats": "2"' in export(tab)
    assert tab.complaints == []


def test_a_store_with_something_else_in_it_does_no_harm(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.click('[data-question="resultats"] input[value="2"]')
    key = "Object.keys(localStorage)[0]"
    for bad in ("{", "null", "[]", '{"rubric": "is-echelle", "answers": {"resultats": 7}}'):
        tab.run(f"localStorage.setItem({key}, {bad!r}); 0")
        tab.reload()
        assert tab.run("document.getElementById('done').textContent") == "0 sur 19 répondues"
    assert tab.complaints == []


def test_without_a_script_the_page_says_so_and_shows_everything(desk: Desk) -> None:
    tab = desk.open(fjord_page())
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.reload()
    text = tab.run("document.body.innerText")
    assert "Le script de cette page ne fonctionne pas ici" in text
    assert "Télécharger mes réponses" not in text
    assert "Liste d’attente et enquête auprès de 126 familles" in text
    assert "Élément à décrire" in text
    shown = "[...document.querySelectorAll('.question')].every(one => one.offsetHeight > 100)"
    assert tab.run(shown)
    assert tab.run("[...document.querySelectorAll('.follow')].every(one => one.offsetHeight > 0)")


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_every_question_and_room_for_notes(
    desk: Desk, tmp_path: Path, script: bool
) -> None:
    tab = desk.open(blank_page("screening"))
    if not script:
        tab.ask("Emulation.setScriptExecutionDisabled", value=True)
        tab.reload()
    tab.print(tmp_path / "papier.pdf")
    pages = PdfReader(tmp_path / "papier.pdf").pages
    text = " ".join(page.extract_text() for page in pages)
    asked = [one for one in rubric("screening").criteria if one.computed is None]
    assert text.count("ce qui appuie la réponse") == len(asked)  # an item of each list included
    assert len(pages) < 20


def test_where_the_system_chooses_colours_the_choice_is_still_seen(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.click('[data-question="resultats"] input[value="2"]')
    tab.prefer(forced=True)
    width = "parseFloat(getComputedStyle(document.querySelector('{}')).borderTopWidth)"
    assert tab.run(width.format(".level:has(:checked)")) > tab.run(width.format(".level"))
