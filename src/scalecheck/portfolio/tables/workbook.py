"""Results as a sheet of Excel (extra `xlsx`): texts as texts, the same bytes every time."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scalecheck.errors import CannotWrite
from scalecheck.extras import needing
from scalecheck.portfolio.tables.values import Result, plain, printable

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DAY = datetime.datetime(1980, 1, 1)  # noqa: DTZ001
MOST_ROWS = 1_048_575
_WIDTHS = (9, 40)


class _Sheet:
    def __init__(self, sheet: Any, path: Path) -> None:
        self._sheet, self._path, self._at = sheet, path, 0

    def write(self, row: Sequence[Result]) -> None:
        """Write one row; an empty value leaves its cell empty."""
        self._at += 1
        if self._at > MOST_ROWS:
            raise CannotWrite(str(self._path), "too-many-rows")
        for at, value in enumerate(row):
            found = plain(value)
            if isinstance(found, str):
                self._sheet.write_string(self._at, at, printable(found))
            elif isinstance(found, bool):
                self._sheet.write_boolean(self._at, at, found)
            elif found is not None:
                self._sheet.write_number(self._at, at, found)

    def end(self, width: int) -> None:
        """Let every column be filtered."""
        self._sheet.autofilter(0, 0, max(self._at, 1), width - 1)


@contextmanager
def open_workbook(path: Path, names: Sequence[str]) -> Iterator[_Sheet]:
    """Open a workbook of one sheet, with its header.

    Raises:
        MissingExtra: `xlsx` is not installed.
        CannotWrite: there are more rows than a sheet holds, or the system refused.
    """
    with needing("xlsx"):
        import xlsxwriter  # type: ignore[import-untyped]
    with TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": folder})
        out = _begin(book, path, names)
        yield out
        out.end(len(names))
        try:
            book.close()
        except xlsxwriter.exceptions.XlsxWriterException as error:
            raise CannotWrite(str(path), str(error)) from error


def _begin(book: Any, path: Path, names: Sequence[str]) -> _Sheet:
    book.set_properties({"created": _DAY})
    sheet = book.add_worksheet("scalecheck")
    head = book.add_format({"bold": True, "bottom": 1})
    low, high = _WIDTHS
    for at, name in enumerate(names):
        sheet.set_column(at, at, min(max(len(name) + 2, low), high))
        sheet.write_string(0, at, name, head)
    sheet.freeze_panes(1, 1)
    return _Sheet(sheet, path)
