"""Both files in LibreOffice, which shows their words, and under the schemas of Office."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
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


def needed(name, variable):
    found = os.environ.get(variable) or shutil.which(name)
    if found is None and os.environ.get("SCALECHECK_REQUIRE_ALL"):
        pytest.fail(f"{name} is required here, and it is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def soffice():
    return needed("soffice", "SOFFICE")


@pytest.fixture(scope="module")
def pdftotext():
    return needed("pdftotext", "PDFTOTEXT")


@pytest.fixture(scope="module")
def validator():
    return needed("ooxml-validator", "OOXML_VALIDATOR")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", WRITERS)
def test_libreoffice_shows_the_essentials(kind, language, soffice, pdftotext, tmp_path):
    source = tmp_path / f"report.{kind}"
    source.write_bytes(WRITERS[kind](MADE[language](), Printing(result=RESULT)))
    home = (tmp_path / "office").as_uri()
    run = [soffice, "--headless", f"-env:UserInstallation={home}", "--convert-to", "pdf"]
    subprocess.run(
        [*run, "--outdir", tmp_path, source], check=True, capture_output=True, timeout=180
    )
    shown = subprocess.run(
        [pdftotext, "-layout", tmp_path / "report.pdf", "-"], check=True, capture_output=True
    ).stdout.decode()
    assert [one for one in ESSENTIALS if one not in shown] == []
    assert shown.index("Prêt à diffuser") < 1200


@pytest.mark.parametrize("case", MADE)
@pytest.mark.parametrize("kind", WRITERS)
def test_the_schemas_of_office_find_no_fault(kind, case, validator, tmp_path):
    source = Path(tmp_path) / f"report.{kind}"
    source.write_bytes(WRITERS[kind](MADE[case](), Printing(result=RESULT)))
    done = subprocess.run([validator, source], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []
