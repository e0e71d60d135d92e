"""What the XML of a sheet tells and its values do not: formulas, errors, merged areas, its size."""

from array import array
from typing import NamedTuple

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet, in Excel as in LibreOffice
MOST_CELLS = 20_000_000  # of the rectangle that the filled cells of a sheet stand in
_MOST_MARKS = 2_000_000


class TooSpreadError(ValueError):
    """The filled cells of a sheet stand in a rectangle larger than any table."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(f"{rows} x {columns}")
        self.rows, self.columns = rows, columns


class TooManyMarksError(ValueError):
    """More cells of a sheet are odd than a table has."""


class Area(NamedTuple):
    """Cells made one; rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Mark(NamedTuple):
    """What is odd in some cells of one row, both ends included."""

    left: int
    right: int
    code: str


class Marks:
    """What is odd in the cells of a sheet, gathered while it is read; rows from 1, columns from 0.

    `formulas` are the rows of each column that hold one; `rows` and `columns` how far the filled
    cells go.
    """

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self.formulas: dict[int, array[int]] = {}
        self.merged: list[Area] = []
        self._errors: list[Area] = []

    def fill(self, bottom: int, right: int) -> None:
        """Note filled cells, by the last of their rows and of their columns.

        Raises:
            TooSpreadError: with them, the sheet is larger than any table.
        """
        if bottom > self.rows or right >= self.columns:
            self.rows, self.columns = max(self.rows, bottom), max(self.columns, right + 1)
            is_far = self.rows > MOST_ROWS or self.columns > MOST_COLUMNS
            if is_far or self.rows * self.columns > MOST_CELLS:
                raise TooSpreadError(self.rows, self.columns)

    def err(self, where: Area) -> None:
        """Note cells that hold an error."""
        self._errors.append(where)

    def calculate(self, where: Area) -> None:
        """Note cells that hold a formula."""
        for at in range(where.left, where.right + 1):
            rows = self.formulas.setdefault(at, array("l"))
            rows.extend(range(where.top, where.bottom + 1))

    def by_row(self, *, stale: bool = False) -> dict[int, list[Mark]]:
        """Gather what refuses a row.

        Args:
            stale: whether no formula was calculated.

        Raises:
            TooManyMarksError: it is more than a table has.
        """
        found: dict[int, list[Mark]] = {}
        areas = [(one, "table-error-cell") for one in self._errors]
        areas += [(one, "table-merged-cell") for one in self.merged]
        count = 0
        for area, code in areas:
            for row in range(area.top, min(area.bottom, self.rows) + 1):
                count += 1
                self._check(count)
                found.setdefault(row, []).append(Mark(area.left, area.right, code))
        if stale:
            self._check(count + sum(map(len, self.formulas.values())))
            for at, rows in self.formulas.items():
                for row in rows:
                    found.setdefault(row, []).append(Mark(at, at, "table-formula-not-calculated"))
        return found

    def _check(self, count: int) -> None:
        if count > _MOST_MARKS:
            raise TooManyMarksError(count)
