"""Every link of the documentation leads somewhere, anchors included."""

import re
import unicodedata
from pathlib import Path

import pages
import pytest

DOCUMENTS = [
    *(
        pages.TOP / name
        for name in ("README.md", "README.fr.md", "CONTRIBUTING.md", "CHANGELOG.md")
    ),
    *sorted((pages.TOP / "docs").rglob("*.md")),
]
# NOTE: pictures are drawn by `docs/images/make.py`, after the documentation is written.
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def anchor(heading: str) -> str:
    """The anchor of a heading, as code hosts make them."""
    kept = [c for c in heading.strip().lower() if c in "- " or unicodedata.category(c)[0] in "LN"]
    return "".join(kept).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {anchor(m) for m in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(pages.TOP)))
def test_every_link_leads_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    broken = []
    for link in _LINK.findall(text):
        target, _, fragment = link.partition("#")
        if "://" in target:
            continue
        path = (document.parent / target).resolve() if target else document
        if not path.exists() or (fragment and fragment not in anchors(path)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_index_names_every_page_of_its_language(language: str) -> None:
    folder = pages.TOP / "docs" / language
    index = (folder / "index.md").read_text(encoding="utf-8")
    others = [p.name for p in folder.glob("*.md") if p.name != "index.md"]
    assert [name for name in others if f"({name})" not in index] == []
