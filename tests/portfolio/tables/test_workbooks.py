"""Workbooks looked through before they are read: what would take all memory is refused."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from tests.portfolio.samples import NAMES, ROWS, as_ods, as_xlsx

from scalecheck.errors import UnreadableSource
from scalecheck.portfolio.tables import package
from scalecheck.portfolio.tables.open import open_table

SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


def opened(folder, content, name="t.xlsx"):
    path = folder.path / name
    path.write_bytes(content)
    return open_table(path, lambda _, names: sum(one in NAMES for one in names))


def lines(table):
    return [(list(line.cells), [one.code for one in line.faults]) for line in table.lines()]


def refused(folder, content, name="t.xlsx"):
    with pytest.raises(UnreadableSource) as caught:
        lines(opened(folder, content, name))
    return caught.value.diagnostics[0]


def rebuilt(content, part=SHEET, more=(), **replaced):
    """The same package with some bytes of a part replaced, and parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in replaced.get("swap", ()) if name == part else ():
                assert before in data, (name, before)
                data = data.replace(before, after)
            new.writestr(name, data)
        for name, data in more:
            new.writestr(name, data)
    return out.getvalue()


def far_away():
    return rebuilt(as_xlsx(), swap=[(b"</sheetData>", FAR)])


@pytest.mark.parametrize("name", ["t.xlsx", "t.xlsm", "t.XLSX"])
def test_one_cell_at_the_far_end_is_refused_with_the_size_it_asks_for(folder, name):
    found = refused(folder, far_away(), name)
    assert (found.code, dict(found.facts)) == (
        "table-too-spread",
        {"rows": "1048576", "columns": "16384"},
    )


def test_single_quotes_hide_no_cell(folder):
    content = rebuilt(far_away(), swap=[(b'"XFD1048576"', b"'XFD1048576'")])
    assert refused(folder, content).code == "table-too-spread"


def test_empty_cells_far_away_are_only_drawn(folder):
    bare = b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    content = rebuilt(as_xlsx(), swap=[(b"</sheetData>", bare)])
    assert len(lines(opened(folder, content))) == len(ROWS)


def test_a_far_sheet_that_bears_another_name_is_found(folder):
    relations = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(io.BytesIO(far_away())) as book:
        sheet = book.read(SHEET)
    other = rebuilt(
        as_xlsx(),
        relations,
        more=[("xl/worksheets/sheet1.bin", sheet)],
        swap=[(b"worksheets/sheet1.xml", b"worksheets/sheet1.bin")],
    )
    assert refused(folder, other).code == "table-not-a-workbook"
    twice = rebuilt(as_xlsx(), more=[(SHEET.upper(), sheet)])
    assert refused(folder, twice).code == "table-not-a-workbook"


def test_a_document_type_is_refused(folder):
    declared = b'standalone="yes"?><!DOCTYPE w [<!ENTITY a "a">]>'
    content = rebuilt(as_xlsx(), swap=[(b'standalone="yes"?>', declared)])
    assert refused(folder, content).code == "table-not-a-workbook"


def test_a_part_larger_than_it_claims_is_refused(folder):
    content = bytearray(as_xlsx())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        size = book.getinfo(SHEET).file_size.to_bytes(4, "little")
    at = content.rfind(SHEET.encode()) - 46 + 24  # the size, in the list of all parts
    assert content[at : at + 4] == size
    content[at : at + 4] = (100).to_bytes(4, "little")
    assert refused(folder, bytes(content)).code == "table-not-a-workbook"


def test_more_than_a_table_holds_is_refused_before_it_is_unpacked(folder, monkeypatch):
    monkeypatch.setattr(package, "_MOST_BYTES", 100_000)
    content = rebuilt(as_xlsx(), swap=[(b"</worksheet>", b"</worksheet>" + b" " * 100_000)])
    assert refused(folder, content).code == "table-too-large"


def test_single_quotes_hide_no_error(folder):
    at = NAMES.index("ampleur")
    wrong = as_xlsx(after=lambda sheet: sheet.write_formula(3, at, "=NA()", None, "#N/A"))
    content = rebuilt(wrong, swap=[(b'r="E4" t="e"', b"r='E4' t='e'")])
    found = lines(opened(folder, content))
    assert [codes for _, codes in found] == [[], [], ["table-error-cell"], [], [], []]


def test_what_is_repeated_in_a_document_is_marked_as_often(folder):
    error = 'calcext:value-type="error" table:number-columns-repeated="2"'
    content = rebuilt(
        as_ods(ROWS[:3], {"p2": 'table:number-rows-repeated="1"', "Un toit": error}),
        "content.xml",
        swap=[
            (
                b'<table:table-row><table:table-cell office:value-type="string" '
                b'table:number-rows-repeated="1">',
                b'<table:table-row table:number-rows-repeated="2">'
                b'<table:table-cell office:value-type="string">',
            )
        ],
    )
    found = lines(opened(folder, content, "t.ods"))
    twice = ["table-error-cell"] * 2
    assert [codes for _, codes in found] == [[], twice, twice, []]


@pytest.mark.parametrize(
    ("row", "cell"),
    [('"1048570"', '"16000"'), ('"99999999999"', '"1"'), ('"1"', '"999999"'), ('"0"', '"1"')],
)
def test_a_document_that_repeats_without_end_is_refused(folder, row, cell):
    last = (
        f"<table:table-row table:number-rows-repeated={row}><table:table-cell"
        f' office:value-type="string" table:number-columns-repeated={cell}>'
        "<text:p>1</text:p></table:table-cell></table:table-row>\n</table:table>"
    )
    content = rebuilt(as_ods(), "content.xml", swap=[(b"\n</table:table>", last.encode())])
    assert refused(folder, content, "t.ods").code in ("table-too-spread", "table-not-a-workbook")


def test_the_blank_rows_at_the_end_of_every_document_are_nothing(folder):
    blank = (
        '<table:table-row table:number-rows-repeated="1048569"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>\n</table:table>'
    )
    content = rebuilt(as_ods(), "content.xml", swap=[(b"\n</table:table>", blank.encode())])
    assert len(lines(opened(folder, content, "t.ods"))) == len(ROWS)


def book_of(**sheets):
    """A workbook of some sheets, each a list of rows; `_` before a name hides the sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.removeprefix("_"))
        sheet.sheet_state = "hidden" if name.startswith("_") else "visible"
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TABLE = [NAMES, *ROWS]


def test_the_sheet_of_projects_is_read_wherever_it_stands(folder):
    table = opened(folder, book_of(Notes=[["Bonjour"], ["à lire"]], Projets=TABLE))
    assert (table.sheet, table.remarks) == ("Projets", [])
    assert len(lines(table)) == len(ROWS)


def test_another_sheet_of_projects_is_named(folder):
    table = opened(folder, book_of(A2025=TABLE, A2026=TABLE, Listes=[["a"], ["b"]]))
    assert table.sheet == "A2025"
    assert [(one.code, dict(one.facts)) for one in table.remarks] == [
        ("table-other-sheets", {"sheet": "A2025", "names": "A2026"})
    ]


def test_a_hidden_sheet_comes_after_those_that_are_seen(folder):
    assert opened(folder, book_of(_Cache=TABLE, Vue=TABLE)).sheet == "Vue"
