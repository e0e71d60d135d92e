"""Read the XML of sheets as it is unpacked: where filled cells stand, and what is odd in them."""

import re
from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from scalecheck.portfolio.tables.sheet_marks import (
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    Marks,
    TooSpreadError,
)

_SPOT = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_FILLED = frozenset(("v", "is", "f"))


class SheetReader(Protocol):
    """Takes a part piece by piece; `sheets` is complete when the last was taken."""

    @property
    def sheets(self) -> Mapping[str, Marks]:
        """The sheets of the part, by name."""
        ...

    def take(self, piece: bytes, *, last: bool = False) -> None:
        """Take a piece.

        Raises:
            ValueError, expat.ExpatError: it is no sheet that can be read.
        """
        ...


class Worksheet:
    """Reads one part of an Excel workbook; its only sheet has no name here."""

    def __init__(self) -> None:
        self._marks = Marks()
        self.sheets: Mapping[str, Marks] = {"": self._marks}
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._row, self._said = 0, ""  # of the `row` around: its number, and as it is written
        self._spot = (0, -1)
        self._is_error = False
        self._columns: dict[str, int] = {}

    def take(self, piece: bytes, *, last: bool = False) -> None:
        """Take a piece."""
        self._parser.Parse(piece, last)

    def _start(self, name: str, said: dict[str, str]) -> None:
        local = name.rpartition(":")[2] if ":" in name else name
        if local == "c":
            self._cell(said)
        elif local in _FILLED:
            self._fill(local)
        elif local == "row":
            self._said = said.get("r", "")
            self._row = _whole(self._said) if self._said else self._spot[0] + 1
            self._spot = self._row, -1
        elif local == "mergeCell":
            first, _, last = said["ref"].partition(":")
            (top, left), (bottom, right) = spot(first), spot(last or first)
            self._marks.merged.append(Area(top, left, bottom, right))

    def _cell(self, said: dict[str, str]) -> None:
        where = said.get("r")
        if where is None:
            self._spot = self._spot[0], self._spot[1] + 1
        else:
            letters = where.removesuffix(self._said)
            at = self._columns.get(letters)
            self._spot = self._read(where) if at is None else (self._row, at)
        self._is_error = said.get("t") == "e"
        if self._is_error:
            self._marks.err(self._here())

    def _here(self) -> Area:
        row, at = self._spot
        return Area(row, at, row, at)

    def _read(self, where: str) -> tuple[int, int]:
        found = spot(where)
        self._columns[where.rstrip("0123456789")] = found[1]
        return found

    def _fill(self, local: str) -> None:
        row, at = self._spot
        self._marks.fill(row, at)
        if local == "f" and not self._is_error:
            self._marks.calculate(self._here())


class Document:
    """Reads the content of an OpenDocument workbook, where equal cells are told once."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self._marks = Marks()
        self._parser = _parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._depth, self._row, self._at = 0, 1, 0
        self._rows = self._columns = 1

    def take(self, piece: bytes, *, last: bool = False) -> None:
        """Take a piece."""
        self._parser.Parse(piece, last)

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._marks = self.sheets.setdefault(said.get("table:name", ""), Marks())
                self._row, self._at, self._rows, self._columns = 1, 0, 1, 1
        elif self._depth == 0:
            return
        elif name == "table:table-row":
            self._at, self._rows = 0, _times(said, "rows-repeated")
            _check(self._row + self._rows - 1, 1)
        elif name in _CELLS:
            self._columns = _times(said, "columns-repeated")
            _check(self._row, self._at + self._columns)
            self._cell(said)
        elif name == "text:p":
            self._fill(self._here())

    def _fill(self, here: Area) -> None:
        self._marks.fill(here.bottom, here.right)

    def _cell(self, said: dict[str, str]) -> None:
        here = self._here()
        if any(key in said for key in _VALUED):
            self._fill(here)
        if said.get("calcext:value-type") == "error":
            self._marks.err(here)
        elif "table:formula" in said:
            self._marks.calculate(here)
        across, down = _times(said, "columns-spanned"), _times(said, "rows-spanned")
        if across > 1 or down > 1:
            end = self._row + down - 1, self._at + across - 1
            self._marks.merged.append(Area(self._row, self._at, *end))

    def _here(self) -> Area:
        """The cell that is read, with all those that it stands for."""
        bottom, right = self._row + self._rows - 1, self._at + self._columns - 1
        return Area(self._row, self._at, bottom, right)

    def _end(self, name: str) -> None:
        if name == "table:table":
            self._depth -= 1
        elif name == "table:table-row":
            self._row += self._rows
        elif name in _CELLS:
            self._at += self._columns


_CELLS = ("table:table-cell", "table:covered-table-cell")
_VALUED = ("office:value-type", "calcext:value-type", "table:formula", "office:value")


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*declared: object) -> None:
    raise ValueError(declared)


def spot(where: str) -> tuple[int, int]:
    """Read the place of a cell, `D14`: its row from 1, its column from 0.

    Raises:
        ValueError: it is none.
    """
    found = _SPOT.fullmatch(where)
    if found is None:
        raise ValueError(where)
    at = 0
    for letter in found[1].upper():
        at = at * 26 + ord(letter) - 64
    return int(found[2]), at - 1


def _times(said: Mapping[str, str], what: str) -> int:
    return _whole(said.get(f"table:number-{what}", "1"))


def _whole(text: str) -> int:
    """Read a small whole number, 1 or more.

    Raises:
        ValueError: it is none.
    """
    if not (text.isascii() and text.isdecimal() and len(text) < 12 and int(text)):
        raise ValueError(text)
    return int(text)


def _check(rows: int, columns: int) -> None:
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise TooSpreadError(rows, columns)
