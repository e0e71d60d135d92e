"""One table laid out on its sheet: what to do, how far one is, hidden names, titles, rows."""

from typing import Any

from scalecheck.forms.excel.plan import KEY, MARKER, Cell, Column, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written import formulas, looks
from scalecheck.forms.excel.written.looks import Look, Looks
from scalecheck.forms.excel.written.places import Place, Places
from scalecheck.forms.excel.written.sizing import height

PROTECTED = {"format_columns": True, "format_rows": True}
_LETTER_PAPER = 1


class Sheet:
    """A table being written."""

    def __init__(self, out: Any, table: Table, places: Places, made: Looks, speech: Speech) -> None:
        self.out, self.table, self.places = out, table, places
        self.looks, self.speech = made, speech
        self.place: Place = places.tables[table.id]

    def write(self) -> None:
        """Write the whole sheet."""
        self._top()
        for at, column in enumerate(self.table.columns):
            hidden = {"hidden": True} if column.key == KEY else {}
            self.out.set_column(at, at, column.width, None, hidden)
            self._head(at, column)
        titles = [(column.title, column.width) for column in self.table.columns]
        self.out.set_row(self.place.head, height(titles))
        for row in self.table.rows:
            self._row(row)
        set_up(self.out, self.place.head, self.table.names, self.speech)
        self.out.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _top(self) -> None:
        for line, text in enumerate(self.place.about):
            self.out.write_string(line, 0, text, self.looks.get(looks.BOLD))
        formula, text = formulas.progress(self.places, self.table, self.speech)
        if formula:
            shape = self.looks.get(looks.LINE)
            self.out.write_formula(self.place.progress, 0, formula, shape, text)
        self.out.set_row(self.place.keys, None, None, {"hidden": True})

    def _head(self, at: int, column: Column) -> None:
        shape = self.looks.get(looks.HEAD)
        name = f"{MARKER}{self.table.id}" if column.key == KEY else column.key
        self.out.write_string(self.place.keys, at, name)
        self.out.write_string(self.place.head, at, column.title, shape)

    def _row(self, row: Row) -> None:
        line = self.place.rows[row.key]
        self.out.write_string(line, self.table.column(KEY), row.key)
        if row.band:
            self._band(line, row)
            return
        first: Look = looks.FIRST if row.first else {}
        sizes = []
        for at, column in enumerate(self.table.columns[:-1]):
            cell = row.cells.get(column.key, Cell())
            self._cell(line, at, column, row, first)
            text = "\n".join(part for part in (cell.title, cell.text) if part)
            sizes += [(text, column.width), (cell.tallest, column.width)]
        self.out.set_row(line, max(height(sizes), 28.0))

    def _band(self, line: int, row: Row) -> None:
        shape = self.looks.get(looks.BAND)
        for at in range(len(self.table.columns) - 1):
            self.out.write_blank(line, at, None, shape)
        self.out.write_string(line, 0, row.band, shape)
        self.out.set_row(line, 18)

    def _cell(self, line: int, at: int, column: Column, row: Row, first: Look) -> None:
        cell = row.cells.get(column.key, Cell())
        look = looks.OPEN if cell.open else looks.QUIET if cell.live else looks.PLAIN
        shape = self.looks.get(look, first)
        if cell.live:
            formula = formulas.live(self.places, self.table, row, column.key)
            self.out.write_formula(line, at, formula, shape, cell.text)
        elif cell.title:
            self._titled(line, at, cell, first)
        elif cell.text:
            self.out.write_string(line, at, cell.text, shape)
        else:
            self.out.write_blank(line, at, None, shape)
        if cell.open:
            self._help(line, at, column, cell)

    def _titled(self, line: int, at: int, cell: Cell, first: Look) -> None:
        shape, bold = self.looks.get(looks.PLAIN, first), self.looks.get(looks.NAME, first)
        if cell.text:
            parts = (bold, cell.title, shape, f"\n{cell.text}")
            self.out.write_rich_string(line, at, *parts, shape)
        else:
            self.out.write_string(line, at, cell.title, bold)

    def _help(self, line: int, at: int, column: Column, cell: Cell) -> None:
        """Give a cell its list, and what to do said as one comes to it."""
        source = self._source(column, cell)
        prompt = self._prompt(column, row_is_date=line == self.place.rows.get("date"))
        if not source and not prompt:
            return
        rule: dict[str, object] = (
            {"validate": "list", "source": source} if source else {"validate": "any"}
        )
        warned = {
            "error_type": "warning", "error_title": self.speech.say("prompt.warn-title")[:32],
            "error_message": self.speech.say("prompt.warn")[:255],
        }  # fmt: skip
        rule |= warned if cell.choices is not None else {"show_error": False}
        rule |= {"input_title": column.title[:32], "input_message": prompt[:255]} if prompt else {}
        self.out.data_validation(line, at, line, at, rule)

    def _source(self, column: Column, cell: Cell) -> str:
        if cell.choices is not None:
            listed = self.places.ranked if cell.only else self.places.listed
            return "=" + listed(cell.choices)
        records = self.places.plan.table("evidence")
        if column.key == "evidence" and records is not None:
            return "=" + self.places.span(records, "record")
        return ""

    def _prompt(self, column: Column, row_is_date: bool) -> str:
        if column.key == "evidence":
            records = self.places.tables["evidence"]
            return self.speech.tell("prompt.evidence", sheet=records.sheet)
        if column.key in ("answer", "up-to", "record-date"):
            return self.speech.tell(f"prompt.{column.key}")
        if column.key.startswith(("fact:", "also-")):
            return self.speech.tell("prompt.list")
        return self.speech.tell("prompt.date") if row_is_date and column.key == "said" else ""


def set_up(out: Any, head: int, names: int, speech: Speech) -> None:
    """Set what stays in sight, the protection, and how the sheet is printed."""
    out.freeze_panes(head + 1, names)
    out.protect("", PROTECTED)
    out.hide_gridlines(2)
    out.repeat_rows(head)
    print_on_letter(out, speech)


def print_on_letter(out: Any, speech: Speech) -> None:
    """Print on Letter paper, landscape, as wide as the page."""
    out.set_landscape()
    out.set_paper(_LETTER_PAPER)
    out.fit_to_pages(1, 0)
    out.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    out.set_footer(f"&L&8&A&R&8{speech.say('print.page', page='&P', pages='&N')}")
