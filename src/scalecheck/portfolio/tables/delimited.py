"""CSV tables: comma, semicolon or tab; a quote that is never closed costs its own line only."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scalecheck.portfolio.tables.decoding import Lines, refuse_table
from scalecheck.portfolio.tables.heading import Chooser, Heading
from scalecheck.portfolio.tables.table import (
    WHOLE_ROW,
    Fault,
    Line,
    Remark,
    fault,
)

DELIMITERS = (";", "\t", ",")
_SAMPLE = 20  # records among which the heading is looked for
_MOST_BROKEN = 10_000  # lines with a quote that is not closed; a table has no more
_LONGEST_CELL = 131_072  # characters: those that `csv` takes
_MOST_LINES = 1_000  # of one record
_MOST_AGAIN = 2_000_000  # lines that are read again, all together
_MOST_CHARACTERS = 400_000_000  # of those lines


class Record(NamedTuple):
    """One record, where it begins, and what is wrong with its quotes."""

    number: int
    cells: Sequence[str]
    faults: tuple[Fault, ...] = ()


class _Feed:
    """Lines for a reader, those that the current record took, and those given back.

    A record of too many lines gets no more: its quote is taken for one that is never closed.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines, self.taken = lines, list[str]()
        self.again: deque[str] = deque()
        self.lines_again = self.characters_again = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES:
            raise StopIteration
        line = self.again.popleft() if self.again else next(self.lines)
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Keep the first line of the record only; the others are read again."""
        self.lines_again += len(self.taken) - 1
        self.characters_again += sum(map(len, self.taken)) - len(self.taken[0])
        self.again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


class Records:
    """The records of a CSV text, in order.

    A record of several lines must be as wide as the table; else its quote was never closed: its
    first line alone is at fault, and the others are read for themselves. Until the width of the
    table is set, it is any that was met.
    """

    def __init__(self, lines: Iterator[str], delimiter: str) -> None:
        self._feed, self._delimiter = _Feed(lines), delimiter
        self._met: set[int] = set()
        self.width = 0
        self._number, self._broken = 1, 0

    def __iter__(self) -> Iterator[Record]:
        """Give each record with its first line."""
        feed = self._feed
        taken, reader = feed.taken, self._read()
        while not self._is_beyond():
            taken.clear()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = None
            if cells is not None and (len(taken) == 1 or self._fits(len(cells))):
                if not self.width:
                    self._met.add(len(cells))
                yield Record(self._number, cells)
                self._number += len(taken)
            else:
                yield self._set_aside()
                reader = self._read()
        yield Record(self._number, (), (fault("table-too-broken"),))

    def _is_beyond(self) -> bool:
        """Tell whether more was read again than any table asks for."""
        feed = self._feed
        is_long = feed.lines_again > _MOST_AGAIN or feed.characters_again > _MOST_CHARACTERS
        return is_long or self._broken > _MOST_BROKEN

    def _read(self) -> Iterator[list[str]]:
        return csv.reader(self._feed, delimiter=self._delimiter, strict=True)

    def _fits(self, width: int) -> bool:
        return width == self.width if self.width else width in self._met or not self._met

    def _set_aside(self) -> Record:
        """Give the first line of a broken record, and put the others back."""
        self._broken += 1
        self._feed.give_back()
        self._number += 1
        cells = _split(self._feed.taken[0], self._delimiter)
        is_long = any(len(cell) > _LONGEST_CELL for cell in cells)
        found = fault("table-cell-too-long", limit=_LONGEST_CELL) if is_long else _OPEN
        return Record(self._number - 1, cells, (found,))


_OPEN = fault("table-quote-open")


def _split(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


class DelimitedTable:
    """A CSV file, read once from its first line to its last."""

    def __init__(self, path: Path, chooser: Chooser) -> None:
        self._lines = Lines(path)
        self.source, self.sheet = str(path), ""
        self.remarks: list[Remark] = []
        source = iter(self._lines)
        first = _first_lines(source)
        delimiter, start = _delimiter(first)
        table = Records(_chain(first[start:], source), delimiter)
        records = iter(table)
        sample = list(islice(records, _SAMPLE))
        heading = Heading.choose([(r.number + start, r.cells) for r in sample], chooser)
        if heading is None:
            raise refuse_table(path, "table-empty")
        self.names, self.header, self._start = heading.names, heading.number, start
        table.width = len(self.names)
        self._rest = [r for r in sample if r.number + start > heading.number]
        self._records = records

    def lines(self) -> Iterator[Line]:
        """Give the rows under the header; blank ones are passed over."""
        width = len(self.names)
        for some in (self._rest, self._records):
            for number, cells, faults in some:
                if len(cells) == width and not faults:
                    if any(cells):
                        yield Line(number + self._start, cells)
                elif any(cells) or faults:
                    yield _odd(Record(number + self._start, cells, faults), width)
        self.remarks.extend(self._lines.remarks())

    def place(self, number: int, at: int = WHOLE_ROW) -> str:
        """Say where a row is: the number of its line."""
        return str(number)

    def done(self) -> float:
        """Tell which part of the file was read, from 0 to 1."""
        return min(self._lines.read / self._lines.size, 1.0)


def _odd(record: Record, width: int) -> Line:
    """A row that is not as wide as the header: a value may then stand in another's column."""
    cells, faults = list(record.cells), record.faults
    if len(cells) > width and not faults:
        faults = (fault("table-too-many-cells", got=len(cells), wanted=width),)
    if len(cells) < width and not faults:
        faults = (fault("table-cells-missing", got=len(cells), wanted=width),)
    return Line(record.number, (cells + [""] * width)[:width], faults)


def _first_lines(source: Iterator[str]) -> list[str]:
    return list(islice(source, _SAMPLE))


def _chain(first: Sequence[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _delimiter(lines: Sequence[str]) -> tuple[str, int]:
    """Tell what separates the cells, and how many lines say only that (`sep=;`)."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[4], 1
    counts = {mark: max((_width(line, mark) for line in lines), default=0) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark]), 0


def _width(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), ()))
    except csv.Error:
        return 0
