"""The page printed from a browser: what is to be one sheet is one sheet."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.browser import Browser
from tests.report.kinds.pages import NAMES, pages_of

from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.writers.html import write

pytestmark = pytest.mark.chromium


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_the_page_for_a_committee_is_one_letter_sheet(
    browser: Browser, tmp_path: Path, name: str, language: Language
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(write(pages_of(name, PageKind.PAGE, language), Printing()))
    browser.open(page.as_uri()).print(tmp_path / "page.pdf")
    (sheet,) = PdfReader(tmp_path / "page.pdf").pages
    assert (sheet.mediabox.width, sheet.mediabox.height) == (612, 792)
