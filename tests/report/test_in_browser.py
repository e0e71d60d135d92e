"""The HTML report in a real browser: it fits every width, and asks nothing of anybody."""

import re
import subprocess
from pathlib import Path

import pytest

import scalecheck as sc

pytestmark = pytest.mark.chromium

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--virtual-time-budget=4000",
)
PROBE = """<!doctype html><meta charset="utf-8"><body><iframe id="page" src="{page}"
style="border:0;width:{width}px;height:2000px"></iframe><script>
addEventListener('load', () => {{
  const inside = document.getElementById('page').contentDocument;
  const root = inside.documentElement;
  document.title = [root.scrollWidth, root.lang, inside.querySelectorAll('h1').length,
    inside.scripts.length, inside.querySelectorAll('link[href],img[src^=http]').length,
    getComputedStyle(inside.body).backgroundColor].join(';');
}});</script>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name in ("cuisines-du-fjord", "hangar-des-forges", "navette-des-aines"):
        run = sc.assess_files(ROOT / "examples" / name / "project.yaml")
        for language in ("fr", "en"):
            page = folder / f"{name}-{language}.html"
            html = sc.render(run.assessment, "html", language=language, provenance=run.provenance)
            page.write_text(html, encoding="utf-8")
            found[page.stem] = page
    return found


def probe(chromium: str, page: Path, width: int, *flags: str) -> list[str]:
    frame = page.with_name(f"probe-{page.stem}-{width}.html")
    frame.write_text(PROBE.format(page=page.name, width=width), encoding="utf-8")
    command = [chromium, *FLAGS, *flags, f"--user-data-dir={page.parent / 'profile'}"]
    done = subprocess.run(
        [*command, "--window-size=1300,2200", "--dump-dom", frame.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    assert title is not None, done.stderr[-2000:]
    return title[1].split(";")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [320, 768, 1100])
@pytest.mark.parametrize("name", ["cuisines-du-fjord", "hangar-des-forges", "navette-des-aines"])
def test_a_page_fits_its_width_and_needs_nothing(
    chromium: str, pages: dict[str, Path], name: str, width: int, language: str
) -> None:
    found = probe(chromium, pages[f"{name}-{language}"], width)
    scroll, said, titles, scripts, outside, _ = found
    assert int(scroll) <= width
    assert said == f"{language}-CA"
    assert (titles, scripts, outside) == ("1", "0", "0")


def test_a_page_is_dark_for_those_who_ask(chromium: str, pages: dict[str, Path]) -> None:
    page = pages["cuisines-du-fjord-fr"]
    light = probe(chromium, page, 1100)[-1]
    dark = probe(chromium, page, 1100, "--blink-settings=preferredColorScheme=0")[-1]
    assert light != dark
