"""A table to fill in: names of columns, and in Excel what each says and the choices it takes."""

import csv
import datetime
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from scalecheck.extras import needing
from scalecheck.portfolio.tables.table import column_letters

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_DAY = datetime.datetime(1980, 1, 1)  # noqa: DTZ001
_WIDTH, _TEXT = 19, 62  # of columns, in characters
_LINE = 15  # points
_ROWS = 2_000  # rows that have lists of choices
_LONGEST_LIST = 250  # characters of a list of choices that Excel takes in one cell
_LONGEST_NOTE, _LONGEST_TITLE = 250, 32


class Field(NamedTuple):
    """One column: its name, its title, what it says, what to write in it, and its choices.

    `part` is the name of a run of columns that belong together (a dimension, an instance).
    """

    name: str
    title: str
    about: str
    allowed: str
    choices: tuple[str, ...] = ()
    part: str = ""


class Texts(NamedTuple):
    """The words of the two sheets: their names, how to fill in, the headers of the guide."""

    sheet: str
    guide: str
    how: str
    headers: tuple[str, str, str]


def write_csv(fields: Sequence[Field]) -> str:
    """Write the header of a table, and nothing under it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([one.name for one in fields])
    return out.getvalue()


def write_xlsx(fields: Sequence[Field], texts: Texts) -> bytes:
    """Write a workbook: titles, then the names that are read, then empty rows; and a guide.

    Raises:
        MissingExtra: `xlsx` is not installed.
    """
    with needing("xlsx"):
        import xlsxwriter  # type: ignore[import-untyped]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": _DAY})
    sheet = book.add_worksheet(texts.sheet)
    guide = book.add_worksheet(texts.guide)
    _fill(sheet, _Inks(book), fields)
    _explain(guide, _Inks(book), fields, texts)
    book.close()
    return out.getvalue()


class _Inks:
    def __init__(self, book: Any) -> None:
        wrapped = {"text_wrap": True, "valign": "top"}
        self.part = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F4E5F"})
        self.title = book.add_format({**wrapped, "bold": True, "bg_color": "#E8F0F2"})
        self.name = book.add_format(
            {"font_size": 8, "bg_color": "#DDDDDD", "font_color": "#444444"}
        )
        self.text = book.add_format(wrapped)
        self.cell = book.add_format({"num_format": "@"})
        self.code = book.add_format({"font_name": "Consolas", "font_size": 9, "valign": "top"})


def _fill(sheet: Any, inks: _Inks, fields: Sequence[Field]) -> None:
    sheet.set_row(1, _LINE * max(_lines(one.title, _WIDTH) for one in fields))
    before = ""
    for at, one in enumerate(fields):
        is_new = one.part != before
        sheet.write_string(0, at, one.part if is_new else "", inks.part)
        sheet.write_string(1, at, one.title, inks.title)
        sheet.write_string(2, at, one.name, inks.name)
        # Texts, so that Excel makes no date of `2-3` and keeps the 0 of `02`.
        sheet.set_column(at, at, 30 if at == 1 else _WIDTH, inks.cell)
        _limit(sheet, at, one)
        before = one.part
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.repeat_rows(1, 2)
    sheet.activate()


def _limit(sheet: Any, at: int, one: Field) -> None:
    """Show what to write when a cell is chosen, with a list where there is one."""
    rule: dict[str, Any] = {"validate": "any"}
    if one.choices and len(",".join(one.choices)) <= _LONGEST_LIST:
        rule = {"validate": "list", "source": list(one.choices), "error_type": "information"}
        rule |= {"show_error": False}
    rule |= {"input_title": one.title[:_LONGEST_TITLE], "input_message": _note(one)}
    sheet.data_validation(3, at, 2 + _ROWS, at, rule)


def _note(one: Field) -> str:
    text = one.allowed
    return text if len(text) <= _LONGEST_NOTE else f"{text[: _LONGEST_NOTE - 1]}…"


def _explain(sheet: Any, inks: _Inks, fields: Sequence[Field], texts: Texts) -> None:
    sheet.merge_range(0, 0, 0, 3, texts.how, inks.text)
    sheet.set_row(0, 48)
    for at, header in enumerate(("", *texts.headers)):
        sheet.write_string(2, at, header, inks.title)
    for at, width in enumerate((5, 38, _TEXT, _TEXT)):
        sheet.set_column(at, at, width)
    for row, one in enumerate(fields, 3):
        lines = max(_lines(text, _TEXT) for text in (one.about, one.title, one.allowed))
        sheet.set_row(row, _LINE * lines)
        sheet.write_string(row, 0, column_letters(row - 3), inks.text)
        sheet.write_string(row, 1, one.name, inks.code)
        sheet.write_string(row, 2, one.about or one.title, inks.text)
        sheet.write_string(row, 3, one.allowed, inks.text)
    sheet.freeze_panes(3, 0)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: a word that does not fit begins another."""
    lines, left = 1, width
    for word in text.split():
        if len(word) > left:
            lines, left = lines + 1, width
        left -= len(word) + 1
    return lines
