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
from scalecheck.portfolio.tables.sheet_marks import check_archive, marks_of
from scalecheck.portfolio.tables.table import (
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
_MOST_COLUMNS = 20_000


class SheetTable:
    """One sheet of a workbook."""

    def __init__(self, path: Path, sheet: str, chooser: Chooser) -> None:
        found, self.sheet = _open(path, sheet)
        self.source = str(path)
        self.remarks: list[Remark] = []
        self._left = found.start[1] if found.start else 0
        self._height, self._at = max(int(found.height), 1), 0
        self._rows = enumerate(found.iter_rows(), 1)
        sample = [(n, self._write(cells)) for n, cells in islice(self._rows, _SAMPLE)]
        heading = Heading.choose(sample, chooser)
        if heading is None or self._left > _MOST_COLUMNS:
            raise refuse_table(path, "table-empty", sheet=self.sheet)
        self.names, self.header = heading.names, heading.number
        self._sample = [(n, cells) for n, cells in sample if n > self.header]
        self._marks = marks_of(path, self.sheet, found.merged_cell_ranges or ())
        self._formulas: dict[int, list[int]] = {}

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
        found = self._marks.rows.get(number)
        if found is None:
            return ()
        return tuple(fault for at, code in found if (fault := self._fault(number, at, code)))

    def _fault(self, number: int, at: int, code: str) -> Fault | None:
        if code != "formula":
            return fault(f"table-{code}", at)
        if self._marks.is_stale:
            return fault("table-formula-not-calculated", at)
        self._formulas.setdefault(at, []).append(number)
        return None

    def _told_formulas(self) -> Iterator[Remark]:
        for at, numbers in sorted(self._formulas.items()):
            cells = told([self.place(number, at) for number in numbers])
            name = self.names[at] if at < len(self.names) else column_letters(at)
            yield remark("table-formulas", column=name, cells=cells, count=len(numbers))

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


def _open(path: Path, sheet: str) -> tuple[Any, str]:
    """Open a sheet: the one that is named, else the first that is visible and not empty."""
    with needing("xlsx"):
        import python_calamine
    if not read_head(path).startswith(_LOCKED):
        check_archive(path)
    try:
        book = python_calamine.load_workbook(str(path))
        names = [one.name for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
        if sheet and sheet not in names:
            raise refuse_table(path, "table-no-sheet", name=sheet, known=", ".join(names))
        for name in (sheet,) if sheet else names:
            found = book.get_sheet_by_name(name)
            if found.start is not None or sheet:
                return found, name
    except python_calamine.PasswordError as error:
        raise refuse_table(path, "table-locked") from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    raise refuse_table(path, "table-empty")
