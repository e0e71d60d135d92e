"""The fonts hold every sign that the program itself says, and come with their licence."""

import tomllib
from pathlib import Path

import pytest

from scalecheck.language.catalogue import FOLDER
from scalecheck.report.strips import DRAWN, PLAIN
from scalecheck.report.typst.letters import FONTS, LACKING, letters, shown

RUBRICS = Path(__file__).resolve().parents[3] / "rubrics"
EXAMPLES = RUBRICS.parent / "examples"
SIGNS = "●◆■▶□·✓✗→←↑↓–—…‑“”«»’×≥≤−½œŒÀÉÎÔÛàâçéèêëîïôûùüÿ€$%°²³•○△▲◇\u00a0\u202f"


def words(table: object) -> str:
    if isinstance(table, dict):
        return "".join(words(value) for value in table.values())
    return str(table)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/**/*.toml")), ids=lambda p: p.stem)
def test_no_word_of_the_program_lacks_a_letter(path: Path) -> None:
    said = words(tomllib.loads(path.read_text(encoding="utf-8")))
    assert LACKING not in shown(said) or LACKING in said


@pytest.mark.parametrize("text", ["".join(DRAWN), "".join(PLAIN), "∅◐?✓✗…"])
def test_every_sign_of_a_report_is_printed_or_has_its_like(text: str) -> None:
    assert LACKING not in shown(text)


def test_the_signs_of_blocks_are_in_the_font_itself() -> None:
    assert set(SIGNS) <= letters()


@pytest.mark.parametrize("path", sorted([*RUBRICS.rglob("*.yaml"), *EXAMPLES.rglob("*.yaml")]))
def test_no_rubric_or_example_lacks_a_letter(path: Path) -> None:
    assert LACKING not in shown(path.read_text(encoding="utf-8"))


def test_fonts_are_few_and_their_licence_is_beside_them() -> None:
    assert sum(font.stat().st_size for font in FONTS.glob("*.ttf")) < 1_500_000
    licence = (FONTS / "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(font.name in licence for font in FONTS.glob("*.ttf"))
