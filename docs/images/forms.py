"""Rebuild the pictures of the offline form: filled in, at 1000 and 320 pixels, light and dark.

    python docs/images/forms.py [FOLDER]

Needs scalecheck and its tests on the path, and Chromium (`chromium` on the path, or the variable
`CHROMIUM`).
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import Browser, Tab  # noqa: E402

import scalecheck as sc  # noqa: E402
from scalecheck.forms.page import write  # noqa: E402
from scalecheck.forms.questionnaire import make_questionnaire  # noqa: E402
from scalecheck.model.language import Language  # noqa: E402
from scalecheck.model.open_sheet import open_for  # noqa: E402

PROJECT = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"
RUBRIC = ROOT / "rubrics" / "is-echelle.yaml"
SIZES = {"light": (1000, 1250), "dark": (1000, 1250), "320": (320, 1250)}
# What is seen: a question in the middle of the form, its level chosen by somebody.
SCENE = """(() => {
  const question = document.querySelectorAll('fieldset.question')[3];
  question.querySelectorAll('.level input')[3].click();
  question.querySelector('.more').open = true;
  question.scrollIntoView();
})()"""


def page_in(language: Language) -> bytes:
    """Make the form of the example, to be filled in again, with its last answers beside."""
    rubric, project = sc.load_rubric(RUBRIC), sc.load_project(PROJECT)
    opening = open_for(project, rubric, "0" * 64, language, blank=True)
    others = tuple(one for one in Language if one is not language)
    asked = make_questionnaire(rubric, opening.sheet, sc.load_vocabularies(), opening.last)
    return write(asked, (language, *others))


def picture(browser: Browser, page: Path, target: Path, kind: str) -> None:
    """Picture the form as somebody sees it who has come to its fourth question."""
    width, height = SIZES[kind]
    scheme = "dark" if kind == "dark" else "light"
    tab: Tab = browser.open(page.as_uri(), width=width, height=height, scheme=scheme)
    tab.run(SCENE)
    tab.picture(target, whole=False)


def main() -> None:
    """Rebuild every picture of the form."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as work, Browser(chromium, work) as browser:
        for language in Language:
            page = Path(work) / f"form-{language}.html"
            page.write_bytes(page_in(language))
            for kind in SIZES:
                picture(browser, page, folder / f"form-html-{language}-{kind}.png", kind)


if __name__ == "__main__":
    main()
