"""Strangers' texts stay texts: nothing in them is markup, stops the printer or leaves the sheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.pdf.samples import page, read, run_tool, words_of

from scalecheck.model.language import Language
from scalecheck.report.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Deed,
    Deeds,
    Dots,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Strip,
    Title,
    Verdict,
)
from scalecheck.report.layout.hyphens import HYPHEN
from scalecheck.report.page import Printing
from scalecheck.report.typst.letters import LACKING, letters, pieces, shown
from scalecheck.report.view.levels import Box, BoxState, Stair, StepState
from scalecheck.report.view.mark import Row
from scalecheck.report.writers.pdf import write

MARKUP = (
    '#read("report.typ")',
    "#panic()",
    "$x^2$",
    "*a* _b_ `c`",
    "@ref <label>",
    r"\u{41} \ c:\d",
    "= Titre",
    "- item + 1. /t:",
    "[x] {y} // z /* */",
    '"; #sys.inputs',
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
)
SIZES = (1, 8, 25, 400)


def every_place(text: str) -> tuple[Block, ...]:
    """Blocks that hold one text wherever a text may stand."""
    cell, row = Cell(text), Row(3, 0, 1)
    stairs = (Stair(1, "a", text, StepState.HERE, text, (Box(text, BoxState.REACHED, text),)),)
    return (
        Title(text, text, text),
        Fields(((text, cell), (text, cell))),
        Verdict(text, text, (cell,)),
        Heading(text, place=text),
        Paragraph(cell._replace(link=text)),
        Items(((text[:3], cell),)),
        Fields(((text, cell),)),
        Grid((text, text, text, ""), ((cell, Dots(row), Strip(row, cell), cell),), text),
        Grid((text,) * 9, ((cell,) * 9,)),
        Ladder(stairs, text, (text,)),
        Ladder(stairs * 20, text),
        Cards((Card(text, cell, text),) * 3),
        Deeds((Deed(cell, (cell,), ((text, cell),)),)),
        Notice(text, (cell,)),
    )


def outside(pdf: bytes, folder: Path) -> list[str]:
    """The words that stand beyond the sheet, by their boxes."""
    import re

    found = run_tool("pdftotext", "-bbox", pdf=pdf, folder=folder)
    boxes = re.findall(
        r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', found
    )
    return [
        word
        for left, top, right, bottom, word in boxes
        if float(left) < 20
        or float(right) > 612 - 20
        or float(top) < 15
        or float(bottom) > 792 - 10
    ]


def test_what_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    said = words_of(write([page(*(Paragraph(Cell(t)) for t in MARKUP))], Printing()), tmp_path)
    for text in MARKUP:
        assert " ".join(text.split()) in said


@pytest.mark.parametrize(
    "text", [*MARKUP, "", " ", "\x00\x07\x1b[31m", "\u202ecod\u202c", "\ud800"]
)
def test_any_text_may_stand_anywhere(text: str) -> None:
    assert write([page(*every_place(text))], Printing())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("word", ["a", "W", "anticonstitutionnellement ", "mot ", "x_", "0"])
def test_no_text_leaves_the_sheet(word: str, size: int, tmp_path: Path) -> None:
    pdf = write([page(*every_place(word * size))], Printing())
    assert not outside(pdf, tmp_path)


def test_a_very_long_text_is_there_to_its_end(tmp_path: Path) -> None:
    text = " ".join(f"mot{number}" for number in range(2800))
    assert len(text) > 20_000
    for block in (
        Paragraph(Cell(text)),
        Grid(("A", "B"), ((Cell("a"), Cell(text)),)),
        Notice("Avis", (Cell(text),)),
        Verdict("?", "Oui", (Cell(text),)),
        Deeds((Deed(Cell("Plan"), (Cell(text),)),)),
        Cards((Card("Libellé", Cell("4"), text),)),
    ):
        pdf = write([page(block)], Printing())
        assert not outside(pdf, tmp_path)
        said = set(words_of(pdf, tmp_path).split())
        assert {"mot0", "mot1300", "mot2799"} <= said


def test_a_long_word_is_cut_for_the_eye_only(tmp_path: Path) -> None:
    word = "abcdefghij" * 30
    said = run_tool(
        "pdftotext", pdf=write([page(Paragraph(Cell(word)))], Printing()), folder=tmp_path
    )
    assert word in said.replace("-\n", "").replace(HYPHEN, "").replace("\n", "")


@given(st.text(), st.integers(1, 40))
def test_pieces_are_the_text_that_is_shown(text: str, most: int) -> None:
    found = pieces(text, most)
    assert "".join(found).replace(HYPHEN, "") == shown(text).replace(HYPHEN, "")
    assert set(shown(text)) <= letters()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=120))
def test_no_text_at_all_stops_the_printer(text: str) -> None:
    assert write([page(*every_place(text), language=Language.EN)], Printing())


@pytest.mark.parametrize("text", ["🙂 bravo", "مرحبا", "שלום", "中文", "\ue000"])
def test_what_the_font_lacks_is_replaced_and_said(text: str) -> None:
    said = "\n".join(sheet.extract_text() for sheet in read(page(Paragraph(Cell(text)))).pages)
    assert said.count(LACKING) == 2
    assert "que la police de ce document n’a pas" in " ".join(said.split())


@pytest.mark.parametrize("text", ["ᐃᓄᒃᑎᑐᑦ", "ᓀᐦᐃᔭᐍᐏᐣ", "kᵘ mᵘ", "Ȣendat", "ɨʼŋʔął", "Wôlinak"])
def test_the_languages_of_the_first_peoples_are_printed(text: str, tmp_path: Path) -> None:
    said = words_of(write([page(Paragraph(Cell(text)))], Printing()), tmp_path)
    assert text in said
    assert LACKING not in said


def test_what_turns_a_text_around_is_taken_out() -> None:
    assert shown("abc\u202edef\u2067") == "abcdef"
