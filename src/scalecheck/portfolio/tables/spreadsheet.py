"""Excel and OpenDocument sheets (extra `xlsx`), with what only their XML tells.

The values come from calamine. Which cells hold a formula, an error or a part of a merged area
comes from the XML, for a value read alone would not say so.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from scalecheck.extras import needing
from scalecheck.portfolio.tables.decoding import read_head, refuse_table
from scalecheck.portfolio.tables.heading import Chooser, Heading
from scalecheck.portfolio.tables.json_lines import write_number
from scalecheck.portfolio.tables.package import Workbook, look_through
from scalecheck.portfolio.tables.sheet_marks import Mark, TooManyMarksError
from scalecheck.portfolio.tables.table import (
    MOST_TOLD,
    WHOLE_ROW,
    Fault,
    Line,
    Remark,
    cell_name,
    column_letters,
    fault,
    remark,
    told,
)

_SAMPLE = 20
_LOCKED = b"\xd0\xcf\x11\xe0"  # what an encrypted workbook is wrapped in


class SheetTable:
    """One sheet of a workbook."""

    def __init__(self, path: Path, sheet: str, chooser: Chooser) -> None:
        found, self.sheet, book = _open(path, sheet)
        self.source = str(path)
        self.remarks: list[Remark] = []
        self._left = found.start[1] if found.start else 0
        self._height, self._at = max(int(found.height), 1), 0
        self._rows = enumerate(found.iter_rows(), 1)
        sample = [(n, self._write(cells)) for n, cells in islice(self._rows, _SAMPLE)]
        heading = Heading.choose(sample, chooser)
        if heading is None:
            raise refuse_table(path, "table-empty", sheet=self.sheet)
        self.names, self.header = heading.names, heading.number
        self._sample = [(n, cells) for n, cells in sample if n > self.header]
        marks = book.sheets[self.sheet]
        self._formulas = {} if book.is_stale else marks.formulas
        try:
            self._marks = marks.by_row(stale=book.is_stale)
        except TooManyMarksError as error:
            raise refuse_table(path, "table-too-large") from error

    def lines(self) -> Iterator[Line]:
        """Give the rows under the header; blank ones are passed over."""
        rest = ((n, self._write(cells)) for n, cells in self._rows)
        for some in (self._sample, rest):
            for number, cells in some:
                self._at = number
                faults = self._faults(number)
                if faults or any(cells):
                    yield Line(number, self._fit(cells), faults)
        self.remarks.extend(self._told_formulas())

    def _fit(self, cells: list[str]) -> Sequence[str]:
        width = len(self.names)
        return cells if len(cells) == width else (cells + [""] * width)[:width]

    def _write(self, cells: Sequence[Any]) -> list[str]:
        return [""] * self._left + [write_cell(cell) for cell in cells]

    def _faults(self, number: int) -> tuple[Fault, ...]:
        found = self._marks.get(number)
        return tuple(self._spread(found)) if found else ()

    def _spread(self, marks: Sequence[Mark]) -> Iterator[Fault]:
        """Tell what is odd cell by cell, as far as the columns go."""
        for left, right, code in marks:
            for at in range(left, min(right + 1, len(self.names))):
                yield fault(code, at)

    def _told_formulas(self) -> Iterator[Remark]:
        for at, every in sorted(self._formulas.items()):
            numbers = [number for number in every if number > self.header]
            first = [self.place(number, at) for number in numbers[: MOST_TOLD + 1]]
            name = self.names[at] if at < len(self.names) else column_letters(at)
            if numbers:
                yield remark("table-formulas", column=name, cells=told(first), count=len(numbers))

    def place(self, number: int, at: int = WHOLE_ROW) -> str:
        """Name a cell, or a row where no cell is meant."""
        return cell_name(self.sheet, number, at)

    def done(self) -> float:
        """Tell which part of the sheet was read, from 0 to 1."""
        return min(float(self._at / self._height), 1.0)


def write_cell(value: Any) -> str:
    """Write the value of a cell as text: what one would type."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return write_number(value)
        case datetime.datetime():
            midnight = value.time() == datetime.time()
            return value.date().isoformat() if midnight else value.isoformat(sep=" ")
        case None:
            return ""
        case _:
            return str(value)


def _open(path: Path, sheet: str) -> tuple[Any, str, Workbook]:
    """Open a sheet: the one that is named, else the first that is visible and not empty."""
    with needing("xlsx"):
        import python_calamine
    is_locked = read_head(path).startswith(_LOCKED)
    looked = Workbook({}) if is_locked else look_through(path)
    try:
        book = python_calamine.load_workbook(str(path))
        names = [one.name for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
        if sheet and sheet not in names:
            raise refuse_table(path, "table-no-sheet", name=sheet, known=", ".join(names))
        for name in (sheet,) if sheet else names:
            if name not in looked.sheets:
                raise refuse_table(path, "table-not-a-workbook")
            found = book.get_sheet_by_name(name)
            if found.start is not None or sheet:
                return found, name, looked
    except python_calamine.PasswordError as error:
        raise refuse_table(path, "table-locked") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    raise refuse_table(path, "table-empty")
