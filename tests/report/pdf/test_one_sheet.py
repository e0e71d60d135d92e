"""A page that asks for one sheet gets it, as long as letters stay readable."""

from pathlib import Path

import pytest
from tests.report.pdf.samples import BLOCKS, page, read, run_tool

from scalecheck.model.language import Language
from scalecheck.report.blocks import Break, Cell, Grid, Heading, Paragraph
from scalecheck.report.page import Page, Printing
from scalecheck.report.writers.pdf import sheets, write

LINE = "Une phrase de longueur moyenne, comme on en lit dans un rapport, et rien d’autre. "


def filled(lines: int, *, single: bool = True) -> Page:
    parts = (Paragraph(Cell(LINE * 2)) for _ in range(lines))
    table = Grid(("A", "B"), ((Cell("a"), Cell(LINE)),) * 4, "Détail")
    return page(*BLOCKS[:3], Heading("Partie"), *parts, table, single=single)


@pytest.mark.parametrize("lines", range(1, 14))
def test_a_page_that_can_be_set_closer_is_one_sheet(lines: int) -> None:
    assert sheets([filled(lines)], Printing()) == 1
    assert len(read(filled(lines)).pages) == 1


def test_the_same_words_took_two_sheets_as_they_came() -> None:
    assert sheets([filled(13, single=False)], Printing()) == 2


def test_what_cannot_fit_says_how_many_sheets_it_takes() -> None:
    assert sheets([filled(60)], Printing()) > 1


def test_a_break_within_one_sheet_is_left_out() -> None:
    assert (
        sheets([page(Paragraph(Cell("a")), Break(), Paragraph(Cell("b")), single=True)], Printing())
        == 1
    )


@pytest.mark.parametrize("language", Language)
def test_each_page_of_several_begins_a_sheet(language: Language) -> None:
    one = page(*BLOCKS[:3], single=True)
    assert sheets([one, one._replace(language=language)], Printing()) == 2


def test_no_letter_is_smaller_than_legible(tmp_path: Path) -> None:
    import re

    said = run_tool("pdftotext", "-bbox", pdf=write([filled(13)], Printing()), folder=tmp_path)
    heights = [
        float(bottom) - float(top)
        for top, bottom in re.findall(r'yMin="(\S+)" xMax="\S+" yMax="(\S+)">[a-zA-Zé]{4,}<', said)
    ]
    assert min(heights) > 7.5
