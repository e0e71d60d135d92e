"""What the dashboard counts as one filters, whatever a rubric or its projects lack."""

import html
import re
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from tests.browser import Browser
from tests.machine import node_module
from tests.report.dashboard.using import members, opened, pick, table, told
from tests.report.fund.material import LISTS, example, material, portfolio

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.language import Language
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund.pen import FundPen

BARE = {"sector": "", "clientele": (), "territory": (), "applicant": "", "strategies": ()}


@pytest.mark.chromium
@pytest.mark.parametrize("width", [1100, 320])
def test_projects_that_say_nothing_are_listed_all_the_same(
    browser: Browser, width: int, tmp_path: Path
) -> None:
    bare = tuple(
        m._replace(**BARE, funding=(), track="", bottlenecks=(), level=m.level._replace(stage=None))
        for m in members()
    )
    found = analyse(portfolio(60)._replace(members=bare, vocabularies=None), FundOptions(1))
    tab = opened(browser, tmp_path, found, width=width)
    assert tab.run("document.querySelectorAll('#rows tr').length") == 25
    facets = tab.run("[...document.querySelectorAll('[data-facet]')].map(s => s.dataset.facet)")
    assert facets == ["level"]
    assert tab.run("document.querySelectorAll('.heat, .purposes, #f-group').length") == 0
    assert told(tab, "k-money") == "–"
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
    names = [name for name, _ in said]
    assert names == ["Avant la première étape", *stages]
    assert sum(count for _, count in said) == len(example().portfolio.members)


@pytest.mark.chromium
def test_what_holds_back_is_counted_as_in_the_report(browser: Browser, tmp_path: Path) -> None:
    found = example()
    tab = opened(browser, tmp_path, found)
    pen, asked = FundPen(found), found.frequent.asked
    rows = table(tab, "[data-counts=bottleneck]")
    assert list(rows) == [pen.named(one.name) for one in found.frequent.bottlenecks]
    for one in found.frequent.bottlenecks:
        count, share, _ = rows[pen.named(one.name)]
        assert (count, share) == (str(one.projects), pen.percent(Fraction(one.projects, asked)))
    assert str(asked) in told(tab, "base")
    assert [row[2] for row in rows.values()][-1] == "100\u00a0%"


@pytest.mark.chromium
def test_a_cumulative_share_counts_each_project_once(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    extend = [m for m in example().portfolio.members if not m.local]
    first, second = (one.name for one in example().frequent.bottlenecks[:2])
    held = [{n for b in m.bottlenecks for n in b.dimensions} & {first, second} for m in extend]
    row = list(table(tab, "[data-counts=bottleneck]").values())[1]
    assert row[2] == FundPen(example()).percent(Fraction(sum(map(bool, held)), len(extend)))


@pytest.mark.chromium
def test_use_is_laid_beside_the_level_and_filters(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    heat = "document.querySelector('.heat[data-across=level]')"
    counted = tab.run(
        f"[...{heat}.querySelectorAll('button')].map(b => Number(b.textContent) || 0)"
    )
    assert sum(counted) == len(example().portfolio.members)
    busy = f"[...{heat}.querySelectorAll('button')].find(b => b.textContent !== '·')"
    wanted = tab.run(f"{busy}.textContent")
    tab.run(f"{busy}.focus()")
    tab.press("Enter")
    assert told(tab, "k-projects") == wanted
    assert tab.run("document.getElementById('f-use').value") != ""
    empty = f"[...{heat}.querySelectorAll('button')].filter(b => b.textContent === '·')"
    assert tab.run(f"{empty}.every(b => b.disabled)")


@pytest.mark.chromium
def test_the_middle_level_is_that_of_the_report(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    known = sorted(m.level.official for m in example().portfolio.members)
    assert told(tab, "k-level") == FundPen(example()).level(known[(len(known) - 1) // 2])
    pick(tab, "level", FundPen(example()).level(-1))
    assert told(tab, "k-level") == FundPen(example()).level(-1)


@pytest.mark.chromium
def test_strategies_are_counted(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    rows = table(tab, "[data-counts=strategy]")
    for strategy in example().portfolio.rubric.strategies:
        wanted = sum(strategy.id in m.strategies for m in example().portfolio.members)
        assert rows[str(strategy.title.fr)][0] == str(wanted)


@pytest.mark.chromium
def test_what_is_filtered_is_said_and_printed(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    pick(tab, "stage", "Consolidation")
    said = tab.run("document.getElementById('shown').textContent")
    assert re.match(r"\d+ projets affichés\u00a0: Consolidation$", said)
    tab.prefer(media="print")
    seen = "(s => document.querySelector(s).checkVisibility())"
    assert tab.run(f"{seen}('#shown')")
    assert tab.run(f"{seen}('.purposes')")
    for tool in ("#f-text", "#f-stage", "#f-level", "#f-group", "#clear", "#download", ".pages"):
        assert not tab.run(f"{seen}('{tool}')"), tool


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
    table = text[text.index('class="panel purposes') :].partition("</table>")[0]
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
