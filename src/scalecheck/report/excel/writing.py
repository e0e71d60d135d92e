"""A plan written on its sheet: each block, in reading order; then what the sheet is for print."""

from collections.abc import Sequence
from typing import assert_never

from scalecheck.language.catalogue import say
from scalecheck.language.numbers import interval
from scalecheck.report.blocks import (
    Block,
    Break,
    Cards,
    Cell,
    Deeds,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Title,
    Tone,
    Verdict,
)
from scalecheck.report.excel import ink
from scalecheck.report.excel.plan import Plan, tables_of
from scalecheck.report.excel.rows import Rows, rows_of
from scalecheck.report.excel.sheets import Sheet, inside, longest_of
from scalecheck.report.excel.values import LONGEST, shown
from scalecheck.report.page import Page, Paper
from scalecheck.report.view.plane import Plane

_PAPERS = {Paper.LETTER: 1, Paper.A4: 9}
_FROZEN_AT_MOST = 10  # lines: what is frozen must leave room for what moves
_FOOT = 130  # letters: the number of the page stands on the same line


def write_sheet(sheet: Sheet, paper: Paper) -> None:
    """Write the blocks of a plan."""
    for block in sheet.plan.blocks:
        _block(sheet, block)
    _set_up(sheet, paper)


def write_contents(sheet: Sheet, plans: Sequence[Plan]) -> None:
    """Write what each sheet holds, with a link to it."""
    language = sheet.language
    if plans:
        sheet.gap()
        sheet.text(Cell(say("office.sheet.contents", language)), ink.SECTION)
    for plan in plans:
        target = inside(plan.name)
        shape = sheet.inks.get(ink.LINK)
        sheet.sheet.write_url(sheet.line, 0, target, shape, string=plan.name)
        before = sheet.line
        sheet.text(Cell(_held(plan), Tone.QUIET), at=1)
        sheet.line = max(sheet.line, before + 1)
    if any(longest_of(_tables(plan)) > LONGEST // 2 for plan in (sheet.plan, *plans)):
        sheet.text(Cell(say("office.sheet.long", language), Tone.QUIET))


def _held(plan: Plan) -> str:
    """Say what a sheet holds, in the language of the page that it comes from."""
    language = plan.page.language
    title = next((one.text for one in plan.blocks if isinstance(one, Heading)), "")
    if plan.is_first:
        title = plan.page.title
    tables = [table for table in _tables(plan) if table.rows]
    rows = sum(len(table.rows) for table in tables)
    words = say("office.holds.words", language)
    if tables:
        lines = say("office.holds.rows", language, count=rows)
        words = say("office.holds.table", language, count=len(tables), rows=lines)
    return " · ".join((title, words)) if shown(title) != plan.name else words


def _tables(plan: Plan) -> list[Rows]:
    return [rows_of(block, plan.page.language) for block in tables_of(plan.blocks)]


def _block(sheet: Sheet, block: Block) -> None:
    match block:
        case Title():
            _title(sheet, block)
        case Verdict():
            _panel(sheet, block.question, Cell(block.label), block.lines)
        case Notice():
            _panel(sheet, "", Cell(block.title, Tone.WARN), block.lines)
        case Heading():
            sheet.gap()
            sheet.text(Cell(block.text), ink.PART if block.level <= 2 else ink.SECTION, larger=1.4)
        case Grid() | Deeds() | Cards() | Ladder():
            _table(sheet, block)
        case Break():
            pass
        case _:
            _text(sheet, block)


def _text(sheet: Sheet, block: Paragraph | Items | Fields | Plane) -> None:
    match block:
        case Paragraph():
            sheet.text(block.cell)
        case Items():
            for sign, cell in block.items:
                sheet.text(cell._replace(text=f"{sign} {cell.text}".strip()))
        case Fields():
            for label, cell in block.rows:
                sheet.pair(label, cell)
        case Plane():
            sheet.text(Cell(block.caption), ink.CAPTION)
            sheet.text(Cell(block.words))
            for axis in (block.across, block.up):
                ends = (axis.levels[end] for end in (axis.low, max(axis.low, axis.high)))
                sheet.pair(axis.name, Cell(interval(*ends)))
        case _:
            assert_never(block)


def _title(sheet: Sheet, block: Title) -> None:
    sheet.text(Cell(block.kicker, Tone.QUIET))
    sheet.text(Cell(block.title), ink.TITLE, larger=1.8)
    sheet.text(Cell(block.about, Tone.QUIET))
    sheet.gap()


def _panel(sheet: Sheet, question: str, label: Cell, lines: Sequence[Cell]) -> None:
    sheet.text(Cell(question, Tone.QUIET))
    sheet.text(label, ink.ANSWER if label.tone is Tone.PLAIN else {}, larger=1.6)
    for line in lines:
        sheet.text(line)
    sheet.gap()


def _table(sheet: Sheet, block: Grid | Deeds | Cards | Ladder) -> None:
    sheet.table(rows_of(block, sheet.language))
    if isinstance(block, Ladder):
        for note in block.notes:
            sheet.text(Cell(note, Tone.QUIET))
    sheet.gap()


def _set_up(sheet: Sheet, paper: Paper) -> None:
    """Set the widths, what stays in sight, and how the sheet is printed."""
    out = sheet.sheet
    for at, width in enumerate(sheet.widths):
        out.set_column(at, at, width)
    only = sheet.heads[0] if len(sheet.heads) == 1 else None
    if only is not None and only < _FROZEN_AT_MOST:
        out.freeze_panes(only + 1, 0)
        out.repeat_rows(only)
    else:
        out.freeze_panes(1, 0)
    out.hide_gridlines(2)
    out.set_landscape()
    out.set_paper(_PAPERS[paper])
    out.fit_to_pages(1, 0)
    out.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    out.set_footer(_foot(sheet.plan.page))


def _foot(page: Page) -> str:
    lines = shown(" · ".join(page.footer)).replace("&", "&&")[:_FOOT]
    count = say("office.page", page.language, page="&P", pages="&N")
    return f"&L&8{lines}&R&8{count}" if not lines[:1].isdigit() else f"&L&8 {lines}&R&8{count}"
