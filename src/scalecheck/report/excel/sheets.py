"""One sheet of a workbook: lines of text from left to right, and tables that Excel knows."""

import textwrap
from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Cell
from scalecheck.report.excel import ink
from scalecheck.report.excel.ink import Inks, Look
from scalecheck.report.excel.naming import column_name
from scalecheck.report.excel.plan import Plan
from scalecheck.report.excel.rows import Row, Rows, Sign
from scalecheck.report.excel.values import pieces, read_number, shown
from scalecheck.report.excel.widths import LEAST_WHOLE
from scalecheck.report.view.address import web_address

MOST_ROWS = 1_048_000
_MOST_LINKS = 60_000
_LINE, _AIR, _HIGHEST = 12.75, 3, 409  # points
_FILLED = 1.05  # letters for each character of a width: most are narrower than a figure
_BUTTON = "...."  # what the button of the filter hides
_STYLE = "Table Style Light 1"


class Sheet:
    """A sheet being written, from its first line to its last."""

    def __init__(
        self, plan: Plan, sheet: Worksheet, inks: Inks, places: Mapping[str, str], widths: list[int]
    ) -> None:
        self.plan, self.sheet, self.inks, self.places = plan, sheet, inks, places
        self.language = plan.page.language
        self.widths = widths
        self.line = 0
        self.heads: list[int] = []
        self._links = 0

    def text(self, cell: Cell, *looks: Look, at: int = 0, larger: float = 1.0) -> None:
        """Write a text over as many lines as the width of the sheet asks for."""
        room = max(sum(self.widths), LEAST_WHOLE) - sum(self.widths[:at])
        for piece in textwrap.wrap(shown(cell.text), max(int(room / larger), 20)):
            self._string(self.line, at, cell._replace(text=piece), *looks)
            if larger > 1:
                self.sheet.set_row(self.line, _LINE * larger + _AIR)
            self.line += 1

    def pair(self, label: str, cell: Cell) -> None:
        """Write a label, and beside it what it stands for."""
        self.sheet.write_string(self.line, 0, shown(label), self.inks.get({"bold": True}))
        before = self.line
        self.text(cell, at=1)
        self.line = max(self.line, before + 1)

    def gap(self) -> None:
        """Leave a line free."""
        self.line += 1 if self.line else 0

    def table(self, rows: Rows) -> None:
        """Write a table: a header row with filters, then a row for each of its rows."""
        if rows.caption:
            self.text(Cell(rows.caption), ink.CAPTION)
        if not rows.rows:
            return
        told = [piece for row in rows.rows for piece in self._fitted(row, rows.named)]
        if any(name.strip() for name in rows.columns):
            last = self.line + len(told)
            self.sheet.add_table(self.line, 0, last, len(rows.columns) - 1, self._head(rows))
            self._heighten([name + _BUTTON for name in rows.columns])
            self.heads.append(self.line)
            self.line += 1
        for row in told:
            self._heighten([cell.text for cell in row])
            for at, cell in enumerate(row):
                side = ink.NUMBERS if at in rows.numbers else ink.WORDS
                self._value(at, cell, {**side, "bold": rows.named and at == 0})
            self.line += 1

    def _heighten(self, texts: Sequence[str]) -> None:
        """Give a row the height of its texts: not every program finds it by itself."""
        lines = [
            len(textwrap.wrap(shown(text), max(int(self.widths[at] * _FILLED), 1)))
            for at, text in enumerate(texts)
        ]
        self.sheet.set_row(self.line, min(_LINE * max(1, *lines) + _AIR, _HIGHEST))

    def _head(self, rows: Rows) -> dict[str, object]:
        taken: set[str] = set()
        names = [
            column_name(name or say("office.sheet.column", self.language, number=at), taken)
            for at, name in enumerate(rows.columns, 1)
        ]
        heads = [self._head_look(rows, at) for at in range(len(names))]
        return {
            "columns": [
                {"header": name, "header_format": head}
                for name, head in zip(names, heads, strict=True)
            ],
            "style": _STYLE,
            "banded_rows": False,
            "first_column": rows.named,
            "description": shown(rows.caption or self.plan.name)[:250],
        }

    def _head_look(self, rows: Rows, at: int) -> Format:
        return self.inks.get(ink.HEAD, ink.NUMBERS_HEAD if at in rows.numbers else {})

    def _fitted(self, row: Row, named: bool) -> list[Row]:
        """Cut a row in several where a text is longer than a cell holds."""
        cut = [list(pieces(shown(cell.text))) for cell in row]
        count = max(map(len, cut), default=1)
        if count == 1:
            return [row]
        more = say("office.sheet.continued", self.language)
        told = [[*texts, *[""] * (count - len(texts))] for texts in cut]
        if named and len(cut[0]) == 1:
            told[0] = [cut[0][0], *[f"{cut[0][0][:200]} {more}"] * (count - 1)]
        return [
            tuple(cell._replace(text=told[at][n]) for at, cell in enumerate(row))
            for n in range(count)
        ]

    def _value(self, at: int, cell: Cell | Sign, look: Look) -> None:
        if isinstance(cell, Sign):
            self._string(self.line, at, Cell(cell.text, cell.tone), ink.CELL, ink.SIGNS)
            return
        number = read_number(shown(cell.text), self.language)
        if number is None or cell.link:
            self._string(self.line, at, cell, ink.CELL, look)
            return
        form: Look = {"num_format": number.form}
        shape = self.inks.get(ink.CELL, look, ink.TONES[cell.tone], form)
        self.sheet.write_number(self.line, at, number.value, shape)

    def _string(self, line: int, at: int, cell: Cell, *looks: Look) -> None:
        text, target = shown(cell.text), self._target(cell.link)
        if target and text and self._links < _MOST_LINKS:
            self._links += 1
            shape = self.inks.get(*looks, ink.LINK)
            self.sheet.write_url(line, at, target, shape, string=text)
        elif text:
            shape = self.inks.get(*looks, ink.TONES[cell.tone])
            self.sheet.write_string(line, at, text, shape)
        else:
            self.sheet.write_blank(line, at, None, self.inks.get(*looks))

    def _target(self, link: str) -> str:
        if link.startswith("#"):
            name = self.places.get(link[1:])
            return inside(name) if name else ""
        return web_address(link)


def inside(name: str) -> str:
    """Write the address of a sheet in its own workbook."""
    return "internal:'" + name.replace("'", "''") + "'!A1"


def longest_of(rows: Sequence[Rows]) -> int:
    """Tell how long the longest text of tables is."""
    texts = (shown(cell.text) for table in rows for row in table.rows for cell in row)
    return max(map(len, texts), default=0)
