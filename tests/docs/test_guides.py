"""The guides can be lived as written: every command runs, in order, and shows its words."""

import re
from pathlib import Path

import living
import pages
import pytest

GUIDES = {
    "first-hour": {"fr": "docs/fr/premiere-heure.md", "en": "docs/en/first-hour.md"},
    "maintainer": {"fr": "docs/fr/rubric-maintainer.md", "en": "docs/en/rubric-maintainer.md"},
}
PAGES = [(pages["fr"], pages["en"]) for pages in GUIDES.values()]
EVERY = [(page, language) for guide in GUIDES.values() for language, page in guide.items()]


@pytest.mark.parametrize(("page", "language"), EVERY)
def test_a_guide_can_be_lived_as_written(page: str, language: str, tmp_path: Path) -> None:
    assert living.live(page, language, tmp_path) > 15


@pytest.mark.parametrize(("french", "english"), PAGES)
def test_both_pages_run_the_same_commands(french: str, english: str) -> None:
    def shape(page: str) -> list[list[str]]:
        ran = [b.text for b in pages.blocks(page) if b.mark.startswith("run")]
        return [[w for w in text.split() if "." not in w] for text in ran]

    assert shape(french) == shape(english)


@pytest.mark.parametrize(("page", "language"), EVERY)
def test_every_command_of_a_page_is_marked_and_run(page: str, language: str) -> None:
    promised = re.findall(r"^\$ scalecheck .*$", pages.read(page), re.MULTILINE)
    marked = [b.text.strip() for b in pages.blocks(page) if b.mark.startswith("run")]
    assert promised == marked


@pytest.mark.parametrize(("page", "language"), EVERY)
def test_a_page_serves_windows(page: str, language: str) -> None:
    assert "```powershell\n" in pages.read(page)
