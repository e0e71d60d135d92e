"""axe-core in a real browser: nothing to report, at any width and in any colour scheme."""

import subprocess
from itertools import product
from pathlib import Path

import pytest
from tests.browser import Browser, Tab
from tests.machine import node_module
from tests.report.browser.documents import ALL_DOCUMENTS, DOCUMENTS, html_of

SCHEMES = ("light", "dark")
WIDTHS = (1100, 320)


def opened(browser: Browser, folder: Path, name: str) -> Tab:
    path = folder / f"{name}.html"
    path.write_bytes(html_of(name))
    return browser.open(path.as_uri())


@pytest.mark.chromium
@pytest.mark.slow
@pytest.mark.parametrize("name", ALL_DOCUMENTS)
def test_axe_has_nothing_to_report(browser: Browser, tmp_path: Path, name: str) -> None:
    tab = opened(browser, tmp_path, name)
    every = list(product(WIDTHS, SCHEMES))
    # Elsewhere each width and each scheme once: the four together differ in nothing else.
    for width, scheme in every if name in DOCUMENTS else zip(WIDTHS, SCHEMES, strict=True):
        tab.resize(width, 900)
        tab.prefer(scheme)
        assert tab.axe() == [], (width, scheme)


@pytest.mark.chromium
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_page_fits_asks_nothing_and_complains_of_nothing(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    tab = opened(browser, tmp_path, name)
    for width in (*WIDTHS, 768):
        tab.resize(width, 900)
        assert tab.overflow() <= 0, width
    assert tab.complaints == []  # its policy refuses nothing of the page itself
    assert [url for url in tab.requests if not url.startswith("file:")] == []
    assert len(tab.requests) == 1
    assert tab.run("JSON.parse(document.getElementById('scalecheck-result').text).closing")


@pytest.mark.chromium
def test_a_page_is_dark_for_those_who_ask_and_light_in_print(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, "every-block")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = tab.run(ground)
    tab.prefer("dark")
    assert tab.run(ground) != light
    tab.prefer("dark", media="print")
    assert tab.run(ground) == light


@pytest.mark.chromium
def test_where_the_system_chooses_colours_every_box_keeps_its_edge(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, "every-block")
    tab.prefer(forced=True)
    edges = """[...document.querySelectorAll('.box,.tread,.glance>div,.notice')]
    .every(one => parseFloat(getComputedStyle(one).borderTopWidth) >= 1)"""
    assert tab.run(edges)


@pytest.mark.chromium
def test_the_keyboard_reaches_the_content_first(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, "every-block")
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "skip"
    tab.press("Enter")
    assert tab.run("document.activeElement.id") == "content"


@pytest.mark.slow
def test_the_nu_checker_finds_no_error(tmp_path: Path) -> None:
    checker = node_module("vnu-jar/build/dist/vnu.jar")
    for name in ALL_DOCUMENTS:
        (tmp_path / f"{name}.html").write_bytes(html_of(name))
    command = ["java", "-jar", str(checker), "--errors-only", *map(str, tmp_path.glob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
