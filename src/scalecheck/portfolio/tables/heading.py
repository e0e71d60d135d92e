"""The header of a table: the row that names its columns, found among the first ones."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from scalecheck.portfolio.tables.spaces import squeeze
from scalecheck.portfolio.tables.table import cell_name

# Tells how many names of a row mean something; a table has its header where most do.
Chooser = Callable[[int, Sequence[str]], int]


class Heading(NamedTuple):
    """The names of the columns, and the row that they stand in."""

    number: int
    names: tuple[str, ...]

    @classmethod
    def choose(
        cls, rows: Sequence[tuple[int, Sequence[str]]], chooser: Chooser
    ) -> "Heading | None":
        """Find the header among the first rows; None where there is nothing but blanks.

        Args:
            rows: the first rows, with their numbers.
            chooser: how many names of a row are known; at equal numbers the first row is taken.
        """
        best: Heading | None = None
        most = -1
        for number, cells in rows:
            names = tuple(map(squeeze, cells))
            known = chooser(number, names) if any(names) else -1
            if known > most:
                best, most = cls(number, names), known
        return best


def repeated(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Find the names that stand more than once, with their positions."""
    counts = Counter(name for name in names if name)
    return {
        name: tuple(at for at, other in enumerate(names) if other == name)
        for name, count in counts.items()
        if count > 1
    }


def header_cells(sheet: str, number: int, positions: Sequence[int]) -> str:
    """Name cells of a header."""
    return ", ".join(cell_name(sheet, number, at) for at in positions)
