"""Word documents read back with python-docx: language, headings, tables, texts, links."""

import io
import re
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from tests.report.office import pages
from tests.report.office.pages import EN, FR

from scalecheck.report.blocks import Cell, Grid, Heading, Ladder, Paragraph
from scalecheck.report.page import Paper, Printing
from scalecheck.report.view.plane import Plane
from scalecheck.report.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def opened(*made, **printing):
    return docx.Document(io.BytesIO(write(made, Printing(**printing))))


def body(document):
    return document.element.body


def texts(document):
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body(document).iter(f"{W}p")]


@pytest.mark.parametrize(("language", "tag"), [(FR, "fr-CA"), (EN, "en-CA")])
def test_the_document_says_its_language_where_word_looks_for_it(language, tag):
    document = opened(pages.every_block(language))
    told = document.styles.element.find(f"{W}docDefaults//{W}lang")
    assert told.get(f"{W}val") == document.core_properties.language == tag


def test_words_of_another_language_are_marked():
    document = opened(pages.page(FR, Paragraph(Cell("a scale", lang="en"))))
    assert [one.get(f"{W}val") for one in body(document).iter(f"{W}lang")] == ["en-CA"]


def test_headings_use_the_styles_of_word_and_never_skip_a_level():
    document = opened(pages.every_block())
    levels = [
        int(one.style.name[-1]) for one in document.paragraphs if one.style.name[:7] == "Heading"
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == [
        "Les Cuisines"
    ]


def test_every_table_has_a_header_row_that_repeats_and_rows_that_stay_whole():
    tables = opened(pages.every_block()).tables
    assert len(tables) == 5
    for table in tables:
        first, *others = table._tbl.tr_lst
        assert first.find(f".//{W}tblHeader") is not None
        assert all(row.find(f".//{W}cantSplit") is not None for row in (first, *others))
        assert all(row.find(f".//{W}tblHeader") is None for row in others)


def test_no_cell_is_merged_and_every_column_has_a_width():
    for table in opened(pages.every_block(), pages.long_texts()).tables:
        assert not list(table._tbl.iter(f"{W}gridSpan", f"{W}vMerge"))
        widths = [int(one.get(f"{W}w")) for one in table._tbl.iter(f"{W}gridCol")]
        assert min(widths) > 0
        assert sum(widths) <= 9960


def test_actions_are_a_table_that_can_be_changed():
    table = opened(pages.every_block()).tables[2]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["Nº", "Action à mener", "Qui", "Durée", "Preuve"]
    assert cells[1] == ["1", "Plan 2 → 3\nChiffrer le plan.", "Porteur", "2 à 4 mois", ""]


def test_drawings_in_rows_are_marked_as_decorative_and_words_stand_beside():
    document = opened(pages.every_block())
    drawn = list(body(document).iter(f"{WP}docPr"))
    small = [one for one in drawn if one.get("descr") == ""]
    assert len(small) == 3
    assert len({one.get("id") for one in drawn}) == len(drawn)
    assert all("decorative" in one[0][0][0].tag for one in small)


def test_a_drawing_that_stands_alone_says_what_it_shows():
    block = next(one for one in pages.every_block().blocks if isinstance(one, Plane))
    drawn = body(opened(pages.every_block())).iter(f"{WP}docPr")
    assert [one.get("descr") for one in drawn if one.get("descr")] == [
        f"{block.caption}. {block.words}"
    ]


def test_only_addresses_and_places_that_exist_are_links():
    document = opened(pages.every_block())
    links = list(body(document).iter(f"{W}hyperlink"))
    names = {one.get(f"{W}name") for one in body(document).iter(f"{W}bookmarkStart")}
    outside = [document.part.rels[one.get(qn("r:id"))].target_ref for one in links[:1]]
    assert outside == [pages.LINK]
    assert [one.get(f"{W}anchor") in names for one in links[1:]] == [True]


def test_links_of_two_pages_lead_each_to_its_own():
    document = opened(pages.every_block(FR), pages.every_block(EN))
    names = [one.get(f"{W}name") for one in body(document).iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) == 6
    assert len(document.sections) == 2
    foot = [one.footer.paragraphs[0].text.split("\t")[1] for one in document.sections]
    assert foot == ["Page  de ", "Page  of "]  # the numbers are fields


def test_properties_name_the_page_and_nobody():
    told = opened(pages.every_block()).core_properties
    assert (told.title, told.subject, told.author) == ("Les Cuisines", "Rapport", "")
    assert told.last_modified_by == ""
    assert {str(told.created.date()), str(told.modified.date())} == {pages.DAY}


def test_the_foot_counts_the_pages_by_fields():
    xml = opened(pages.every_block()).sections[0].footer._element.xml
    assert re.findall(r'w:instr="(.*?)"', xml) == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(("paper", "width"), [(Paper.LETTER, 8.5), (Paper.A4, 8.27)])
def test_the_sheet_is_the_one_asked_for(paper, width):
    section = opened(pages.every_block(), paper=paper).sections[0]
    assert round(section.page_width.inches, 2) == width


def test_a_page_for_one_sheet_is_set_smaller():
    usual, small = opened(pages.page()), opened(pages.page(FR, single=True))
    assert small.styles["Title"].font.size < usual.styles["Title"].font.size
    assert small.sections[0].left_margin < usual.sections[0].left_margin


def test_lists_are_lists_and_each_count_begins_where_it_says():
    document = opened(pages.every_block())
    styles = [one.style.name for one in document.paragraphs if one.style.name.startswith("List")]
    assert styles == ["List Number", "List Number", "List Continue", "List Bullet", "List Bullet"]
    signs = [one.get(f"{W}val") for one in document.part.numbering_part.element.iter(f"{W}lvlText")]
    assert "●" in signs


def test_two_tables_in_a_row_stay_two():
    grid = Grid(("a",), ((Cell("b"),),))
    document = opened(pages.page(FR, grid, grid))
    assert len(document.tables) == 2
    between = [one.tag for one in body(document)]
    assert between == [f"{W}tbl", f"{W}p", f"{W}tbl", f"{W}p", f"{W}sectPr"]


@pytest.mark.parametrize("count", [1, 7, 8, 40])
def test_a_ladder_of_any_length_is_a_table_of_words(count):
    table = opened(pages.page(FR, Ladder(pages.stairs(count, 0), "Étapes"))).tables[0]
    said = {cell.text for row in table.rows for cell in row.cells}
    assert {f"Étape {n}" for n in range(1, count + 1)} <= said


def test_hostile_texts_stay_texts():
    document = opened(pages.hostile())
    said = "\n".join(texts(document))
    assert "=HYPERLINK(" in said and "</w:t></w:r></w:p>" in said
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", said)
    assert not [one for one in document.part.rels.values() if one.is_external]


def test_long_texts_are_all_there():
    assert any(text.endswith("mot11999") for text in texts(opened(pages.long_texts())))


def test_a_page_without_blocks_is_a_document():
    assert opened(pages.page()).tables == []


def test_no_page_is_refused():
    with pytest.raises(ValueError, match="page"):
        write((), Printing())


def test_a_place_named_twice_is_one_bookmark():
    twice = (Heading("Un", 2, "ici"), Heading("Deux", 2, "ici"))
    names = list(body(opened(pages.page(FR, *twice))).iter(f"{W}bookmarkStart"))
    assert len(names) == len({one.get(f"{W}name") for one in names})
