"""What the dashboard counts as one filters: money by what it is for, whatever a rubric lacks."""

import html
import re
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from tests.browser import Browser, Tab
from tests.machine import node_module
from tests.report.fund.material import LISTS, example, material, portfolio

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.language import numbers
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Amount, Member
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundMaterial
from scalecheck.report.fund.pen import counting

BARE = {"sector": "", "clientele": (), "territory": (), "applicant": "", "strategies": ()}


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(chromium, tmp_path_factory.mktemp("browser")) as found:
        yield found


def opened(browser: Browser, folder: Path, found: FundMaterial, width: int = 1100) -> Tab:
    path = folder / "dashboard.html"
    path.write_text(write_dashboard(found), encoding="utf-8")
    tab = browser.open(path.as_uri(), width=width)
    assert tab.complaints == []
    return tab


def pick(tab: Tab, name: str, label: str) -> None:
    tab.run(
        f"(() => {{ const s = document.getElementById('f-{name}');"
        f"s.value = [...s.options].find(o => o.textContent === {label!r}).value;"
        "s.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def panel(tab: Tab) -> dict[str, list[str]]:
    rows = tab.run(
        "[...document.querySelectorAll('.purposes tbody tr')]"
        ".map(r => [...r.cells].map(c => c.textContent))"
    )
    return {row[0]: row[1:] for row in rows}


def expected(members: list[Member], purpose: str, currency: str) -> list[str]:
    with_it = [m for m in members if any(line.purpose == purpose for line in counting(m.funding))]
    sums = [
        line.amount
        for m in members
        for line in counting(m.funding)
        if line.purpose == purpose and line.currency == currency
    ]
    said = numbers.money(sum(sums, Fraction(0)), currency, Language.FR) if with_it else "–"
    return [str(len(with_it)), said]


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.chromium
def test_money_by_what_it_is_for_follows_the_filters(browser: Browser, tmp_path: Path) -> None:
    found = example()
    tab = opened(browser, tmp_path, found)
    sectors = {w.id: str(w.label.fr) for w in LISTS.sectors}
    members = list(found.portfolio.members)
    for sector in (None, members[0].sector, members[40].sector):
        if sector is not None:
            pick(tab, "sector", sectors[sector])
        shown = [m for m in members if sector in (None, m.sector)]
        told = panel(tab)
        for word in LISTS.funding_purposes:
            row = told[str(word.label.fr)]
            wanted = expected(shown, word.id, "CAD")
            assert [plain(one) for one in row[:2]] == [plain(one) for one in wanted]


@pytest.mark.chromium
def test_money_in_another_currency_is_counted_apart(browser: Browser, tmp_path: Path) -> None:
    found = material(60)
    line = (Amount(2027, Fraction(1_000), "EUR", "pilot"),)
    members = tuple(m._replace(funding=line) if n < 2 else m for n, m in enumerate(_members()))
    odd = analyse(found.portfolio._replace(members=members), FundOptions(1))
    tab = opened(browser, tmp_path, odd)
    assert tab.run("document.getElementById('k-elsewhere').textContent").startswith("2 projets")
    silent = sum(not counting(m.funding) for m in members)
    assert tab.run("document.getElementById('k-silent').textContent") == str(silent)


def _members() -> tuple[Member, ...]:
    return portfolio(60).members


@pytest.mark.chromium
def test_amounts_to_the_cent_and_odd_currencies_stay_right(
    browser: Browser, tmp_path: Path
) -> None:
    cents = tuple(Amount(2027, Fraction(1, 10), "X$Y", "pilot") for _ in range(3))
    members = tuple(m._replace(funding=cents) for m in _members())
    found = analyse(portfolio(60)._replace(members=members), FundOptions(1))
    path = tmp_path / "odd.html"
    path.write_text(write_dashboard(found), encoding="utf-8")
    tab = browser.open(path.as_uri(), downloads=tmp_path / "kept")
    assert tab.complaints == []
    assert tab.run("document.getElementById('k-money').textContent").endswith("X$Y")
    tab.click("#download")
    rows = tab.downloaded().read_text(encoding="utf-8-sig").splitlines()
    assert all(row.endswith(";0,3") for row in rows[1:])


@pytest.mark.chromium
@pytest.mark.parametrize("width", [1100, 320])
def test_projects_that_say_nothing_are_listed_all_the_same(
    browser: Browser, width: int, tmp_path: Path
) -> None:
    members = tuple(
        m._replace(**BARE, funding=(), track="", bottlenecks=(), level=m.level._replace(stage=None))
        for m in _members()
    )
    found = analyse(portfolio(60)._replace(members=members, vocabularies=None), FundOptions(1))
    tab = opened(browser, tmp_path, found, width)
    assert tab.run("document.querySelectorAll('#rows tr').length") == 50
    facets = tab.run("[...document.querySelectorAll('.filters select')].map(s => s.dataset.facet)")
    assert facets == ["level"]
    assert tab.run("document.querySelectorAll('.heat, .purposes').length") == 0
    assert tab.overflow() == 0
    assert tab.axe() == []
    tab.fill("#f-text", "zzz")
    assert "Aucun projet" in tab.run("document.getElementById('shown').textContent")


@pytest.mark.chromium
def test_every_stage_is_there_with_those_that_no_project_has(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example())
    said = tab.run(
        "[...document.querySelectorAll('[data-counts=stage] tbody tr')]"
        ".map(r => [r.cells[0].textContent, Number(r.cells[1].textContent)])"
    )
    stages = [str(one.title.fr) for one in example().portfolio.rubric.stages]
    assert [name for name, _ in said][: len(stages)] == stages
    assert sum(count for _, count in said) == len(example().portfolio.members)


@pytest.mark.chromium
def test_what_is_filtered_is_said_and_printed(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    pick(tab, "stage", "Consolidation")
    said = tab.run("document.getElementById('shown').textContent")
    assert re.match(r"\d+ projets affichés\u00a0: Consolidation$", said)
    tab.prefer(media="print")
    seen = "(s => getComputedStyle(document.querySelector(s)).display !== 'none')"
    assert tab.run(f"{seen}('#shown')")
    assert tab.run(f"{seen}('.purposes')")
    assert not tab.run(f"{seen}('.filters')")
    assert not tab.run(f"{seen}('.pages')")


@pytest.mark.chromium
def test_bars_are_seen_in_the_colours_of_the_system(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    tab.prefer(forced=True)
    bar = "getComputedStyle(document.querySelector('.bars .bar span')).backgroundColor"
    page = "getComputedStyle(document.body).backgroundColor"
    assert tab.run(bar) != tab.run(page)


def test_targets_stand_beside_the_shares() -> None:
    given = {"purpose": {"scaling": Fraction(1, 2)}}
    text = html.unescape(write_dashboard(analyse(portfolio(60), FundOptions(1, given))))
    table = text[text.index('class="bars purposes') :].partition("</table>")[0]
    assert table.count('data-label="Cible"') == len(LISTS.funding_purposes)
    assert ">50\u00a0%<" in table
    assert 'data-label="Cible"' not in write_dashboard(material(60))


@pytest.mark.slow
def test_the_nu_checker_finds_no_error(tmp_path: Path) -> None:
    checker = node_module("vnu-jar/build/dist/vnu.jar")
    for language in Language:
        text = write_dashboard(example(language, 5))
        (tmp_path / f"{language}.html").write_text(text, encoding="utf-8")
    command = ["java", "-jar", str(checker), "--errors-only", *map(str, tmp_path.glob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
