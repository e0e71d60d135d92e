"""The dashboard where people meet it: in one screen, on paper, on a telephone, without scripts."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.browser import Browser
from tests.machine import needed
from tests.report.dashboard.using import choose, opened, write
from tests.report.fund.material import example, material, portfolio

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.language import Language
from scalecheck.portfolio.members import gather
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundMaterial

COMMITTEE = {Language.FR: "réservé au comité", Language.EN: "for the committee alone"}
# The heads whose letters of one word stand on several lines.
BROKEN = r"""(() => [...document.querySelectorAll('h1,h2,h3,caption,thead th')].flatMap(head => {
  const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[\p{L}\p{N}’]+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
      if (tops.size > 1) found.push(word[0]);
    }
  }
  return found;
}))()"""


@pytest.mark.parametrize("language", Language)
def test_the_top_says_whom_it_is_for(language: Language) -> None:
    text = write_dashboard(example(language))
    top = text[: text.index('class="explorer"')]
    assert COMMITTEE[language] in top
    assert top.count('class="notice"') == 1


@pytest.mark.chromium
def test_cards_and_charts_stand_in_the_first_screen(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example(), width=1280, height=800)
    lowest = (
        "Math.max(...[...document.querySelectorAll({0!r})].map(o => o.getBoundingClientRect().{1}))"
    )
    assert tab.run(lowest.format(".figures > div", "bottom")) < 480
    assert tab.run(lowest.format(".panel:nth-child(-n+3) tbody tr:nth-child(3)", "bottom")) < 800


@pytest.mark.chromium
@pytest.mark.parametrize("width", [1280, 1220, 1100, 320])
@pytest.mark.parametrize("language", Language)
def test_heads_never_break_inside_a_word(
    browser: Browser, language: Language, width: int, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example(language), width=width)
    assert tab.run(BROKEN) == []
    assert tab.overflow() == 0
    wide = "[...document.querySelectorAll('.panel > table')]"
    assert tab.run(f"{wide}.filter(t => t.scrollWidth > t.parentElement.clientWidth).length") == 0


@pytest.mark.chromium
def test_no_row_is_blank_on_a_telephone(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example(), width=320)
    blank = """[...document.querySelectorAll('#rows tr')].map(row => {
      const used = [...row.cells].reduce((sum, c) => sum + c.getBoundingClientRect().height, 0);
      return row.getBoundingClientRect().height - used;
    })"""
    assert max(tab.run(blank)) < 40
    assert tab.run("document.querySelector('.list').scrollWidth <= innerWidth")


@pytest.mark.chromium
def test_without_a_script_local_is_told_and_no_filter_is_spoken_of(
    browser: Browser, tmp_path: Path
) -> None:
    tab = browser.open("about:blank")
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.go(write(tmp_path, example()).as_uri())
    said = tab.run("document.body.innerText")
    assert "filtre" not in said.casefold()
    local = sum(member.local for member in example().portfolio.members)
    assert said.count("Reste local par choix") == local
    assert "Regrouper" not in said


@pytest.mark.chromium
def test_every_project_is_printed_under_whole_heads(browser: Browser, tmp_path: Path) -> None:
    reader = needed("pdftotext")
    tab = opened(browser, tmp_path, example())
    choose(tab, "stage", "2")
    kept = int(tab.run("document.getElementById('k-projects').textContent"))
    assert kept > 50
    tab.print(tmp_path / "kept.pdf")
    done = subprocess.run(
        [reader, "-layout", str(tmp_path / "kept.pdf"), "-"], capture_output=True, check=True
    )
    pages = done.stdout.decode().split("\f")
    listed = [
        page for page in pages if re.search(r"projet-\d{6}", page.split("Le portefeuille")[0])
    ]
    column = [m for m in example().portfolio.members if m.level.stage == "consolidation"]
    whole = done.stdout.decode()
    assert len(column) == kept
    assert all(re.search(f"{m.id}\\b", whole) for m in column)
    assert len(listed) > 2
    for page in listed[:3]:
        for head in ("Projet", "Niveau", "Étape", "Secteur", "Clientèle", "Freins", "Montants"):
            assert head in page
    assert not re.search(r"et \d autre", whole.split("Le portefeuille entier")[0])
    tab.run("dispatchEvent(new Event('afterprint'))")
    assert tab.run("document.querySelectorAll('#rows tr').length") == 25


def many() -> FundMaterial:
    few = portfolio(60)
    more = (one._replace(id=f"{one.id}-{n}", local=n == 0) for n in range(9) for one in few.members)
    return analyse(gather(few.rubric, more, (), few.vocabularies), FundOptions(1))


def test_a_long_list_of_local_projects_is_not_told_twice() -> None:
    told = "restent locaux par choix; la liste"
    assert told not in write_dashboard(material(60))
    assert told in write_dashboard(many())


@pytest.mark.chromium
def test_without_a_script_a_long_list_says_why_it_is_not_there(
    browser: Browser, tmp_path: Path
) -> None:
    tab = browser.open("about:blank")
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    tab.go(write(tmp_path, many()).as_uri())
    said = tab.run("document.body.innerText")
    assert "scripts soient permis" in said
    assert "filtre" not in said.casefold()
    assert not tab.run("document.querySelector('.list').checkVisibility()")
