"""Where everything stands in the workbook: what formulas and lists refer to."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.forms.excel.plan import Choices, Plan, Table
from scalecheck.forms.excel.written.sizing import wrapped

LISTS, MARK = "_listes", "_scalecheck"
SAYS, NEXT, SHORT = 1, 2, 5  # columns of the hidden lists


class Place(NamedTuple):
    """Where a table stands: its sheet, the lines above it, the row of each of its names."""

    sheet: str
    about: tuple[str, ...]
    rows: Mapping[str, int]

    @property
    def progress(self) -> int:
        """The line that tells how far one is."""
        return len(self.about)

    @property
    def keys(self) -> int:
        """The hidden line that names the columns."""
        return len(self.about) + 1

    @property
    def head(self) -> int:
        """The line of the titles."""
        return len(self.about) + 2


class Places(NamedTuple):
    """Where the tables stand, and the lines of each list on the hidden sheet."""

    plan: Plan
    tables: Mapping[str, Place]
    lists: Mapping[str, int]

    def listed(self, choices: Choices, column: int = 0) -> str:
        """Refer to the lines of a list."""
        first = self.lists[choices.name]
        return refer(LISTS, first, column, first + len(choices.entries) - 1, column)

    def ranked(self, choices: Choices) -> str:
        """Refer to the levels of a list, as they read without their description."""
        first = self.lists[choices.name]
        return refer(LISTS, first, SHORT, first + choices.ranked - 1, SHORT)

    def span(self, table: Table, key: str) -> str:
        """Refer to all the cells of a column of a table."""
        place, at = self.tables[table.id], table.column(key)
        rows = sorted(place.rows.values()) or [place.head + 1]
        return refer(place.sheet, rows[0], at, rows[-1], at)

    def cell(self, table: Table, row: str, key: str) -> str:
        """Refer to one cell of a table."""
        place, at = self.tables[table.id], table.column(key)
        return refer(place.sheet, place.rows[row], at)


def find_places(plan: Plan, names: Mapping[str, str]) -> Places:
    """Give every table its lines; `names` are those of the sheets."""
    tables = {table.id: _place(table, names[table.id]) for table in plan.tables}
    lists: dict[str, int] = {}
    line = 1
    for choices in plan.choices():
        lists[choices.name] = line
        line += len(choices.entries)
    return Places(plan, tables, lists)


def _place(table: Table, sheet: str) -> Place:
    width = sum(column.width for column in table.columns)
    about = tuple(wrapped(table.about, max(min(width - 20, 170), 60)))
    start = len(about) + 3
    rows: dict[str, int] = {row.key: start + n for n, row in enumerate(table.rows)}
    return Place(sheet, about, rows)


def refer(sheet: str, row: int, column: int, row2: int | None = None, column2: int = 0) -> str:
    """Write a reference that does not move: `'Évaluation'!$B$5:$B$9`."""
    quoted = sheet.replace("'", "''")
    first = f"'{quoted}'!{address(row, column, '$')}"
    return first if row2 is None else f"{first}:{address(row2, column2, '$')}"


def address(row: int, column: int, mark: str = "") -> str:
    """Name a cell as people do: `D14`. Rows and columns count from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{mark}{letters}{mark}{row + 1}"
