"""JSON Lines: one object a line, its keys the names of the columns."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.tables.decoding import Lines, refuse_table
from scalecheck.portfolio.tables.spaces import squeeze
from scalecheck.portfolio.tables.table import WHOLE_ROW, Line, Remark, fault

_MOST_NAMES = 20_000
_LONE = re.compile("[\ud800-\udfff]")  # half a character, which no file can hold


class _TwiceError(ValueError):
    """A key stands twice in one object."""


class JsonLinesTable:
    """A file of objects; it is read once for the names, then once for the rows."""

    def __init__(self, path: Path) -> None:
        self._lines = Lines(path)
        self.source, self.sheet, self.header = str(path), "", 0
        self.remarks: list[Remark] = []
        names: dict[str, None] = {}
        for found in _objects(self._lines):
            if isinstance(found[1], dict):
                names.update(dict.fromkeys(found[1]))
            if len(names) > _MOST_NAMES:
                raise refuse_table(path, "table-too-wide", limit=_MOST_NAMES)
        if not names:
            raise refuse_table(path, "table-empty")
        self._keys = tuple(names)
        self.names = tuple(map(squeeze, names))
        self._lines = Lines(path)

    def lines(self) -> Iterator[Line]:
        """Give the rows; a line that is no object is at fault by itself."""
        for number, found in _objects(self._lines):
            if isinstance(found, dict):
                cells = [write_value(found.get(key)) for key in self._keys]
                deep = [at for at, cell in enumerate(cells) if cell is None]
                shown = ["" if cell is None else cell for cell in cells]
                if deep or any(shown):
                    faults = tuple(fault("table-nested-value", at) for at in deep)
                    yield Line(number, shown, faults)
            else:
                yield Line(number, [""] * len(self.names), (fault(*found),))
        self.remarks.extend(self._lines.remarks())

    def place(self, number: int, at: int = WHOLE_ROW) -> str:
        """Say where a row is: the number of its line."""
        return str(number)

    def done(self) -> float:
        """Tell which part of the file was read, from 0 to 1."""
        return min(self._lines.read / self._lines.size, 1.0)


def _objects(lines: Lines) -> Iterator[tuple[int, Any]]:
    """Each object with its line; a code where a line holds none. Blank lines are passed over."""
    for line in lines:
        if not line.isspace():
            yield lines.number, _parse(line)


def _parse(line: str) -> Any:
    try:
        found = json.loads(line, parse_float=str, parse_int=str, object_pairs_hook=_once)
    except _TwiceError:
        return ("table-key-twice",)
    except (ValueError, RecursionError):
        return ("table-not-json",)
    return found if isinstance(found, dict) else ("table-not-object",)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def write_value(value: Any) -> str | None:
    """Write a value as the text of a cell; None where it is too deep for one.

    Several values are joined by `|`; nothing is "".
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value if value.isascii() else _LONE.sub("\ufffd", value)
        case int() | float():
            return write_number(value)
        case _:
            return _join(value) if isinstance(value, list | tuple) else None


def _join(values: Sequence[Any]) -> str | None:
    parts = [None if isinstance(one, list | tuple) else write_value(one) for one in values]
    known = [part for part in parts if part is not None]
    return JOINT.join(filter(None, known)) if len(known) == len(parts) else None


def write_number(value: float) -> str:
    """Write a number with the fifteen digits that spreadsheets keep; a whole one has no point."""
    if isinstance(value, int):
        return str(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
