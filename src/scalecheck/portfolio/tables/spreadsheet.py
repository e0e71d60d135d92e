"""Excel and OpenDocument sheets (extra `xlsx`), with what only their XML tells.

The values come from calamine. Which cells hold a formula, an error or a part of a merged area
comes from the XML, for a value read alone would not say so.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from scalecheck.extras import needing
from scalecheck.portfolio.tables.decoding import read_head, refuse_table
from scalecheck.portfolio.tables.heading import Chooser, Heading
from scalecheck.portfolio.tables.json_lines import write_number
from scalecheck.portfolio.tables.package import Workbook, look_through
from scalecheck.portfolio.tables.sheet_marks import Mark, TooManyMarksError
from scalecheck.portfolio.tables.spaces import squeeze
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
_FEW = 2  # known names that a sheet of projects has at least
_LOCKED = b"\xd0\xcf\x11\xe0"  # what an encrypted workbook is wrapped in


class SheetTable:
    """One sheet of a workbook."""

    def __init__(self, path: Path, sheet: str, chooser: Chooser) -> None:
        found, self.sheet, book, others = _open(path, sheet, chooser)
        self.source = str(path)
        self.remarks: list[Remark] = []
        if others:
            names = told(others)
            self.remarks.append(remark("table-other-sheets", sheet=self.sheet, names=names))
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


class _Sheet(NamedTuple):
    """A sheet that holds something, and how many names of its header are known."""

    name: str
    found: Any
    known: int


class _Opened(NamedTuple):
    """A sheet, its name, what its XML tells, and other sheets that hold projects."""

    found: Any
    name: str
    looked: Workbook
    others: tuple[str, ...] = ()


def _open(path: Path, sheet: str, chooser: Chooser) -> _Opened:
    """Open a sheet: the one that is named, else that whose header is known best."""
    with needing("xlsx"):
        import python_calamine
    is_locked = read_head(path).startswith(_LOCKED)
    looked = Workbook({}) if is_locked else look_through(path)
    try:
        book = python_calamine.load_workbook(str(path))
        names = _names(book)
        if sheet and sheet not in names:
            raise refuse_table(path, "table-no-sheet", name=sheet, known=", ".join(names))
        if not set(names) <= looked.sheets.keys():
            raise refuse_table(path, "table-not-a-workbook")
        if sheet:
            return _Opened(book.get_sheet_by_name(sheet), sheet, looked)
        held = [one for name in names if (one := _look(book, name, chooser)) is not None]
    except python_calamine.PasswordError as error:
        raise refuse_table(path, "table-locked") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    if not held:
        raise refuse_table(path, "table-empty")
    return _choose(held, looked)


def _names(book: Any) -> list[str]:
    """The names of the sheets, those that are hidden last."""
    sheets = [one for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
    sheets.sort(key=lambda one: not str(one.visible).endswith("Visible"))
    return [one.name for one in sheets]


def _look(book: Any, name: str, chooser: Chooser) -> _Sheet | None:
    """Look at the first rows of a sheet; None where it is empty."""
    found = book.get_sheet_by_name(name)
    if found.start is None:
        return None
    first = islice(found.iter_rows(), _SAMPLE)
    rows = ([squeeze(write_cell(cell)) for cell in row] for row in first)
    known = max((chooser(n, row) for n, row in enumerate(rows, 1) if any(row)), default=0)
    return _Sheet(name, found, known)


def _choose(held: Sequence[_Sheet], looked: Workbook) -> _Opened:
    """Take the sheet that is known best, and name the others that seem to hold projects."""
    best = max(held, key=lambda one: one.known)
    least = max(_FEW, best.known // 2)
    others = (one.name for one in held if one is not best and one.known >= least)
    return _Opened(best.found, best.name, looked, tuple(others))
