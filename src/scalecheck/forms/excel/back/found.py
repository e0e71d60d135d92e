"""What was found in a workbook: rows by their hidden names, and what was not understood."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.forms.excel.back.faults import Spot
from scalecheck.forms.excel.back.grids import Grid
from scalecheck.forms.filled import Misread, misread

_LONGEST = 200  # characters of a text that is quoted in a problem


class Typed(NamedTuple):
    """What stands in a cell now, and where it is."""

    text: str
    at: str


class Line(NamedTuple):
    """A row that was found: `key` is "" for one that somebody inserted."""

    key: str
    cells: Mapping[str, Typed]
    at: str

    def text(self, key: str) -> str:
        """What stands in a column, without the spaces around."""
        found = self.cells.get(key)
        return found.text.strip() if found is not None else ""

    def where(self, key: str) -> str:
        """Where a column of this row stands; the row itself where the column is gone."""
        found = self.cells.get(key)
        return found.at if found is not None else self.at

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed in the row."""
        return not any(one.text.strip() for one in self.cells.values())


class Found(NamedTuple):
    """All the rows found in a workbook, by table and by name, and those somebody inserted."""

    lines: Mapping[str, Mapping[str, Line]]
    added: Mapping[str, tuple[Line, ...]]
    words: Mapping[str, Mapping[str, str]]
    misread: tuple[Misread, ...]

    def line(self, table: str, key: str) -> Line | None:
        """Find a row by its hidden name."""
        return self.lines.get(table, {}).get(key)


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class Notes:
    """What was not understood, as it comes."""

    def __init__(self) -> None:
        self.misread: list[Misread] = []

    def at(self, code: str, cell: str, **facts: str) -> None:
        """Note something about a cell."""
        said = {name: _brief(text) for name, text in facts.items()}
        self.misread.append(misread(code, cell, **said))

    def spot(self, code: str, grid: Grid, spot: Spot, **facts: str) -> None:
        """Note something about a cell of a sheet."""
        self.at(code, grid.at(spot), **facts)
