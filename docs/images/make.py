"""Rebuild the pictures of the documentation: reports and terminal, in both languages.

    python docs/images/make.py [FOLDER]

Needs scalecheck installed with its extra `pdf`, `pdftoppm`, and Chromium (`chromium` on the path,
or the variable `CHROMIUM`).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

import scalecheck as sc
from scalecheck.model.language import Language

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"
RUBRIC = ROOT / "rubrics" / "is-echelle.yaml"
WIDTH, HEIGHT, NARROW, TALL = 1000, 1300, 320, 1500
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
DARK = "--blink-settings=preferredColorScheme=0"


def shoot(page: Path, target: Path, size: tuple[int, int], *flags: str) -> None:
    """Take a picture of a page, in a browser with nothing of its own."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as profile:
        command = [
            browser,
            *FLAGS,
            *flags,
            f"--user-data-dir={profile}",
            f"--window-size={size[0]},{size[1]}",
            f"--screenshot={target}",
            page.resolve().as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def picture_report(run: sc.Run, language: str, folder: Path, work: Path) -> None:
    """Picture the HTML report: light, dark, and 320 pixels wide."""
    page = work / f"report-{language}.html"
    page.write_text(
        sc.render(run.assessment, "html", language=language, provenance=run.provenance),
        encoding="utf-8",
    )
    shoot(page, folder / f"report-{language}-light.png", (WIDTH, HEIGHT))
    shoot(page, folder / f"report-{language}-dark.png", (WIDTH, HEIGHT), DARK)
    # A browser window has a least width: the narrow page stands in a frame of its own.
    frame = work / f"narrow-{language}.html"
    frame.write_text(
        "<!doctype html><body style='margin:0'><iframe style='border:0;width:"
        f"{NARROW}px;height:{TALL}px' src='{page.name}'></iframe>",
        encoding="utf-8",
    )
    shoot(frame, folder / f"report-{language}-320.png", (NARROW, TALL))


def picture_terminal(run: sc.Run, language: str, folder: Path, work: Path) -> None:
    """Picture the terminal report, in colour."""
    shown = sc.render(
        run.assessment, "terminal", language=language, provenance=run.provenance, colour=True
    )
    console = Console(record=True, width=100, file=(work / "out").open("w", encoding="utf-8"))
    console.print(Text.from_ansi("\n".join(shown.splitlines()[:52])))
    command = f"scalecheck assess project.yaml --lang {language}"
    drawn = console.export_svg(title=command)
    page = work / f"terminal-{language}.html"
    page.write_text(f"<!doctype html><body style='margin:0'>{drawn}", encoding="utf-8")
    shoot(page, folder / f"terminal-{language}.png", (1240, 1330))


def picture_kinds(run: sc.Run, language: str, folder: Path, work: Path) -> None:
    """Picture the first sheet of each kind of report, as it is printed."""
    kinds = ("project", "page", "setting", "progress", "card", "evidence")
    editions = ((Language(language),),)
    for kind in kinds:
        first = next(iter(sc.make_reports(run, (kind,), ("pdf",), editions)))
        printed = work / first.name
        printed.write_bytes(first.content)
        target = folder / f"kind-{kind}-{language}"
        command = ["pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*command, str(printed), str(target)], check=True, timeout=120)


def main() -> None:
    """Rebuild every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    run = sc.assess_files(PROJECT, str(RUBRIC))
    with tempfile.TemporaryDirectory() as work:
        for language in ("fr", "en"):
            picture_report(run, language, folder, Path(work))
            picture_terminal(run, language, folder, Path(work))
            picture_kinds(run, language, folder, Path(work))


if __name__ == "__main__":
    main()
