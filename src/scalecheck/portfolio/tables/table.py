"""What every table is once opened: names, rows of texts, and what is wrong cell by cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from scalecheck.model.diagnostic import Facts

WHOLE_ROW = -1
MOST_TOLD = 5  # places that one remark names


class Fault(NamedTuple):
    """What is wrong in a row, at a cell (its position from 0) or in all of it."""

    code: str
    at: int = WHOLE_ROW
    facts: Facts = ()


class Line(NamedTuple):
    """One row as texts, as many as there are names; `number` counts lines or rows from 1."""

    number: int
    cells: Sequence[str]
    faults: tuple[Fault, ...] = ()


class Remark(NamedTuple):
    """What is said of a whole table once it is read: a code, a place, facts."""

    code: str
    place: str = ""
    facts: Facts = ()


class Table(Protocol):
    """A table that is open: read once, from its first row to its last.

    `remarks` is complete when the last row was read.
    """

    source: str
    sheet: str
    names: tuple[str, ...]
    header: int
    remarks: list[Remark]

    def lines(self) -> Iterator[Line]:
        """Give the rows under the header; blank ones are passed over."""
        ...

    def place(self, number: int, at: int = WHOLE_ROW) -> str:
        """Say where a row or a cell is: `14`, or `Projets!D14`."""
        ...

    def done(self) -> float:
        """Tell which part of the table was read, from 0 to 1."""
        ...


def column_letters(at: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(sheet: str, number: int, at: int) -> str:
    """Name a cell, or a row where no cell is meant: `Projets!D14`, `Projets!14`."""
    where = f"{column_letters(at) if at >= 0 else ''}{number}"
    return f"{sheet}!{where}" if sheet else where


def remark(code: str, place: str = "", **facts: object) -> Remark:
    """Make a remark from named facts."""
    return Remark(code, place, tuple((name, str(fact)) for name, fact in facts.items()))


def fault(code: str, at: int = WHOLE_ROW, **facts: object) -> Fault:
    """Make a fault from named facts."""
    return Fault(code, at, tuple((name, str(fact)) for name, fact in facts.items()))


def told(places: Sequence[str], more: int = 0) -> str:
    """List the first places of many."""
    shown = ", ".join(places[:MOST_TOLD])
    return f"{shown}…" if more or len(places) > MOST_TOLD else shown
