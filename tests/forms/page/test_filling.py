"""The page as a person uses it: fill, close, come back, export, go on elsewhere."""

import pytest
from tests.browser import Tab
from tests.forms.page.pages import (
    FJORD,
    Desk,
    answers_in,
    blank_page,
    choose,
    export,
    field,
    fjord_page,
    load,
    pick,
    refilled,
    sheet_in,
    unfold,
)
from tests.forms.sheets import canonical

from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

pytestmark = pytest.mark.chromium


def fill_every_kind(tab: Tab) -> None:
    """Give a trl page one answer of each kind, with evidence, in a list of its own."""
    tab.fill('[id="s:title"]', "Capteur « du fleuve »")
    tab.fill('[id="s:owner"]', "Atelier des rives")
    choose(tab, '[id="s:date"]', "2026-10-15")
    choose(tab, '[id="s:kind"]', "consensus")
    tab.fill('[id="s:role"]', "coordination")
    names = tab.run("[...document.querySelectorAll('[data-question]')].map(q => q.id)")
    applicable = tab.run(
        "[...document.querySelectorAll('[value=not_applicable]')].map(r => r.name)"
    )
    plain = [name for name in names if name not in applicable]
    pick(tab, plain[0], "unknown")
    pick(tab, plain[1], "between")
    ends = tab.run(
        f"[...document.getElementById({plain[1]!r}).querySelectorAll('[data-end=low] option')]"
        ".map(one => one.value)"
    )
    choose(tab, f'[id="{plain[1]}"] [data-end="low"]', ends[1])
    choose(tab, f'[id="{plain[1]}"] [data-end="high"]', ends[2])
    pick(tab, applicable[0], "not_applicable")
    tab.fill(field(applicable[0], "not_applicable"), "=cmd|' /C calc'!A0")
    unfold(tab, plain[2])
    pick(tab, plain[2], ends[1])
    tab.fill(field(plain[2], "note"), "</script><b>Une note</b>\n« d’ici » 🙂")
    tab.fill(field(plain[2], "reason"), "\u202eà l'envers")
    tab.click(f'[id="{plain[2]}"] [data-do="record-new"]')
    tab.fill('[id="r:p1"] [data-part="title"]', "Rapport d’essai")
    tab.fill('[id="r:p1"] [data-part="date"]', "2026-03")
    unfold(tab, plain[3])
    tab.fill(field(plain[3], "note"), "Une note seule")


def test_every_kind_of_answer_is_kept_taken_away_and_brought_elsewhere(desk: Desk) -> None:
    page = blank_page("trl")
    tab = desk.open(page)
    fill_every_kind(tab)
    first = export(tab)
    tab.reload()
    assert tab.run("document.getElementById('told').textContent")
    assert export(tab) == first
    elsewhere = desk.open(page, width=320)
    path = desk.folder / "réponses.json"
    path.write_bytes(first)
    assert "réponses.json" in load(elsewhere, path)
    assert export(elsewhere) == first
    assert tab.complaints == elsewhere.complaints == []
    kinds = sorted(map(kind_of, sheet_in(first).answers.values()))
    assert kinds == ["between", "level", "not_applicable", "unknown", "unknown"]


def kind_of(answer: object) -> str:
    kinds = ("level", "between", "amount", "not_applicable", "unknown")
    return next(kind for kind in kinds if getattr(answer, kind) not in (None, False))


def test_what_a_page_gives_is_read_by_our_strict_reader(desk: Desk) -> None:
    tab = desk.open(blank_page("trl"))
    fill_every_kind(tab)
    tab.fill('[id="s:note"]', "ligne\u2028suite\u0085fin\x7f")
    data = export(tab)
    document = parse(data, "réponses.json")
    assert not document.diagnostics
    found = build(document, kind_named("answers")).value
    assert canonical(found) == canonical(sheet_in(data))
    assert found.note.fr == "ligne\nsuite\nfin"
    texts = [answer.note.fr for answer in found.answers.values() if answer.note]
    assert "</script><b>Une note</b>\n« d’ici » 🙂" in texts


def test_a_note_alone_is_an_answer_not_yet_known(desk: Desk) -> None:
    tab = desk.open(blank_page("trl"))
    name = tab.run("document.querySelector('[data-question]').id")
    unfold(tab, name)
    tab.fill(field(name, "note"), "À vérifier")
    (answer,) = answers_in(export(tab)).values()
    assert answer == {"unknown": "yes", "note": "À vérifier"}
    assert tab.run("document.getElementById('share').value") == 0


def test_new_items_and_their_facts_come_back(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    tab.fill("[data-new]", "École de l’Anse-à-l’Eau")
    tab.click('[data-do="instance-add"]')
    item = '[data-instance="ecole-de-l-anse-a-l-eau"]'
    tab.click(f'{item} [data-fact="role"] input[value="trial"]')
    tab.click(f'{item} [data-question="usage"] input[value="2"]')
    tab.fill("[data-new]", "École de l’Anse-à-l’Eau")
    tab.click('[data-do="instance-add"]')
    data = export(tab)
    sheet = sheet_in(data)
    assert [one.id for one in sheet.settings] == [
        "ecole-de-l-anse-a-l-eau",
        "ecole-de-l-anse-a-l-eau-2",
    ]
    assert sheet.settings[0].attributes == {"role": ("trial",)}
    assert answers_in(data) == {"milieux": {"ecole-de-l-anse-a-l-eau": {"usage": "2"}}}
    tab.reload()
    assert export(tab) == data


def test_a_list_may_be_said_to_be_empty(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    assert sheet_in(export(tab)).settings is None
    tab.click("[data-none]")
    assert sheet_in(export(tab)).settings == ()


def test_what_was_there_is_shown_and_may_be_reconfirmed(desk: Desk) -> None:
    tab = desk.open(fjord_page())
    before, _ = refilled(FJORD, "is-echelle")
    assert canonical(sheet_in(export(tab))) == canonical(before)
    said = tab.run("document.querySelector('[data-question=resultats] .last').textContent")
    assert "15 octobre 2026" in said
    assert "La relecture externe est préliminaire" in said
    tab.click('[id="r:portrait-2026"] .valid input[value="yes"]')
    tab.click('[id="r:bilan-2025"] .valid input[value="no"]')
    found = sheet_in(export(tab))
    assert found.still_valid == {"portrait-2026": True, "bilan-2025": False}
    assert found.answers == before.answers


def test_a_record_taken_away_is_cited_no_more(desk: Desk) -> None:
    tab = desk.open(blank_page("is-echelle"))
    name = "q:resultats"
    pick(tab, name, "2")
    unfold(tab, name)
    tab.click(f'[id="{name}"] [data-do="record-new"]')
    tab.fill('[id="r:p1"] [data-part="title"]', "Bilan")
    assert answers_in(export(tab))["resultats"] == {"level": "2", "evidence": ["p1"]}
    tab.click('[id="r:p1"] [data-do="record-remove"]')
    assert answers_in(export(tab))["resultats"] == "2"
