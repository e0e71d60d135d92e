"""Draw the Excel form for the documentation: LibreOffice, then PDF, then PNG.

    python docs/images/excel.py [FOLDER]

The sheets are those of an example, prefilled, in both languages.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import scalecheck

PROJECT = Path("examples/cuisines-du-fjord/project.yaml")
PAGES = {"guide": 1, "answers": 4}
DOTS = "110"


def draw(folder: Path, soffice: str = "soffice") -> None:
    """Write `form-xlsx-<sheet>-<language>.png` into a folder."""
    for language in ("fr", "en"):
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            form = scalecheck.make_form("xlsx", project=PROJECT, languages=(language,))
            (work / "form.xlsx").write_bytes(form.content)
            home = (work / "home").as_uri()
            run = [soffice, "--headless", f"-env:UserInstallation={home}", "--convert-to", "pdf"]
            run += ["--outdir", str(work), str(work / "form.xlsx")]
            subprocess.run(run, check=True, capture_output=True, timeout=300)
            for sheet, page in PAGES.items():
                target = folder / f"form-xlsx-{sheet}-{language}"
                pages = ["-f", str(page), "-l", str(page), "-r", DOTS, "-singlefile", "-png"]
                subprocess.run(["pdftoppm", *pages, work / "form.pdf", target], check=True)


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
