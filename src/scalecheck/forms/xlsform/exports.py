"""The shapes that exports come in: CSV, a zip of several, a workbook, JSON.

KoboToolbox leaves repeated parts out of its CSV, and puts them in sheets of their own in its
workbook; ODK Central puts them in files of their own in a zip; both nest them in JSON.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.extras import needing
from scalecheck.forms.xlsform.lines import Export, Line, Table, join

_LARGEST = 200_000_000
_MOST_FILES = 200
_DEEPEST = 12
_LISTS = ("results", "value")


def read_export(data: bytes) -> Export:
    """Read an export of any known shape.

    Raises:
        ValueError: it is none of them, or it is damaged.
        MissingExtra: it is a workbook, and python-calamine is not installed.
    """
    if data[:2] == b"PK":
        return join(tuple(_packed(data)))
    text = decode(data)
    if text.lstrip()[:1] in ("{", "["):
        return Export(tuple(_submissions(text)))
    return join((read_csv("", text),))


def decode(data: bytes) -> str:
    """Read a text in the encodings that exports and spreadsheets write."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def read_csv(name: str, text: str) -> Table:
    """Read a table of texts; what separates its columns is seen on its first line."""
    separator = ""
    if text[:4].lower() == "sep=" and len(text) > 4:
        separator, (_, _, text) = text[4], text.partition("\n")
    found = csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator(text))
    try:
        rows = list(found)
    except csv.Error as error:
        raise ValueError("not a table of texts") from error
    return Table(name, [one.strip() for one in rows[0]] if rows else [], rows[1:])


def _separator(text: str) -> str:
    counts = dict.fromkeys(";,\t", 0)
    quoted = False
    for character in text:
        quoted ^= character == '"'
        if character == "\n" and not quoted:
            break
        if character in counts and not quoted:
            counts[character] += 1
    return max(counts, key=lambda one: counts[one])


def _packed(data: bytes) -> Iterator[Table]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise ValueError("not a zip") from error
    with archive:
        infos = archive.infolist()
        if sum(one.file_size for one in infos) > _LARGEST or len(infos) > _MOST_FILES:
            raise ValueError("too large")
        if "[Content_Types].xml" in archive.namelist():
            yield from _workbook(data)
            return
        for info in infos:
            if info.filename.lower().endswith(".csv"):
                yield read_csv(info.filename, decode(_inside(archive, info)))


def _inside(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(info)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise ValueError("a damaged or locked zip") from error


def _workbook(data: bytes) -> Iterator[Table]:
    with needing("xlsx"):
        from python_calamine import CalamineError, CalamineWorkbook
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            texts = [[_text(one) for one in row] for row in rows]
            yield Table(name, texts[0] if texts else [], texts[1:])
    except CalamineError as error:
        raise ValueError("not a workbook") from error


def _text(value: Any) -> str:
    """Write a cell as text: whole numbers without a point, dates as ISO."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _submissions(text: str) -> Iterator[Line]:
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError("not JSON") from error
    if isinstance(found, Mapping):
        found = next((found[one] for one in _LISTS if isinstance(found.get(one), list)), [found])
    for number, one in enumerate(found, 1):
        if isinstance(one, Mapping):
            yield _nested(str(number), one)


def _nested(where: str, one: Mapping[str, Any]) -> Line:
    cells: dict[str, str] = {}
    under: list[Line] = []
    for path, value in _leaves(one, ""):
        if isinstance(value, list):
            parts = enumerate((part for part in value if isinstance(part, Mapping)), 1)
            under += [_nested(f"{where}:{path}[{number}]", part) for number, part in parts]
        else:
            cells[path] = _text(value)
    return Line(where, tuple(cells.items()), False, tuple(under))


def _leaves(value: Mapping[str, Any], path: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Go through groups: nested ones, and those written in the keys."""
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    for name, one in value.items():
        below = f"{path}/{name}" if path else str(name)
        if isinstance(one, Mapping):
            yield from _leaves(one, below, depth + 1)
        else:
            yield below, one
