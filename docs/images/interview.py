"""Rebuild the pictures of the interview: the screen wide and narrow, and what the answers give.

    python docs/images/interview.py [FOLDER]

Needs scalecheck installed with its extra `tui`, and Chromium (see `make.py`).
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import scalecheck as sc
from scalecheck.forms.interview.screen.app import InterviewApp
from scalecheck.model.language import Language

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"

Shoot = Callable[[Path, Path, tuple[int, int]], None]

# Each picture: the size in characters, that of the picture in pixels, and what was typed before.
BEGUN = ("3", "2", "i", "2", "3", "3", "u", "2", "3", "left", "left", "left", "left")
PICTURES: dict[str, tuple[tuple[int, int], tuple[int, int], Sequence[str]]] = {
    "wide": ((110, 34), (1364, 906), BEGUN),
    "narrow": ((80, 24), (998, 662), BEGUN),
    "preview": ((110, 34), (1364, 906), (*BEGUN, "f4")),
}


def draw(language: Language, size: tuple[int, int], keys: Sequence[str]) -> str:
    """Draw the screen after some keys, as SVG: the same bytes for the same keys."""
    with tempfile.TemporaryDirectory() as work:
        project = Path(shutil.copy(PROJECT, work))
        options = sc.InterviewOptions(date="2027-04-15", blank=True)
        sitting = sc.open_interview(project, options, language=language)
        app = InterviewApp(sitting.interview, language, sitting.preview, sitting.save)
        return asyncio.run(_type(app, size, keys))


async def _type(app: InterviewApp, size: tuple[int, int], keys: Sequence[str]) -> str:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.export_screenshot(title="scalecheck interview project.yaml")


def picture_interview(language: str, folder: Path, work: Path, shoot: Shoot) -> None:
    """Picture the interview in a language; `shoot` is that of `make.py`."""
    for name, (size, pixels, keys) in PICTURES.items():
        drawn = draw(Language(language), size, keys)
        page = work / f"interview-{name}-{language}.html"
        page.write_text(f"<!doctype html><body style='margin:0'>{drawn}", encoding="utf-8")
        shoot(page, folder / f"interview-{name}-{language}.png", pixels)


def main() -> None:
    """Rebuild every picture of the interview."""
    from make import shoot

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for language in ("fr", "en"):
            picture_interview(language, folder, Path(work), shoot)


if __name__ == "__main__":
    main()
