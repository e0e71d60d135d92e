"""The analyst's guide can be lived as written, with nothing but what the core install brings."""

import re
import sys
from pathlib import Path

import living
import pages
import pytest

GUIDE = {"fr": "docs/fr/analyste.md", "en": "docs/en/analyst.md"}
EXTRAS = ("narwhals", "polars", "xlsxwriter", "python_calamine", "typst", "docx", "textual")


@pytest.fixture
def core_alone(tmp_path, monkeypatch):
    """A Python in which no optional part can be imported."""
    for name in EXTRAS:
        (tmp_path / "core" / name).mkdir(parents=True)
        text = f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n"
        (tmp_path / "core" / name / "__init__.py").write_text(text, encoding="utf-8")
    script = tmp_path / "core" / "python"
    folder = tmp_path / "core"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH="{folder}:$PYTHONPATH" exec {sys.executable} "$@"\n', "utf-8"
    )
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))


@pytest.mark.parametrize("language", GUIDE)
def test_the_guide_can_be_lived_as_written(language: str, tmp_path: Path, core_alone: None) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    assert living.live(GUIDE[language], language, folder) > 10


def test_both_pages_run_the_same_commands() -> None:
    def shape(page: str) -> list[list[str]]:
        ran = [b.text for b in pages.blocks(page) if b.mark.startswith("run")]
        return [[w for w in t.split() if "." not in w and "mem" not in w] for t in ran]

    assert shape(GUIDE["fr"]) == shape(GUIDE["en"])


@pytest.mark.parametrize("language", GUIDE)
def test_every_command_is_marked_and_run(language: str) -> None:
    page = GUIDE[language]
    promised = re.findall(r"^\$ scalecheck .*$", pages.read(page), re.MULTILINE)
    assert promised == [b.text.strip() for b in pages.blocks(page) if b.mark.startswith("run")]
    assert "```powershell\n" in pages.read(page)


@pytest.mark.parametrize("language", GUIDE)
def test_every_column_of_results_is_explained(language: str) -> None:
    import scalecheck
    from scalecheck.api.portfolio_sources import Reading, result_names
    from scalecheck.portfolio.mapping.columns import Instrument

    page = pages.read(GUIDE[language])
    rubric = scalecheck.load_rubric("screening")
    fixed = [n for n in result_names(Reading(Instrument(rubric))) if n.split(".")[0] in _FAMILIES]
    missing = [n for n in fixed if n not in page and f"`.{n.split('.')[1]}`" not in page]
    assert missing == []


_FAMILIES = ("level", "stage", "readiness", "questions", "problem")
