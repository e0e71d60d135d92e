"""Grids, and labels with what stands beside them: tables that stay open to changes."""

from collections.abc import Sequence

from scalecheck.report.blocks import Cell, Dots, Fields, Grid, Strip
from scalecheck.report.charts import EDGE, STEP, draw
from scalecheck.report.layout.hyphens import fit
from scalecheck.report.layout.tables import free_column
from scalecheck.report.strips import strip
from scalecheck.report.word.figures import POINTS_PER_PIXEL, Picture
from scalecheck.report.word.sheet import POINT, Sheet
from scalecheck.report.word.styles import Style
from scalecheck.report.word.tables import (
    CHARACTER,
    PADDING,
    Box,
    Frame,
    Measure,
    measured,
    table,
    widths_of,
)
from scalecheck.report.word.xml import element

_WIDEST_DRAWING, _NARROWEST_DRAWING = 230 * POINT, 140 * POINT
_WIDEST_LABEL = 0.5
_STRIP = 0.7  # boxes beside words are as high as the words
_LABEL_CHARACTER = 5.6 * POINT


def grid(block: Grid, sheet: Sheet) -> str:
    """Lay out a grid, under its caption."""
    measures = [_column(block, number, sheet) for number in range(len(block.columns))]
    widths = widths_of(measures, sheet.width, free_column(block))
    header = any(title.strip() for title in block.columns)
    rows: list[Sequence[Box]] = []
    if header:
        rows.append([_title(block, number, width, sheet) for number, width in enumerate(widths)])
    sides = [_right(n in block.numbers) for n in range(len(widths))]
    for row in block.rows:
        told = zip(row, widths, sides, strict=True)
        rows.append([_cell(cell, width, side, sheet) for cell, width, side in told])
    frame = Frame(sheet.style(Style.TABLE), widths, header, block.named, block.caption)
    return caption(block.caption, sheet) + (table(frame, rows) if rows else "")


def caption(text: str, sheet: Sheet) -> str:
    """Write what a table holds, above it; nothing where nothing is said."""
    return sheet.paragraph(Style.CAPTION, sheet.run(text)) if text.strip() else ""


def fields(block: Fields, sheet: Sheet) -> str:
    """Lay out labels and what stands beside each: paragraphs, in line as a table would be."""
    longest = max((len(label) for label, _ in block.rows), default=0)
    at = min(
        round(longest * _LABEL_CHARACTER * sheet.slack) + PADDING,
        round(sheet.width * _WIDEST_LABEL),
    )
    tabs = element("tabs", element("tab", val="left", pos=at))
    more = tabs + element("ind", left=at, hanging=at)
    return "".join(
        sheet.paragraph(
            Style.FIELD,
            sheet.run(label, Style.STRONG),
            element("r", element("tab")),
            sheet.said(cell),
            more=more,
        )
        for label, cell in block.rows
    )


def _column(block: Grid, number: int, sheet: Sheet) -> Measure:
    cells = [row[number] for row in block.rows]
    texts = [one.text for one in cells if isinstance(one, Cell)]
    texts += [one.words.text for one in cells if isinstance(one, Strip)]
    drawn = [round(_drawn_width(one, sheet)) for one in cells if not isinstance(one, Cell)]
    text = measured(texts if drawn else [*texts, block.columns[number]], sheet.slack)
    widest = max((min(one, _WIDEST_DRAWING) + PADDING for one in drawn), default=0)
    narrow = min(widest, _NARROWEST_DRAWING)
    return Measure(max(text.least, narrow), max(text.liked, widest))


def _drawn_width(cell: Dots | Strip, sheet: Sheet) -> float:
    picture = sheet.shared.pictures.get(draw(cell))
    if picture is None:
        return 10.0 * POINT * cell.row.levels
    return picture.width * POINT * (_STRIP if isinstance(cell, Strip) else 1)


def _title(block: Grid, number: int, width: int, sheet: Sheet) -> Box:
    """Write the title of a column; over dots, each of its words stands over its dot."""
    text = block.columns[number]
    dots = [row[number] for row in block.rows if isinstance(row[number], Dots)]
    marks = text.split()
    first = dots[0] if dots else None
    if not isinstance(first, Dots) or len(marks) != first.row.levels:
        return column(text, sheet, _right(number in block.numbers))
    picture = sheet.shared.pictures.get(draw(first))
    if picture is None or picture.width * POINT > width - PADDING:
        return column(text, sheet)
    stops = [round((EDGE + STEP * n) * POINTS_PER_PIXEL * POINT) for n in range(len(marks))]
    tabs = element("tabs", *(element("tab", val="center", pos=at) for at in stops))
    runs = [element("r", element("tab")) + sheet.run(mark) for mark in marks]
    return Box(sheet.paragraph(Style.COLUMN, *runs, more=tabs), len(text))


def column(text: str, sheet: Sheet, side: str = "") -> Box:
    """Write the title of a column, to the left unless `side` says another."""
    return Box(sheet.paragraph(Style.COLUMN, sheet.run(text), more=side), len(text))


def _right(is_number: bool) -> str:
    """Set a paragraph to the right, where it is a number."""
    return element("jc", val="right") if is_number else ""


def _cell(cell: Cell | Dots | Strip, width: int, side: str, sheet: Sheet) -> Box:
    if isinstance(cell, Cell):
        most = (width - PADDING) / (CHARACTER * sheet.slack)
        said = sheet.said(fit(cell, most, sheet.language))
        return Box(sheet.paragraph(Style.CELL, said, more=side), len(cell.text))
    picture = sheet.shared.pictures.get(draw(cell))
    drawn = sheet.paragraph(Style.CELL, _sign(cell, picture, width, sheet))
    if isinstance(cell, Dots):
        return Box(drawn, drawn=True)
    said = drawn + sheet.paragraph(Style.CELL, sheet.said(cell.words))
    return Box(said, len(cell.words.text), drawn=True)


def _sign(cell: Dots | Strip, picture: Picture | None, width: int, sheet: Sheet) -> str:
    if picture is None:
        return sheet.run(strip(cell.row))
    size = picture.width * (_STRIP if isinstance(cell, Strip) else 1)
    return sheet.picture(picture, widest=min((width - PADDING) / POINT, size))
