"""Both files in LibreOffice, which shows their words, and under the schemas of Office."""

import subprocess
from pathlib import Path

import pytest
from tests.machine import convert, needed, schema_errors
from tests.report.office import pages
from tests.report.office.pages import EN, FR, RESULT

from scalecheck.report.page import Printing
from scalecheck.report.writers import docx, xlsx

pytestmark = pytest.mark.slow

WRITERS = {"docx": docx.write, "xlsx": xlsx.write}
ESSENTIALS = ("Les Cuisines", "Prêt à diffuser", "J3 ouvert", "Plan 2 → 3", "Chiffrer le plan")
MADE = {
    "fr": lambda: [pages.every_block(FR)],
    "en": lambda: [pages.every_block(EN)],
    "both": lambda: [pages.every_block(FR), pages.every_block(EN)],
    "hostile": lambda: [pages.hostile()],
    "long": lambda: [pages.long_texts()],
    "empty": lambda: [pages.page()],
}


@pytest.fixture(scope="module")
def pdftotext():
    return needed("pdftotext", variable="PDFTOTEXT")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", WRITERS)
def test_libreoffice_shows_the_essentials(kind, language, soffice, pdftotext, tmp_path):
    source = tmp_path / f"report.{kind}"
    source.write_bytes(WRITERS[kind](MADE[language](), Printing(result=RESULT)))
    printed = convert(soffice, tmp_path, "pdf", source) / "report.pdf"
    run = [pdftotext, "-layout", printed, "-"]
    shown = subprocess.run(run, check=True, capture_output=True).stdout.decode()
    assert [one for one in ESSENTIALS if one not in shown] == []
    assert shown.index("Prêt à diffuser") < 1200


@pytest.mark.parametrize("case", MADE)
@pytest.mark.parametrize("kind", WRITERS)
def test_the_schemas_of_office_find_no_fault(kind, case, validator, tmp_path):
    source = Path(tmp_path) / f"report.{kind}"
    source.write_bytes(WRITERS[kind](MADE[case](), Printing(result=RESULT)))
    assert schema_errors(validator, source) == []
