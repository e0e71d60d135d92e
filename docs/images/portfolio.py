"""Rebuild the pictures of a portfolio: its dashboard, and the first sheet of its report.

    python docs/images/portfolio.py [FOLDER]

Needs scalecheck with its extra `pdf` and its tests on the path, `pdftoppm`, and Chromium
(`chromium` on the path, or the variable `CHROMIUM`).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import Browser  # noqa: E402

import scalecheck as sc  # noqa: E402
from scalecheck.model.language import Language  # noqa: E402

TABLE = ROOT / "examples" / "portfolio" / "portfolio.csv"
RUBRIC = ROOT / "rubrics" / "is-echelle.yaml"
TARGETS = {"purpose": {"pilot": Fraction(3, 10), "scaling": Fraction(1, 2)}}
DAY = "2026-11-23"
SIZE = 1100, 1500  # pixels


def picture_dashboard(read: sc.Portfolio, language: Language, folder: Path, work: Path) -> None:
    """Picture the dashboard as somebody sees it who opens it."""
    options = sc.FundOptions(targets=TARGETS, day=DAY)
    (made,) = sc.make_fund_reports(read, ("dashboard",), ("html",), (language,), options)
    page = work / made.name
    page.write_bytes(made.content)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with Browser(chromium, work / f"browser-{language}") as browser:
        tab = browser.open(page.as_uri(), width=SIZE[0], height=SIZE[1])
        tab.picture(folder / f"dashboard-{language}.png", whole=False)


def picture_report(read: sc.Portfolio, language: Language, folder: Path, work: Path) -> None:
    """Picture the first sheet of the report, as it is printed."""
    options = sc.FundOptions(targets=TARGETS, day=DAY)
    (made,) = sc.make_fund_reports(read, ("portfolio",), ("pdf",), (language,), options)
    printed = work / made.name
    printed.write_bytes(made.content)
    target = folder / f"portfolio-report-{language}"
    command = ["pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, str(printed), str(target)], check=True, timeout=120)


def main() -> None:
    """Rebuild every picture of a portfolio."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    read = sc.read_portfolio([TABLE], sc.PortfolioOptions(rubric=str(RUBRIC), as_of=DAY))
    with tempfile.TemporaryDirectory() as work:
        for language in Language:
            picture_dashboard(read, language, folder, Path(work))
            picture_report(read, language, folder, Path(work))


if __name__ == "__main__":
    main()
