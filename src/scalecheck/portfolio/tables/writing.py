"""Results written row by row: the one list of the formats that are written."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress
from pathlib import Path
from typing import NamedTuple, Protocol, TextIO

from scalecheck.errors import UnknownName
from scalecheck.portfolio.tables.values import Result, harmless, plain


class Layout(NamedTuple):
    """What is written: the names of the columns, and what is said of the whole.

    `head` is plain data that opens a JSON document. `french` writes CSV as Excel reads it in
    French: semicolons, decimal commas, a byte-order mark.
    """

    names: tuple[str, ...]
    head: Mapping[str, object]
    french: bool = False


class Sink(Protocol):
    """Where rows go, one by one."""

    def write(self, row: Sequence[Result]) -> None:
        """Write one row, as many values as there are names."""
        ...


class _Csv:
    def __init__(self, file: TextIO, layout: Layout) -> None:
        delimiter = ";" if layout.french else ","
        self._writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        self._form: Callable[[Result], object] = _in_french if layout.french else _in_csv
        self._writer.writerow(layout.names)

    def write(self, row: Sequence[Result]) -> None:
        form = self._form
        self._writer.writerow(
            [value if value is None or value.__class__ is int else form(value) for value in row]
        )


def _in_csv(value: Result) -> object:
    return harmless(value) if isinstance(value, str) else plain(value)


def _in_french(value: Result) -> object:
    found = _in_csv(value)
    return str(found).replace(".", ",") if isinstance(found, float) else found


class _JsonLines:
    def __init__(self, file: TextIO, layout: Layout) -> None:
        self._file, self._names = file, layout.names

    def write(self, row: Sequence[Result]) -> None:
        self._file.write(f"{_object(self._names, row)}\n")


def _object(names: Sequence[str], row: Sequence[Result]) -> str:
    given = [value is not None for value in row]
    pairs = zip(compress(names, given), map(plain, compress(row, given)), strict=True)
    return json.dumps(dict(pairs), ensure_ascii=False)


class _Json:
    def __init__(self, file: TextIO, layout: Layout) -> None:
        self._file, self._names, self._mark = file, layout.names, "\n"
        head = json.dumps(layout.head, ensure_ascii=False, indent=2)
        file.write(f'{head.removesuffix("}").rstrip()},\n  "projects": [')

    def write(self, row: Sequence[Result]) -> None:
        self._file.write(f"{self._mark}    {_object(self._names, row)}")
        self._mark = ",\n"

    def close(self) -> None:
        self._file.write("\n  ]\n}\n")


@contextmanager
def _csv(path: Path, layout: Layout) -> Iterator[Sink]:
    encoding = "utf-8-sig" if layout.french else "utf-8"
    with path.open("w", encoding=encoding, errors="replace", newline="") as file:
        yield _Csv(file, layout)


@contextmanager
def _json_lines(path: Path, layout: Layout) -> Iterator[Sink]:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        yield _JsonLines(file, layout)


@contextmanager
def _json(path: Path, layout: Layout) -> Iterator[Sink]:
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        sink = _Json(file, layout)
        yield sink
        sink.close()


@contextmanager
def _xlsx(path: Path, layout: Layout) -> Iterator[Sink]:
    from scalecheck.portfolio.tables.workbook import open_workbook

    with open_workbook(path, layout.names) as sheet:
        yield sheet


@contextmanager
def _parquet(path: Path, layout: Layout) -> Iterator[Sink]:
    from scalecheck.portfolio.tables.parquet_out import open_parquet

    with open_parquet(path, layout.names) as sheet:
        yield sheet


WRITERS = {
    "csv": _csv,
    "json": _json,
    "jsonl": _json_lines,
    "parquet": _parquet,
    "xlsx": _xlsx,
}


def format_of(path: Path) -> str:
    """Tell the format of a file to write, by its extension.

    Raises:
        UnknownName: it is none that is written.
    """
    found = path.suffix.lower().removeprefix(".")
    if found not in WRITERS:
        raise UnknownName("format", found or path.name, tuple(WRITERS))
    return found
