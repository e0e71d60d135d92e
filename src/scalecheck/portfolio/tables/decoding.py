"""The lines of a text file, whatever wrote it: UTF-8, Windows-1252 where it shows, UTF-16."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from scalecheck.errors import UnreadableSource
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.portfolio.tables.table import MOST_TOLD, Remark, remark, told

_STRAY = re.compile("[\udc80-\udcff]")
_HEAD = 4096
LONGEST_LINE = 8_000_000  # characters: what is longer is no table


class Lines:
    """The lines of a file, with their ends; counts them, and notes those that were not UTF-8.

    A byte that is not UTF-8 is read as Windows-1252, in its own line only: a file that mixes both
    is read right, and named.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.number, self.read = path, 0, 0
        self.size = max(_size(path), 1)
        self.stray: list[int] = []
        self.strays = 0
        self.is_mixed = False
        self._file: TextIO | None = None

    def __iter__(self) -> Iterator[str]:
        """Give each line, repaired where it must be."""
        with _open(self.path) as file:
            self._file = file
            while line := file.readline(LONGEST_LINE):
                self.number += 1
                if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
                    raise UnreadableSource([_about(self.path, "table-line-too-long")])
                self.read += len(line)
                yield line if line.isascii() else self._repair(line)

    def _repair(self, line: str) -> str:
        if not _STRAY.search(line):
            self.is_mixed = True
            return line
        self.strays += 1
        if self.strays <= MOST_TOLD:
            self.stray.append(self.number)
        return _STRAY.sub(_as_windows, line)

    def remarks(self) -> Iterator[Remark]:
        """Say which lines were not UTF-8, once all are read."""
        if self.strays:
            code = "table-encodings-mixed" if self.is_mixed else "table-windows-1252"
            places = told([str(n) for n in self.stray], self.strays - len(self.stray))
            yield remark(code, lines=places, count=self.strays)


def _as_windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace")


def _open(path: Path) -> TextIO:
    head = read_head(path)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return path.open(encoding="utf-16", errors="replace", newline="")
    if head.count(0) * 4 >= len(head) > 0:
        raise UnreadableSource([_about(path, "encoding-utf16")])
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")


def read_head(path: Path) -> bytes:
    """Read the first bytes of a regular file.

    Raises:
        UnreadableSource: no such file, no regular file, or the system refused.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableSource([_about(path, "not-a-file")])
        with path.open("rb") as file:
            return file.read(_HEAD)
    except FileNotFoundError as error:
        raise UnreadableSource([_about(path, "no-such-file")]) from error
    except PermissionError as error:
        raise UnreadableSource([_about(path, "no-permission")]) from error
    except (OSError, ValueError) as error:
        detail = str(getattr(error, "strerror", None) or error)
        raise UnreadableSource([_about(path, "unreadable-file", detail=detail)]) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _about(path: Path, code: str, **facts: object) -> Diagnostic:
    said = tuple((name, str(value)) for name, value in facts.items())
    return Diagnostic(code, Severity.ERROR, str(path), (), None, said)


def refuse_table(path: Path | str, code: str, cell: str = "", **facts: object) -> UnreadableSource:
    """Make the refusal of a whole table."""
    found = _about(Path(path), code, **facts)
    return UnreadableSource([found._replace(file=str(path), cell=cell)])
