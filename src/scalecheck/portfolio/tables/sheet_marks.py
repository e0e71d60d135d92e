"""What the XML of a sheet tells and its values do not: formulas, errors, merged areas."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from scalecheck.portfolio.tables.decoding import refuse_table

_LARGEST = 1_500_000_000  # bytes of XML, all parts together
_MOST_MERGED = 1_000_000  # cells
_CHUNK = 1 << 20
_PREFIX = rb"(?:\w+:)?"
_CELL = re.compile(
    rb"<" + _PREFIX + rb"c\s([^<>]*?)>\s*(<" + _PREFIX + rb"f[\s/>])?|<" + _PREFIX + rb"c\s[^<>]*$"
)
_WHERE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR = re.compile(rb'\bt="e"')
_STALE = re.compile(r'fullCalcOnLoad="(1|true)"')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Area = tuple[tuple[int, int], tuple[int, int]]


class Marks(NamedTuple):
    """What is odd in the cells of a sheet, by row from 1, with the position of the column.

    `is_stale`: the file itself says that its formulas have still to be calculated.
    """

    rows: dict[int, list[tuple[int, str]]]
    is_stale: bool


def check_archive(path: Path) -> None:
    """Look through an archive before anything unpacks it: what it says of its parts is true.

    Raises:
        UnreadableSource: it is damaged, or holds far more than a table.
    """
    try:
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > _LARGEST:
                raise refuse_table(path, "table-too-large")
            is_sound = book.testzip() is None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError) as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    except (NotImplementedError, RuntimeError) as error:  # a part is encrypted
        raise refuse_table(path, "table-locked") from error
    if not is_sound:
        raise refuse_table(path, "table-not-a-workbook")


def marks_of(path: Path, sheet: str, merged: Sequence[Area]) -> Marks:
    """Find what is odd in a sheet.

    Raises:
        UnreadableSource: the file is damaged.
    """
    rows: dict[int, list[tuple[int, str]]] = {}
    try:
        with zipfile.ZipFile(path) as book:
            stale, found = _find(book, sheet)
            for number, at, code in (*found, *_covered(merged)):
                rows.setdefault(number, []).append((at, code))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, ValueError) as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    return Marks(rows, stale)


Found = Iterator[tuple[int, int, str]]


def _find(book: zipfile.ZipFile, sheet: str) -> tuple[bool, Found]:
    names = set(book.namelist())
    if "content.xml" in names:
        return False, _in_document(book, sheet)
    if "xl/workbook.xml" not in names:
        return False, iter(())
    workbook = book.read("xl/workbook.xml").decode("utf-8", "replace")
    return bool(_STALE.search(workbook)), _in_sheet(book, _part_of(book, sheet))


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds a sheet of a workbook."""
    root = ElementTree.fromstring(book.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for one in root.iter():
        if one.tag.endswith("}sheet") and one.get("name") == sheet:
            target = targets[one.get(_RELATION)]
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(sheet)


def _in_sheet(book: zipfile.ZipFile, part: str) -> Found:
    """Formulas and errors of a part, read piece by piece."""
    with book.open(part) as file:
        left = b""
        while piece := file.read(_CHUNK):
            text = left + piece
            left = b""
            for found in _CELL.finditer(text):
                if found[1] is None or found.end() > len(text) - 16:
                    left = text[found.start() :] if len(text) - found.start() < _CHUNK else b""
                    break
                yield from _read_cell(found)
        yield from (mark for found in _CELL.finditer(left) for mark in _read_cell(found))


def _read_cell(found: re.Match[bytes]) -> Found:
    attributes = found[1] or b""
    is_error = _ERROR.search(attributes)
    if not (found[2] or is_error):
        return
    where = _WHERE.search(attributes)
    if where:
        code = "error-cell" if is_error else "formula"
        yield int(where[2]), _position(where[1]), code


def _position(letters: bytes) -> int:
    at = 0
    for letter in letters:
        at = at * 26 + letter - 64
    return at - 1


def _covered(merged: Sequence[Area]) -> Found:
    """The cells of merged areas: a value that stands for several rows is nobody's."""
    count = 0
    for (top, left), (bottom, right) in merged:
        for row in range(top, bottom + 1):
            for at in range(left, right + 1):
                count += 1
                if count > _MOST_MERGED:
                    return
                yield row + 1, at, "merged-cell"


def _in_document(book: zipfile.ZipFile, sheet: str) -> Found:
    """Formulas, errors and merged areas of an OpenDocument sheet, read element by element."""
    inside, row = False, 0
    with book.open("content.xml") as file:
        for event, one in ElementTree.iterparse(file, events=("start", "end")):
            if one.tag == f"{_TABLE}table" and one.get(f"{_TABLE}name") == sheet:
                inside = event == "start"
            if event == "end" and one.tag == f"{_TABLE}table-row":
                if inside:
                    yield from _in_row(one, row)
                    row += _times(one, "rows")
                one.clear()


def _in_row(row: ElementTree.Element, above: int) -> Found:
    at = 0
    for cell in row:
        repeated = _times(cell, "columns")
        if cell.get(f"{_CALC}value-type") == "error":
            yield above + 1, at, "error-cell"
        elif cell.get(f"{_TABLE}formula"):
            yield above + 1, at, "formula"
        across = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        if across * down > 1:
            yield from _covered([((above, at), (above + down - 1, at + across - 1))])
        at += repeated


def _times(one: ElementTree.Element, what: str) -> int:
    return int(one.get(f"{_TABLE}number-{what}-repeated", "1"))
