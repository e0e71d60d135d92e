"""Workbooks read back with calamine and as XML: sheets, tables, numbers, hostile texts."""

import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.report.office import pages
from tests.report.office.pages import EN, FR

from scalecheck.language.numbers import money, number, percent
from scalecheck.report.blocks import Cell, Grid, Heading
from scalecheck.report.excel.naming import sheet_name
from scalecheck.report.excel.values import LONGEST, pieces, read_number
from scalecheck.report.office.package import read_parts
from scalecheck.report.page import Printing
from scalecheck.report.writers.xlsx import write

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(*made, **printing):
    return write(made, Printing(**printing))


def sheets(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def roots(data, folder):
    parts = read_parts(data)
    names = sorted(name for name in parts if re.fullmatch(rf"xl/{folder}/\w+\.xml", name))
    return [ElementTree.fromstring(parts[name]) for name in names]


def said(rows):
    return {cell for row in rows for cell in row if cell != ""}


def test_the_first_sheet_is_the_essential_and_names_the_others():
    found = sheets(written(pages.every_block()))
    first, *others = found
    assert [first, *others] == [
        "L’essentiel",
        "Profil",
        "Critères détail suite",
        "Préparation et usage",
    ]
    essential = said(found[first])
    assert {"Prêt à diffuser", "Dans ce classeur", *others} <= essential
    assert "1. Plan 2 → 3" in essential


def test_two_languages_are_two_sets_of_sheets():
    names = list(sheets(written(pages.every_block(FR), pages.every_block(EN))))
    assert names[0] == "L’essentiel"
    assert names[4] == "Summary"
    assert len(names) == len(set(names)) == 8


def test_grids_are_tables_with_a_header_row_and_filters():
    tables = roots(written(pages.every_block()), "tables")
    names = [[one.get("name") for one in table.iter(f"{S}tableColumn")] for table in tables]
    assert ["Dimension", "0 1 2 3 4", "Niveau"] in names
    assert all(table.find(f"{S}autoFilter") is not None for table in tables)


def test_panes_are_frozen_under_the_header_and_print_is_set():
    for sheet in roots(written(pages.every_block()), "worksheets"):
        assert sheet.find(f".//{S}pane").get("state") == "frozen"
        assert sheet.find(f"{S}pageSetup").get("fitToHeight") == "0"
        assert sheet.find(f"{S}mergeCells") is None
        assert not list(sheet.iter(f"{S}f"))


def test_numbers_are_numbers_and_the_rest_are_texts():
    texts = (
        "2",
        "1–2",
        "02",
        "?",
        "12,5",
        "25\u00a0%",
        "1\u00a0250\u00a0000\u00a0$",
        "1\u00a0234",
        "1.10",
        "-3",
    )
    grid = Grid(("a",), tuple((Cell(text),) for text in texts))
    rows = sheets(written(pages.page(FR, Heading("x"), grid)))["L’essentiel"]
    column = [row[0] for row in rows if row[0] != ""]
    assert column[2:12] == [2, "1–2", "02", "?", 12.5, 0.25, 1_250_000, 1234, "1.10", -3]


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([FR, EN]))
def test_our_own_numbers_are_read_as_they_are(value, language):
    assert read_number(number(value, language, 2), language).value == float(value)
    assert read_number(percent(value / 100, language, 2), language).value == pytest.approx(
        float(value) / 100
    )
    if value >= 0:
        assert read_number(money(value, "CAD", language), language).value == float(value)


@given(st.text())
def test_no_text_breaks_the_reading_of_numbers(text):
    found = read_number(text, FR)
    assert found is None or found.value == found.value


def test_hostile_texts_stay_texts():
    data = written(pages.hostile())
    cells = {cell for rows in sheets(data).values() for cell in said(rows)}
    assert '=HYPERLINK("http://example.org","x")' in cells
    assert all(not list(sheet.iter(f"{S}f")) for sheet in roots(data, "worksheets"))
    targets = b"".join(part for name, part in read_parts(data).items() if name.endswith(".rels"))
    assert b"javascript" not in targets and b"External" not in targets


def test_long_texts_go_on_in_the_next_row_and_none_is_lost():
    found = sheets(written(pages.long_texts()))
    rows = [row for rows in found.values() for row in rows]
    whole = " ".join(str(row[1]) for row in rows if str(row[0]).startswith("Court"))
    assert whole == " ".join(f"mot{n}" for n in range(12_000))
    assert any("(suite)" in str(row[0]) for row in rows)
    assert any("trop long" in str(cell) for cell in said(rows))


@given(st.text(max_size=200), st.integers(1, 400))
def test_pieces_hold_all_of_a_text(text, times):
    cut = list(pieces(text * times))
    assert "".join(cut) == text * times
    assert all(len(one.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST for one in cut)


@given(st.lists(st.text(max_size=60), max_size=20))
def test_names_of_sheets_are_those_that_excel_allows(titles):
    taken: set[str] = set()
    names = [sheet_name(title, taken) for title in titles]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'" != name[-1]


@pytest.mark.parametrize(("language", "tag"), [(FR, b"fr-CA"), (EN, b"en-CA")])
def test_properties_name_the_page_its_language_and_nobody(language, tag):
    parts = read_parts(written(pages.every_block(language)))
    core = parts["docProps/core.xml"]
    assert b"<dc:title>Les Cuisines</dc:title>" in core
    assert b"<dc:language>" + tag in core and tag in parts["docProps/custom.xml"]
    assert b"2026-10-15T00:00:00Z" in core
    assert b"<dc:creator></dc:creator>" in core or b"<dc:creator/>" in core


def test_no_page_is_refused():
    with pytest.raises(ValueError, match="page"):
        write((), Printing())
