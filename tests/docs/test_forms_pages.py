"""The pages on forms can be lived as written: every command runs, in order."""

from pathlib import Path

import living
import pages
import pytest

PAGES = {"fr": "docs/fr/formulaires.md", "en": "docs/en/forms.md"}


@pytest.mark.parametrize("language", PAGES)
def test_a_page_can_be_lived_as_written(language: str, tmp_path: Path) -> None:
    assert living.live(PAGES[language], language, tmp_path) == 8


def test_both_pages_run_the_same_commands() -> None:
    def shape(page: str) -> list[list[str]]:
        ran = [b.text for b in pages.blocks(page) if b.mark.startswith("run")]
        return [[w for w in text.split() if "." not in w] for text in ran]

    assert shape(PAGES["fr"]) == shape(PAGES["en"])
