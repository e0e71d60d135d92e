"""The dashboard in a real browser: filters, sort, keyboard, download; and without its script."""

import csv
import html
import io
import re
from pathlib import Path

import pytest
from tests.browser import Browser
from tests.report.dashboard.using import choose, shown, titles
from tests.report.fund.material import material, portfolio

from scalecheck.model.language import Language
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.dashboard.columns import code, fold_front
from scalecheck.report.fund.pen import FundPen

ONE_MEGABYTE = 1_000_000


def page(folder: Path, count: int = 60, language: Language = Language.FR) -> Path:
    path = folder / f"dash-{count}-{language}.html"
    path.write_text(write_dashboard(material(count, language)), encoding="utf-8")
    return path


def test_the_same_portfolio_gives_the_same_bytes() -> None:
    assert write_dashboard(material()) == write_dashboard(material())


def test_nothing_is_asked_of_the_network_and_only_one_script_may_run() -> None:
    text = html.unescape(write_dashboard(material()))
    assert "default-src 'none'" in text
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/=]{44}'", text)
    assert not re.search(r"(src|href)=\"(https?:)?//", text)


def test_without_a_script_the_report_and_every_project_are_there() -> None:
    text = write_dashboard(material())
    body = text[text.index('id="rows"') : text.index("</tbody>", text.index('id="rows"'))]
    assert body.count("<tr>") == 60
    assert "Équilibre" in text


def test_ten_thousand_projects_stay_under_a_megabyte() -> None:
    few = portfolio(300)
    many = tuple(
        one._replace(
            id=f"{one.id}-{n}" if n else one.id,
            title=Text(fr=f"{one.title.fr or one.title.en} {n}"),
        )
        for n in range(34)
        for one in few.members
    )[:10_000]
    big = material(300)._replace(portfolio=few._replace(members=many))
    assert len(write_dashboard(big).encode()) < ONE_MEGABYTE


def test_names_and_codes_come_back_from_their_columns() -> None:
    assert fold_front(["a\u00a0: b\nc"]) == "Aa\u00a0: b c"
    assert fold_front(["abc", "abd", "b"]) == "Aabc\nCd\nAb"
    coded = code([(0,), (1, 2), (0,), ()])
    assert (coded.width, coded.sets, coded.at) == (1, ((0,), (1, 2), ()), "ABAC")
    wide = code([(n,) for n in range(100)])
    assert wide.width == 2
    assert len(wide.at) == 200


@pytest.mark.chromium
def test_a_filter_keeps_what_has_its_value(browser: Browser, tmp_path: Path) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    assert tab.complaints == []
    assert shown(tab) == 60
    members = portfolio(60).members
    sectors = tab.run("[...document.querySelectorAll('#f-sector option')].map(o => o.textContent)")
    assert sectors[0] == "Tous"
    choose(tab, "sector", "0")
    lists = material().portfolio.vocabularies
    assert lists is not None
    met = {member.sector for member in members}
    first = next(word.id for word in lists.sectors if word.id in met)
    assert shown(tab) == sum(member.sector == first for member in members)
    tab.click("#clear")
    assert shown(tab) == 60


@pytest.mark.chromium
def test_a_name_is_found_without_its_accents(browser: Browser, tmp_path: Path) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    everyone = titles(tab)
    wanted = next(title for title in everyone if re.search("[éèêàîôÉ]", title))
    tab.fill("#f-text", wanted.replace("é", "e").replace("É", "E").upper()[:12])
    assert wanted in titles(tab)


@pytest.mark.chromium
def test_projects_are_in_alphabetical_order_and_never_by_level(
    browser: Browser, tmp_path: Path
) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    before = titles(tab)
    assert len(before) == 25
    assert [fold(one) for one in before] == sorted(fold(one) for one in before)
    assert tab.run("document.querySelectorAll('.projects thead button').length") == 0
    ways = tab.run("[...document.querySelectorAll('#f-group option')].map(o => o.value)")
    assert "stage" in ways
    assert not {"level", "use"} & set(ways)


@pytest.mark.chromium
def test_groups_by_stage_go_with_the_life_cycle_and_by_name_within(
    browser: Browser, tmp_path: Path
) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    choose(tab, "group", "stage")
    heads = tab.run("[...document.querySelectorAll('#rows .group th')].map(h => h.textContent)")
    names = tab.run("[...document.querySelectorAll('#f-stage option')].map(o => o.textContent)")[1:]
    said = [head.partition("\u00a0:")[0] for head in heads]
    assert said == [name for name in names if name in said]
    assert len(said) > 1
    speaker = FundPen(material(60)).speaker
    stage_of = {str(speaker.text(m.title)): m.level.stage for m in portfolio(60).members}
    order = [stage.id for stage in portfolio(60).rubric.stages]
    listed = [(order.index(str(stage_of[one])), fold(one)) for one in titles(tab)]
    assert listed == sorted(listed)


@pytest.mark.chromium
def test_clearing_resets_filters_text_and_groups(browser: Browser, tmp_path: Path) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    before = titles(tab)
    choose(tab, "group", "stage")
    choose(tab, "sector", "0")
    tab.fill("#f-text", "a")
    tab.click("#clear")
    assert titles(tab) == before
    chosen = (
        "[...document.querySelectorAll('.explorer select, #f-text')].map(s => s.value).join('')"
    )
    assert tab.run(chosen) == ""


@pytest.mark.chromium
def test_a_cell_filters_and_lets_go_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    tab = browser.open(page(tmp_path).as_uri())
    tab.run(
        "[...document.querySelectorAll('.heat button')].find(b => b.textContent !== '·').focus()"
    )
    wanted = int(tab.run("document.activeElement.textContent"))
    tab.press("Enter")
    assert shown(tab) == wanted
    assert tab.run("document.activeElement.getAttribute('aria-pressed')") == "true"
    tab.press("Enter")
    assert shown(tab) == 60


@pytest.mark.chromium
@pytest.mark.parametrize("language", Language)
def test_what_is_shown_is_downloaded_for_a_spreadsheet(
    browser: Browser, language: Language, tmp_path: Path
) -> None:
    tab = browser.open(page(tmp_path, 60, language).as_uri(), downloads=tmp_path / "kept")
    choose(tab, "stage", "0")
    kept = shown(tab)
    tab.click("#download")
    text = tab.downloaded().read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    mark = ";" if language is Language.FR else ","
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=mark))
    assert len(rows) == kept + 1
    assert all(len(row) == len(rows[0]) for row in rows)


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 1100, 320])
@pytest.mark.parametrize("language", Language)
def test_everyone_can_use_it(
    browser: Browser, language: Language, width: int, scheme: str, tmp_path: Path
) -> None:
    tab = browser.open(page(tmp_path, 60, language).as_uri(), width=width, scheme=scheme)
    assert tab.overflow() == 0
    assert tab.axe() == []


@pytest.mark.chromium
def test_hostile_titles_stay_text(browser: Browser, tmp_path: Path) -> None:
    found = material(60)
    bad = "</script><img src=x onerror=alert(1)>=cmd|'/C calc'!A0"
    members = tuple(
        one._replace(title=one.title.model_copy(update={"fr": f"{bad} {n}", "en": None}))
        for n, one in enumerate(found.portfolio.members)
    )
    path = tmp_path / "bad.html"
    hostile = found._replace(portfolio=found.portfolio._replace(members=members))
    path.write_text(write_dashboard(hostile), encoding="utf-8")
    tab = browser.open(path.as_uri())
    assert tab.complaints == []
    assert tab.run("document.querySelectorAll('img').length") == 0
    assert titles(tab)[0].startswith("</script><img")
