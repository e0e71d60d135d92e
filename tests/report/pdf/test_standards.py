"""The PDF is what its standards ask: tagged, titled, in its language, with its fonts inside."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.report.pdf.samples import BLOCKS, RESULT, page, read, run_tool

from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Heading, Paragraph, Title
from scalecheck.report.page import Paper, Printing
from scalecheck.report.typst.printer import STANDARDS
from scalecheck.report.writers.pdf import sheets, write

ROOT = Path(__file__).resolve().parent.parent.parent.parent
AGAIN = """
import hashlib
from tests.report.pdf.samples import RESULT, page
from scalecheck.report.page import Printing
from scalecheck.report.writers.pdf import write
print(hashlib.sha256(write([page()], Printing(result=RESULT))).hexdigest())
"""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_every_block_compiles_alone_in_both_languages(number: int, language: Language) -> None:
    assert write([page(BLOCKS[number], language=language)], Printing()).startswith(b"%PDF-")


def test_a_page_of_every_block_claims_both_standards() -> None:
    found = read(page())
    metadata = found.root_object["/Metadata"].get_data().decode()
    assert STANDARDS == ["ua-1", "a-3a"]
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:part>3<" in metadata
    assert "<pdfaid:conformance>A<" in metadata


@pytest.mark.parametrize("language", Language)
def test_language_title_and_tags_are_said(language: Language) -> None:
    found = read(page(language=language))
    root = found.root_object
    assert root["/Lang"] == f"{language}-CA"
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    assert found.metadata is not None
    assert found.metadata.title == "Les Cuisines partagées"
    assert found.metadata.subject == "Rapport de maturité"
    assert "scalecheck" in str(found.metadata["/Keywords"])
    assert found.metadata.author is None


def test_two_builds_have_the_same_bytes_wherever_they_are_made() -> None:
    here = hashlib.sha256(write([page()], Printing(result=RESULT))).hexdigest()
    there = []
    for zone, locale in (("Asia/Tokyo", "C"), ("America/Toronto", "fr_CA.UTF-8")):
        said = subprocess.run(
            [sys.executable, "-c", AGAIN],
            env=os.environ | {"TZ": zone, "LANG": locale, "PYTHONHASHSEED": zone[-1:] and "7"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        there.append(said.stdout.strip())
    assert there == [here, here]


@pytest.mark.parametrize("day", ["", "2026", "2026-10", "hier"])
def test_a_page_without_a_day_is_the_same_twice(day: str) -> None:
    undated = page()._replace(day=day)
    assert write([undated], Printing()) == write([undated], Printing())


def test_the_day_of_the_page_is_the_only_date() -> None:
    found = read(page())
    assert found.metadata is not None
    dates = {str(value) for key, value in found.metadata.items() if key.endswith("Date")}
    assert dates
    assert all(date.startswith("D:20261015") for date in dates)


def test_the_result_is_attached_as_it_is() -> None:
    found = read(page(), printing=Printing(result=RESULT))
    assert found.attachments == {"result.json": [RESULT.encode()]}
    (file,) = found.root_object["/AF"]
    described = file.get_object()
    assert described["/AFRelationship"] == "/Data"
    assert described["/Desc"]


def test_no_result_leaves_no_attachment() -> None:
    assert not read(page()).attachments


def test_fonts_are_inside_and_none_is_a_drawing(tmp_path: Path) -> None:
    said = run_tool("pdffonts", pdf=write([page()], Printing()), folder=tmp_path)
    rows = said.splitlines()[2:]
    assert rows
    assert "Type 3" not in said
    assert all(re.search(r"\byes +yes +yes\b", row) for row in rows)


def test_headings_are_bookmarks_and_skip_no_level() -> None:
    outline = str(read(page(Heading("Trop bas", 3), Heading("Partie"), Heading("Sous", 3))).outline)
    assert all(title in outline for title in ("Trop bas", "Partie", "Sous"))


def test_links_lead_to_addresses_and_parts_and_nowhere_else() -> None:
    hostile = ("javascript:alert(1)", "file:///etc/passwd", "#nowhere", "#", "//example.org")
    blocks = [Paragraph(Cell("words", link=link)) for link in hostile]
    assert not links(read(page(*blocks)))
    assert links(read(page())) == {"https://example.org/r?a=1&b=2", "inside"}


def links(found) -> set[str]:  # type: ignore[no-untyped-def]
    marks = [a.get_object() for sheet in found.pages for a in sheet.get("/Annots", ())]
    return {str(mark["/A"]["/URI"]) if "/URI" in mark.get("/A", {}) else "inside" for mark in marks}


def test_two_parts_of_one_name_are_no_fault() -> None:
    twice = (Heading("Une", place="p"), Heading("Deux", place="p"), Paragraph(Cell("v", link="#p")))
    assert write([page(*twice), page(*twice, language=Language.EN)], Printing())


def test_an_edition_in_both_languages_marks_each() -> None:
    found = read(page(), page(language=Language.EN))
    text = "\n".join(sheet.extract_text() for sheet in found.pages)
    count = len(found.pages)
    assert f"Page 1 de {count}" in text
    assert f"Page {count} of {count}" in text
    assert "/Lang" in str(found.root_object)
    tree = repr(lang_tags(found.root_object["/StructTreeRoot"]))
    assert "en" in tree


def lang_tags(node) -> set[str]:  # type: ignore[no-untyped-def]
    node = node.get_object()
    if isinstance(node, list):
        return set().union(*(lang_tags(child) for child in node))
    if not isinstance(node, dict):
        return set()
    said = {str(node["/Lang"])} if "/Lang" in node else set()
    return said | (lang_tags(node["/K"]) if "/K" in node else set())


def test_words_in_another_language_are_marked() -> None:
    said = page(Paragraph(Cell("Words in English", lang="en-CA")), Title("", "x", ""))
    assert any(tag.startswith("en") for tag in lang_tags(read(said).root_object["/StructTreeRoot"]))


def test_figures_have_words_in_their_place() -> None:
    alternatives = "\n".join(alts(read(page()).root_object["/StructTreeRoot"]))
    assert "1. Étape 1, done (0 reached, 1 possible" in alternatives
    assert "Préparation 1 à 2, usage 1." in alternatives


def alts(node) -> list[str]:  # type: ignore[no-untyped-def]
    node = node.get_object()
    if isinstance(node, list):
        return [said for child in node for said in alts(child)]
    if not isinstance(node, dict):
        return []
    said = [str(node["/Alt"])] if "/Alt" in node else []
    return said + (alts(node["/K"]) if "/K" in node else [])


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
def test_the_sheet_is_the_one_asked(paper: Paper, size: tuple[int, int]) -> None:
    box = read(page(), printing=Printing(paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_sheets_are_counted_as_they_are_printed() -> None:
    assert sheets([page()], Printing()) == len(read(page()).pages) > 1
