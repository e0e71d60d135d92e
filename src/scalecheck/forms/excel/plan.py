"""What the workbook holds, before it is laid out: tables of rows, each cell with a hidden name.

The writer lays the plan out; the reader makes the same plan again, so as to know what stood in
each cell when the form left.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

KEY = "key"  # the hidden column that holds the names of the rows
MARKER = "scalecheck:"  # how the hidden cell that names a table begins
KNOWN, NEW = "known:", "new:"
LONGEST = 32_767  # what a cell holds, counted as Excel counts: a rare character is two

Live = Literal["", "says", "next", "name"]


class Entry(NamedTuple):
    """One line of a drop-down list: what it stands for, how it reads, what is said beside it.

    `short` reads it without its description; `names` are other ways of writing it by hand.
    """

    value: str
    text: str
    short: str
    says: str = ""
    next: str = ""
    names: tuple[str, ...] = ()


class Choices(NamedTuple):
    """A drop-down list. `name` is the same in every form of one rubric."""

    name: str
    entries: tuple[Entry, ...]
    ranked: int = 0  # how many of the first entries are levels

    def entry(self, value: str) -> Entry | None:
        """Find what stands for a value."""
        return next((one for one in self.entries if one.value == value), None)


class Cell(NamedTuple):
    """A cell: what stands in it when the form leaves, and whether it is to be filled.

    `live` cells follow others: what the chosen answer says, what the next level says, the name of
    an instance. `title` is the bold beginning of a text. `only` takes the levels of a list alone.
    """

    text: str = ""
    open: bool = False
    choices: Choices | None = None
    live: Live = ""
    title: str = ""
    only: bool = False
    tallest: str = ""  # the longest text that the cell may come to show


class Column(NamedTuple):
    """A column: its hidden name, its title, its width in characters, whether it is read back."""

    key: str
    title: str
    width: int
    read: bool = False


class Row(NamedTuple):
    """A row: its hidden name, its cells by column; a band is a title over the rows that follow."""

    key: str
    cells: Mapping[str, Cell]
    band: str = ""
    first: bool = False


class Table(NamedTuple):
    """One sheet to fill: `id` is its hidden name, `name` what people see on its tab.

    `counted` is the column whose filled cells are counted; the rows of a group count where their
    instance has a name. `names` are the columns that stay in sight, and `label` the one that
    tells the rows apart.
    """

    id: str
    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    names: int = 1
    label: str = ""
    counted: str = ""
    per: str = ""  # the table of the instances, where there is one row for each of them

    def column(self, key: str) -> int:
        """The place of a column, from 0."""
        return next(at for at, one in enumerate(self.columns) if one.key == key)

    def row(self, key: str) -> Row | None:
        """Find a row by its hidden name."""
        return next((one for one in self.rows if one.key == key), None)

    def asked(self) -> Iterator[Row]:
        """The rows to be filled."""
        return (one for one in self.rows if not one.band)


class Plan(NamedTuple):
    """All the tables of a form, in their order."""

    tables: tuple[Table, ...]

    def table(self, name: str) -> Table | None:
        """Find a table by its hidden name."""
        return next((one for one in self.tables if one.id == name), None)

    def choices(self) -> Iterator[Choices]:
        """Every drop-down list, once."""
        seen: set[str] = set()
        for table in self.tables:
            for row in table.rows:
                for cell in row.cells.values():
                    if cell.choices is not None and cell.choices.name not in seen:
                        seen.add(cell.choices.name)
                        yield cell.choices


def size(text: str) -> int:
    """Measure a text as Excel does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
