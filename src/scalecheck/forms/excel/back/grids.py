"""The sheets of a workbook that came back, every cell as the text that stands in it."""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from scalecheck.extras import needing
from scalecheck.forms.carry import tidy
from scalecheck.forms.excel.back.faults import Faults, Spot, find_faults
from scalecheck.forms.excel.back.package import RefusedPackage, is_workbook, read_package, rebuild
from scalecheck.forms.excel.plan import MARKER
from scalecheck.forms.excel.written.places import address

_DIGITS = 15  # what Excel keeps of a number


class Grid(NamedTuple):
    """One sheet: its name, the text of its cells by row, what is odd in some of them."""

    name: str
    cells: tuple[tuple[str, ...], ...]
    faults: Faults

    def text(self, spot: Spot) -> str:
        """What stands in a cell; "" beyond the last one."""
        row, column = spot
        line = self.cells[row] if row < len(self.cells) else ()
        return line[column] if column < len(line) else ""

    def at(self, spot: Spot) -> str:
        """Name a cell as people do: `Évaluation!D14`."""
        return f"{self.name}!{address(*spot)}"

    def markers(self) -> Iterator[tuple[Spot, str]]:
        """Find the hidden cells that say what a sheet holds."""
        for row, line in enumerate(self.cells):
            for column, text in enumerate(line):
                if text.startswith(MARKER):
                    yield (row, column), text.removeprefix(MARKER)

    def filled(self) -> Iterator[Spot]:
        """The cells that hold something."""
        for row, line in enumerate(self.cells):
            yield from ((row, column) for column, text in enumerate(line) if text.strip())


def read_grids(data: bytes) -> tuple[Grid, ...] | None:
    """Read every sheet of a workbook; None where the bytes are no workbook.

    Raises:
        RefusedPackage: it is damaged, or larger than any form.
        MissingExtra: python-calamine is not installed.
    """
    if data[:4] != b"PK\x03\x04":
        return None
    parts = read_package(data)
    if not is_workbook(parts):
        return None
    faults = find_faults(parts)
    with needing("xlsx"):
        from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(rebuild(parts)) as book:
            return tuple(_grid(book, name, faults) for name in book.sheet_names)
    except (CalamineError, OSError) as error:
        raise RefusedPackage(str(error)) from error


def _grid(book: Any, name: str, faults: Mapping[str, Faults]) -> Grid:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Grid(name, _cells(rows), faults.get(name, Faults({}, {}, [])))


def _cells(rows: list[list[object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(said, row)) for row in rows)


def said(value: object) -> str:
    """Write the value of a cell as it would have been typed in a form."""
    match value:
        case str():
            return tidy(value)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value)
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            return "" if value is None else str(value)


def _number(value: float) -> str:
    """Write a number without the noise of its binary form: `3`, `0.7`."""
    text = format(Decimal(f"{value:.{_DIGITS}g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
