"""Numbers stand to the right, under a title to the right, in every format that can."""

import io
import re
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from tests.report.kinds.pages import pages_of
from tests.report.pdf.samples import run_tool

from scalecheck.model.language import Language
from scalecheck.report import blocks as b
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.writers import docx as word
from scalecheck.report.writers import html, markdown, pdf, terminal, xlsx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVEL = "4 Prêt à diffuser"
every = pytest.mark.parametrize("language", Language)


def real(language):
    """A real page, and one table more: names of levels, and figures beside them."""
    (page,) = pages_of("cuisines-du-fjord", PageKind.PROJECT, language)
    rows = (("Un projet", LEVEL, "4"), ("Un autre", LEVEL, "6"))
    levels = b.Grid(("Projet", "Démontré", "Visé"), tuple(tuple(map(b.Cell, row)) for row in rows))
    return page._replace(view=None, blocks=(*page.blocks, levels))


def grids(page):
    return [one for one in page.blocks if isinstance(one, b.Grid) and one.rows]


def amounts(page):
    """The tables that hold an amount in their last column, as most do of what is paid."""
    return [one for one in grids(page) if "$" in getattr(one.rows[0][-1], "text", "")]


@every
def test_a_real_page_has_columns_of_numbers_and_columns_of_words(language):
    page = real(language)
    assert len(amounts(page)) == 5
    assert all(len(one.columns) - 1 in one.numbers for one in amounts(page))
    assert grids(page)[-1].numbers == set()


@every
def test_html(language):
    shown = html.write([real(language)], Printing()).decode()
    for one in amounts(real(language)):
        assert f'<th scope="col" class="number">{one.columns[-1]}</th>' in shown
    cells = re.findall(r"<td([^>]*)>([^<]*)</td>", shown)
    assert [look for look, text in cells if "$" in text and 'class="number"' not in look] == []
    assert [look for look, text in cells if text in (LEVEL, "4") and "number" in look] == []


@every
def test_markdown(language):
    shown = markdown.write([real(language)], Printing()).decode()
    for one in grids(real(language)):
        rule = "|".join(" ---: " if n in one.numbers else " --- " for n in range(len(one.columns)))
        assert f"|{rule}|" in shown


@every
def test_terminal(language):
    shown = terminal.write([real(language)], Printing(width=120)).decode().split("\n")
    paid = [line for line in shown if re.match(r"20\d\d .*\$?\d.*", line)]
    ends = {len(line) for line in paid if "Organisme" in line or "organisation" in line}
    assert len(paid) > 9
    assert len(ends) == 1


@every
def test_word(language):
    document = docx.Document(io.BytesIO(word.write([real(language)], Printing())))
    right = {
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if (side := cell._tc.find(f".//{W}jc")) is not None and side.get(f"{W}val") == "right"
    }
    for one in amounts(real(language)):
        assert {one.columns[-1], *(row[-1].text for row in one.rows)} <= right
    assert not {LEVEL, "4", "Visé"} & right


@every
def test_excel(language):
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write([real(language)], Printing())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    money = [cell for cell in cells if "$" in cell.number_format]
    assert len(money) > 20
    assert {cell.alignment.horizontal for cell in money} == {"right"}
    heads = {one.columns[-1] for one in amounts(real(language))}
    found = [one.alignment.horizontal for one in cells if one.value in heads and one.font.b]
    assert found.count("right") >= 5
    assert {one.alignment.horizontal for one in cells if one.value == LEVEL} == {"left"}


@every
def test_pdf(language, tmp_path):
    made = pdf.write([real(language)], Printing())
    boxes = run_tool("pdftotext", "-bbox", pdf=made, folder=tmp_path)
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", boxes))
    words = [one for one in root.iter() if one.tag.endswith("word")]
    paid = [one for one in words if re.search(r"\$|000$", one.text)]
    ends = [round(float(one.get("xMax"))) for one in paid]
    assert max(map(ends.count, ends)) >= 20
