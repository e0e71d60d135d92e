"""A workbook looked through before a library reads it: its parts, their true size, its sheets.

The library that reads cells takes any size that a file claims: one cell at the far end of a sheet
makes it ask for more memory than there is, and stops the whole program. So every part is unpacked
and read here first, a piece at a time.
"""

import copy
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from scalecheck.portfolio.tables.decoding import refuse_table
from scalecheck.portfolio.tables.sheet_marks import Marks, TooManyMarksError, TooSpreadError
from scalecheck.portfolio.tables.sheet_xml import Document, SheetReader, Worksheet

_MOST_BYTES = 500_000_000  # all parts together, once unpacked
_MOST_PARTS = 5_000
_LONGEST_INDEX = 10_000_000  # bytes of the list of sheets
_PIECE = 1 << 18
_CONTENT, _WORKBOOK, _RELATIONS = "content.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, expat.ExpatError),
    *(ElementTree.ParseError, EOFError, LookupError, OSError, ValueError),
)


class _TooLargeError(Exception):
    """More is packed than a table holds."""


class Workbook(NamedTuple):
    """What the XML of a workbook tells.

    `sheets` are by name. `is_stale`: the file itself says that its formulas have still to be
    calculated.
    """

    sheets: Mapping[str, Marks]
    is_stale: bool = False


def look_through(path: Path) -> Workbook:
    """Unpack and read every part of a workbook, none of which is kept.

    Raises:
        UnreadableSource: it is damaged, locked, or holds far more than a table.
    """
    try:
        with zipfile.ZipFile(path) as book:
            return _look_through(book)
    except TooSpreadError as error:
        rows, columns = error.rows, error.columns
        raise refuse_table(path, "table-too-spread", rows=rows, columns=columns) from error
    except (_TooLargeError, TooManyMarksError) as error:
        raise refuse_table(path, "table-too-large") from error
    except _DAMAGED as error:
        raise refuse_table(path, "table-not-a-workbook") from error
    except (NotImplementedError, RuntimeError) as error:  # a part is encrypted
        raise refuse_table(path, "table-locked") from error


def _look_through(book: zipfile.ZipFile) -> Workbook:
    infos = book.infolist()
    if len(infos) > _MOST_PARTS:
        raise _TooLargeError
    names = [info.filename for info in infos]
    alike = {name.lower() for name in names}
    if len(alike) < len(names) or "xl/workbook.bin" in alike:
        raise ValueError(names)  # whoever reads a part by its name may find another
    left, found = _MOST_BYTES, dict[str, Mapping[str, Marks]]()
    for info in infos:
        reader = _reader(info.filename)
        left -= _read(book, info, reader, left)
        found[info.filename] = reader.sheets if reader else {}
    if _CONTENT in found:
        return Workbook(found[_CONTENT])
    return _sheets(book, found) if _WORKBOOK in found else Workbook({})


def _reader(name: str) -> SheetReader | None:
    """Choose what reads a part; a sheet may stand in any that is XML."""
    if name == _CONTENT:
        return Document()
    return Worksheet() if name.lower().endswith((".xml", ".rels")) else None


def _read(
    book: zipfile.ZipFile, info: zipfile.ZipInfo, reader: SheetReader | None, left: int
) -> int:
    """Read a part to its true end; tell its size, which must be the one it claims."""
    size = 0
    for piece in _pieces(book, info):
        size += len(piece)
        if size > left:
            raise _TooLargeError
        if reader is not None:
            reader.take(piece)
    if size != info.file_size:
        raise ValueError(info.filename)
    if reader is not None:
        reader.take(b"", last=True)
    return size


def _pieces(book: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part; what it claims of its size is not what stops the reading."""
    whole = copy.copy(info)
    whole.file_size = info.file_size + _MOST_BYTES
    with book.open(whole) as part:
        while piece := part.read(_PIECE):
            yield piece


def _sheets(book: zipfile.ZipFile, found: Mapping[str, Mapping[str, Marks]]) -> Workbook:
    """The sheets of an Excel workbook by their names, each in the part that holds it."""
    root, relations = (_index(book, name) for name in (_WORKBOOK, _RELATIONS))
    targets = {one.get("Id"): _part(one.get("Target", "")) for one in relations}
    for name in targets.values():
        _check_target(book, name)
    sheets: dict[str, Marks] = {}
    for one in root.iter():
        called = one.get("name")
        part = targets.get(one.get(_RELATION), "")
        marks = found.get(part, {}).get("")
        if called is not None and marks is not None:
            sheets[called] = marks
    stale = (one.get("fullCalcOnLoad") for one in root.iter() if one.tag.endswith("calcPr"))
    return Workbook(sheets, any(said in ("1", "true") for said in stale))


def _check_target(book: zipfile.ZipFile, name: str) -> None:
    """Refuse a part that could be read as a sheet, and was not looked through."""
    if _reader(name) is None and name in book.NameToInfo:
        with book.open(name) as part:
            if part.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
                raise ValueError(name)


def _index(book: zipfile.ZipFile, name: str) -> ElementTree.Element:
    info = book.getinfo(name)
    if info.file_size > _LONGEST_INDEX:
        raise _TooLargeError
    return ElementTree.fromstring(book.read(info))


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
