"""The browser that tests use does what a person does, and hears what a page does."""

from pathlib import Path

import pytest
from tests.browser import Browser, BrowserError, Tab

pytestmark = pytest.mark.chromium

PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="img-src 'none'">
<title>essai</title><input id="name"><input type="file" id="file"><button id="save">Ok</button>
<a id="give" download="reçu.txt" href="data:text/plain,bonjour">Prendre</a><script>
save.onclick = () => { localStorage.name = document.title = document.querySelector('#name').value };
file.onchange = async event => { document.title = await event.target.files[0].text() };
</script></html>"""


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Tab:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return browser.open((tmp_path / "page.html").as_uri(), width=320, downloads=tmp_path)


def test_it_types_clicks_and_comes_back(tab: Tab) -> None:
    tab.fill("#name", "Élodie")
    tab.click("#save")
    assert tab.run("document.title") == "Élodie"
    tab.reload()
    assert tab.run("[document.title, localStorage.name, innerWidth]") == ["essai", "Élodie", 320]


def test_it_gives_and_takes_files(tab: Tab, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("contenu", encoding="utf-8")
    tab.upload("#file", tmp_path / "notes.txt")
    tab.wait(lambda: tab.run("document.title") == "contenu")
    tab.click("#give")
    assert tab.downloaded().read_text(encoding="utf-8") == "bonjour"


def test_it_hears_what_goes_wrong(tab: Tab) -> None:
    tab.run("setTimeout(() => { throw new Error('oups') }); console.error('aïe'); 0")
    tab.run("document.body.append(Object.assign(new Image(), {src: 'https://example.org/a.png'}))")
    tab.wait(lambda: len(tab.complaints) >= 3)
    told = " ".join(tab.complaints)
    assert all(word in told for word in ("oups", "a\\u00efe", "img-src"))


def test_it_presses_keys_and_says_what_a_script_refuses(tab: Tab) -> None:
    tab.press("Tab")
    tab.press("a")
    assert tab.run("[document.activeElement.id, document.activeElement.value]") == ["name", "a"]
    with pytest.raises(BrowserError, match="nope"):
        tab.run("nope()")


def test_it_takes_a_picture(tab: Tab, tmp_path: Path) -> None:
    tab.picture(tmp_path / "page.png")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
