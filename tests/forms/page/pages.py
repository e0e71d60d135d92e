"""Pages to fill in: those of the shipped rubrics and of odd ones, and a person who uses them."""

import json
from functools import cache
from itertools import count
from pathlib import Path

from tests.browser import Browser, Tab
from tests.forms.sheets import blank

import scalecheck as sc
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.page import write
from scalecheck.forms.sheet_json import read_sheet
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric

FR, EN = Language.FR, Language.EN
BOTH = (FR, EN)
ROOT = Path(__file__).parents[3]
FJORD = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"


@cache
def rubric(name: str) -> Rubric:
    return sc.load_rubric(name)


def refilled(path: Path, name: str) -> tuple[AnswerSheet, tuple[str, object]]:
    """The sheet of a project that is assessed again, and its last answers with their date."""
    project, current = sc.load_project(path), sc.load_project(path).current
    given = ("title", "organization", "language", "attributes", "settings", "groups", "evidence")
    kept = {field: getattr(project, field) for field in given}
    update = {"project": project.id, "answers": current.answers, "note": current.note, **kept}
    return blank(rubric(name)).model_copy(update=update), (current.date, current.answers)


def blank_page(name: str, languages: tuple[Language, ...] = BOTH) -> bytes:
    asked = rubric(name)
    sheet = blank(asked, languages[0])
    return write(make_questionnaire(asked, sheet, sc.load_vocabularies()), languages)


def fjord_page(languages: tuple[Language, ...] = BOTH) -> bytes:
    sheet, last = refilled(FJORD, "is-echelle")
    vocabularies = sc.load_vocabularies()
    return write(make_questionnaire(rubric("is-echelle"), sheet, vocabularies, last), languages)


def page_of(asked: Rubric, sheet: AnswerSheet, languages: tuple[Language, ...] = (FR,)) -> bytes:
    last = ("2025-01-31", sheet.answers)
    return write(make_questionnaire(asked, sheet, sc.load_vocabularies(), last), languages)


class Desk:
    """Where somebody fills in pages: each one opened is on a machine of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder, self.numbers = browser, folder, count(1)

    def lay(self, page: bytes, name: str = "formulaire.html") -> Path:
        path = self.folder / name
        path.write_bytes(page)
        return path

    def open(self, page: bytes, **how: object) -> Tab:
        """Open a page in a fresh profile, with a folder of its own for what it gives."""
        number = next(self.numbers)
        path = self.lay(page, f"formulaire-{number}.html")
        folder = self.folder / f"machine-{number}"
        folder.mkdir()
        return self.browser.open(path.as_uri(), downloads=folder, **how)


def export(tab: Tab) -> bytes:
    """Ask for the answers, and give the bytes of the file."""
    before = len(tab.downloads)
    tab.click("#finish [data-do=export]")
    problems = "document.getElementById('problems').textContent"
    tab.wait(lambda: len(tab.downloads) > before or tab.run(problems))
    assert tab.run(problems) == ""
    return tab.downloaded(before + 1).read_bytes()


def sheet_in(data: bytes) -> AnswerSheet:
    return read_sheet(data.decode("utf-8"))


def load(tab: Tab, path: Path) -> str:
    """Load a file of answers, and give what the page says of it, its spaces made plain."""
    said = "[document.getElementById('told'), document.getElementById('problems')]"
    tab.run(f"{said}.forEach(one => one.replaceChildren()); 0")
    tab.upload("#file", path)
    text = f"{said}.map(one => one.textContent).join(' ').trim()"
    tab.wait(lambda: tab.run(text))
    return str(tab.run(text)).replace("\u00a0", " ").replace("\u202f", "")


def answers_in(data: bytes) -> dict[str, object]:
    found = json.loads(data)["answers"]
    assert isinstance(found, dict)
    return found


def pick(tab: Tab, question: str, value: str) -> None:
    tab.click(f'[id="{question}"] input[value="{value}"]')


def choose(tab: Tab, selector: str, value: str) -> None:
    """Choose in a list, as a person does: the value, and the event that says so."""
    tab.run(
        f"(s => {{ s.value = {value!r}; s.dispatchEvent(new Event('input', {{bubbles: true}}));"
        f" s.dispatchEvent(new Event('change', {{bubbles: true}})); }})"
        f"(document.querySelector({selector!r}))"
    )


def unfold(tab: Tab, question: str) -> None:
    tab.click(f'[id="{question}"] summary')


def field(question: str, part: str) -> str:
    return f'[id="{question}"] [data-part="{part}"]'
