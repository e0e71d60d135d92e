"""What the values of cells do not tell: formulas, error values, merged cells, and the true size."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from scalecheck.forms.excel.back.package import RefusedPackage, is_open_document

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 2_000, 3_000_000
Spot = tuple[int, int]


class Merged(NamedTuple):
    """A range of cells made one, both ends included."""

    first: Spot
    last: Spot


class Faults(NamedTuple):
    """What is odd in one sheet, by the place of the cell."""

    formulas: dict[Spot, str]
    errors: dict[Spot, str]
    merged: list[Merged]


def find_faults(parts: Mapping[str, bytes]) -> dict[str, Faults]:
    """Read every sheet of a workbook for what its values do not tell, by the name of the sheet.

    Raises:
        RefusedPackage: a part is not XML, or a sheet is larger than any form.
    """
    try:
        if is_open_document(parts):
            return _Document().read(parts["content.xml"])
        sheets = _sheet_parts(parts)
        return {name: _Worksheet().read(parts[path]) for name, path in sheets.items()}
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise RefusedPackage(str(error)) from error


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Find the part of each sheet of an Excel workbook."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(name: str, said: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            targets[said["Id"]] = said["Target"]

    def sheet(name: str, said: dict[str, str]) -> None:
        if _local(name) == "sheet":
            sheets[said["name"]] = next(v for k, v in said.items() if _local(k) == "id")

    _parse(parts["xl/_rels/workbook.xml.rels"], relation)
    _parse(parts["xl/workbook.xml"], sheet)
    paths = {name: _path(targets[key]) for name, key in sheets.items()}
    return {name: path for name, path in paths.items() if path in parts}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _parse(data: bytes, start: Callable[[str, dict[str, str]], None]) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(data, True)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Extent:
    """How far the filled cells of a sheet go; one larger than any form is refused."""

    def __init__(self) -> None:
        self.rows = self.columns = 0

    def reach(self, rows: int, columns: int) -> None:
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        size = self.rows * self.columns
        if self.rows > MOST_ROWS or self.columns > MOST_COLUMNS or size > MOST_CELLS:
            raise RefusedPackage(f"{self.rows} x {self.columns}")


class _Worksheet:
    """Reads one sheet of an Excel workbook."""

    def __init__(self) -> None:
        self.faults = Faults({}, {}, [])
        self.row, self.column, self.extent = -1, -1, _Extent()
        self.is_error, self.text, self.listens = False, "", False

    def read(self, data: bytes) -> Faults:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._hear
        parser.Parse(data, True)
        return self.faults

    def _start(self, name: str, said: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self.row = int(said["r"]) - 1 if "r" in said else self.row + 1
                self.column = -1
            case "c":
                self._cell(said)
            case "f" | "v" | "is":
                self.text, self.listens = "", True
                self.extent.reach(self.row + 1, self.column + 1)
            case "mergeCell":
                first, _, last = said["ref"].partition(":")
                self.faults.merged.append(Merged(spot(first), spot(last or first)))
            case _:
                pass

    def _cell(self, said: dict[str, str]) -> None:
        if "r" in said:
            self.row, self.column = spot(said["r"])
        else:
            self.column += 1
        self.is_error = said.get("t") == "e"

    def _hear(self, text: str) -> None:
        if self.listens:
            self.text += text

    def _end(self, name: str) -> None:
        local = _local(name)
        if local == "f":
            self.faults.formulas[(self.row, self.column)] = self.text
        elif local == "v" and self.is_error:
            self.faults.errors[(self.row, self.column)] = self.text
        self.listens = self.listens and local not in ("f", "v", "is")


def spot(reference: str) -> Spot:
    """Read the place of a cell, `D14`; both count from 0."""
    letters = reference.replace("$", "").rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(reference)
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference.replace("$", "")[len(letters) :]) - 1, column - 1


class _Document:
    """Reads every sheet of a workbook of LibreOffice, where equal cells are told once."""

    def __init__(self) -> None:
        self.found: dict[str, Faults] = {}
        self.faults = Faults({}, {}, [])
        self.row = self.column = 0
        self.alike, self.cell_alike, self.depth = 1, 1, 0
        self.extent = _Extent()

    def read(self, data: bytes) -> dict[str, Faults]:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(data, True)
        return self.found

    def _start(self, name: str, said: dict[str, str]) -> None:
        match name:
            case "table:table":
                self.depth += 1
                if self.depth == 1:
                    self.faults = self.found.setdefault(said["table:name"], Faults({}, {}, []))
                    self.row, self.extent = 0, _Extent()
            case "table:table-row":
                self.column = 0
                self.alike = int(said.get("table:number-rows-repeated", "1"))
            case "table:table-cell" | "table:covered-table-cell":
                self._cell(said)
            case "text:p":
                self._fill()
            case _:
                pass

    def _cell(self, said: dict[str, str]) -> None:
        self.cell_alike = int(said.get("table:number-columns-repeated", "1"))
        here = (self.row, self.column)
        if "table:formula" in said:
            self.faults.formulas[here] = said["table:formula"].partition(":")[2]
        if said.get("calcext:value-type") == "error":
            self.faults.errors[here] = "#"
        wide, high = (
            int(said.get(f"table:number-{way}-spanned", "1")) for way in ("columns", "rows")
        )
        if wide * high > 1:
            last = (self.row + high - 1, self.column + wide - 1)
            self.faults.merged.append(Merged(here, last))
        if "office:value-type" in said:
            self._fill()

    def _fill(self) -> None:
        """Count a cell that holds something, with all those that it stands for."""
        self.extent.reach(self.row + self.alike, self.column + self.cell_alike)

    def _end(self, name: str) -> None:
        if name == "table:table":
            self.depth -= 1
        elif name == "table:table-row":
            self.row += self.alike
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.column += self.cell_alike
