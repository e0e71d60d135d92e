"""Files from strangers: what a workbook may be before a cell of it is read."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.excel.books import FR, blank_form, fjord, read, repack, sheet_of

from scalecheck.forms.excel import find_mark, write
from scalecheck.forms.excel.back import package
from scalecheck.forms.excel.back.faults import find_faults, spot
from scalecheck.forms.excel.back.grids import read_grids, said
from scalecheck.forms.excel.written.places import address
from scalecheck.forms.filled import UnreadableForm

FORM = write(blank_form("screening"), (FR,))


def far(cell):
    """Put a cell at the far end of a sheet: a reader that trusts it asks for all the memory."""
    row = "".join(filter(str.isdigit, cell))
    added = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    return lambda part: part.replace(b"</sheetData>", added)


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "XFD9", "ZZ90000"])
def test_a_cell_far_away_is_refused_before_it_costs_anything(cell):
    with pytest.raises(UnreadableForm) as refused:
        find_mark(repack(FORM, xl__worksheets__sheet2=far(cell)), "x.xlsx")
    assert refused.value.misread.code == "form-unreadable"


def document(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", content)
    return out.getvalue()


ALIKE = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
    '<office:spreadsheet><table:table table:name="A"><table:table-row '
    'table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{cols}" '
    'office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


@pytest.mark.parametrize(("rows", "cols"), [(1_000_000, 1), (1, 16_384), (90_000, 1_500)])
def test_cells_told_once_and_meant_a_million_times_are_refused(rows, cols):
    with pytest.raises(UnreadableForm):
        find_mark(document(ALIKE.format(rows=rows, cols=cols)), "x.ods")


@pytest.mark.parametrize("first", [b"<!DOCTYPE a []>", b'<!ENTITY a "b">'])
def test_a_part_that_defines_entities_is_refused(first):
    with pytest.raises(UnreadableForm):
        find_mark(repack(FORM, xl__workbook=lambda part: first + part), "x.xlsx")


def test_a_part_that_unpacks_beyond_any_form_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES", 10_000)
    with pytest.raises(UnreadableForm):
        find_mark(FORM, "x.xlsx")


def test_a_package_of_too_many_parts_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for n in range(3_000):
            packed.writestr(f"{n}.xml", "")
    with pytest.raises(UnreadableForm):
        find_mark(out.getvalue(), "x.xlsx")


def test_parts_that_are_no_text_are_never_handed_on():
    out = io.BytesIO(FORM)
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/media/image1.png", b"x" * 100)
        packed.writestr("xl/vbaProject.bin", b"x" * 100)
    kept = package.read_package(out.getvalue())
    assert all(name.endswith((".xml", ".rels")) for name in kept)
    assert read(out.getvalue()).misread == ()


@given(
    st.integers(0, 10**9), st.integers(0, 255), st.sampled_from(("sheet4", "sheet9", "workbook"))
)
@settings(max_examples=40, deadline=None)
def test_a_workbook_with_one_byte_changed_is_read_or_refused(at, byte, part):
    def change(data):
        place = at % len(data)
        return data[:place] + bytes([byte]) + data[place + 1 :]

    folder = "xl__" if part == "workbook" else "xl__worksheets__"
    changed = repack(FORM, **{folder + part: change})
    try:
        assert find_mark(changed, "x.xlsx") is None or read(changed) is not None
    except UnreadableForm as refused:
        assert refused.misread.code.startswith("form-")


def test_nothing_is_odd_in_a_form_of_ours_but_its_own_formulas():
    faults = find_faults(package.read_package(write(fjord(), (FR,))))
    assert all(not one.errors and not one.merged for one in faults.values())
    assert len(faults["Évaluation"].formulas) == 1 + 2 * 19


@pytest.mark.parametrize("name", ["A1", "Z9", "AA10", "AZ3", "BA1", "XFD1048576"])
def test_cells_are_named_as_people_do(name):
    assert address(*spot(name)) == name


@pytest.mark.parametrize(
    ("value", "text"),
    [(3.0, "3"), (0.1 + 0.2, "0.3"), (-2.50, "-2.5"), (1e21, "1" + "0" * 21), (100.0, "100"),
     (True, "yes"), (None, ""), ("a\r\nb\x00", "a\nb")],
)  # fmt: skip
def test_values_are_written_as_they_would_be_typed(value, text):
    assert said(value) == text


def test_a_file_of_another_kind_gives_no_sheet():
    assert read_grids(b"hello") is None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")
    assert read_grids(out.getvalue()) is None


def test_a_form_is_read_as_often_as_one_likes():
    assert sheet_of(read(FORM)) == sheet_of(read(FORM)) == blank_form("screening").sheet
