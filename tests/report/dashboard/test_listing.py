"""The list of the dashboard: who carries a project, what it says, and no more than one reads."""

from pathlib import Path

import pytest
from tests.browser import Browser
from tests.report.dashboard.using import downloaded, members, opened, remade, write
from tests.report.fund.material import example

from scalecheck.model.language import Language
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund.pen import FundPen


@pytest.mark.chromium
def test_a_project_is_known_by_its_carrier_and_its_id(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    pen = FundPen(example())
    member = example().portfolio.members[0]
    head = tab.run("document.querySelector('#rows th').innerText")
    assert member.id in head
    assert str(pen.speaker.text(member.organization)) in head
    tab.fill("#f-text", str(pen.speaker.text(member.organization)).upper())
    assert member.id in tab.run("document.getElementById('rows').textContent")


@pytest.mark.chromium
def test_local_by_choice_is_marked_in_the_list_and_the_sheet(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example(), downloads=tmp_path / "kept")
    local = {m.id for m in example().portfolio.members if m.local}
    rows = downloaded(tab)
    assert {row["Identifiant"] for row in rows if row["Local par choix"] == "Oui"} == local
    assert all(row["Organisme"] and row["Clientèle"] for row in rows)
    marked = "[...document.querySelectorAll('#rows .local')].map(o => o.closest('th').innerText)"
    listed = tab.run(f"{marked}.join(' ')")
    first = [m for m in example().portfolio.members[:25] if m.local]
    assert first
    assert all(member.id in listed for member in first)


@pytest.mark.chromium
def test_a_cell_holds_three_values_and_the_rest_by_the_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example())
    cells = tab.run("[...document.querySelectorAll('#rows td')].map(c => c.innerText)")
    assert max(cell.count("; ") for cell in cells) == 2
    tab.run("document.querySelector('#rows summary').focus()")
    assert tab.run("document.activeElement.textContent").startswith("et ")
    tab.press("Enter")
    opened_cell = tab.run("document.activeElement.closest('td').innerText")
    assert opened_cell.count(";") >= 2
    assert tab.run("document.activeElement.parentElement.open")
    assert "et 3 autres</summary>" in write_dashboard(example())


@pytest.mark.chromium
def test_the_sheet_holds_every_value(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example(), downloads=tmp_path / "kept")
    rows = {row["Identifiant"]: row for row in downloaded(tab)}
    pen = FundPen(example())
    for member in example().portfolio.members:
        named = [pen.named(n) for b in member.bottlenecks for n in b.dimensions]
        said = rows[member.id]["Freins"]
        assert set(filter(None, said.split("; "))) == (set() if member.local else set(named))


@pytest.mark.chromium
def test_hostile_ids_and_carriers_are_no_formulas(browser: Browser, tmp_path: Path) -> None:
    bad = "=cmd|'/C calc'!A0<img src=x>"
    some = tuple(
        m._replace(id=f"{bad}{n}", organization=m.title.model_copy(update={"fr": bad, "en": None}))
        for n, m in enumerate(members())
    )
    tab = opened(browser, tmp_path, remade(some), downloads=tmp_path / "kept")
    assert tab.run("document.querySelectorAll('img').length") == 0
    for row in downloaded(tab):
        assert row["Identifiant"].startswith("'=")
        assert row["Organisme"].startswith("'=")


@pytest.mark.chromium
def test_titles_in_another_language_say_so(browser: Browser, tmp_path: Path) -> None:
    tab = browser.open(write(tmp_path, example(Language.FR)).as_uri())
    pen = FundPen(example())
    member = example().portfolio.members[0]
    assert pen.speaker.text(member.title).lang == "en"
    assert tab.run("document.querySelector('#rows th span').lang") == "en"
