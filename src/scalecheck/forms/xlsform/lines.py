"""What an export holds, whatever its shape: one line a submission, and the lines under it."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One submission, or one repetition of a part of it.

    `where` is its row as people find it; `cells` its headers, each with its text, one that
    stands twice included; `under` the repetitions.
    `is_table` tells that every column of the form is expected, filled or not.
    """

    where: str
    cells: tuple[tuple[str, str], ...]
    is_table: bool
    under: tuple["Line", ...] = ()

    def get(self, header: str) -> str:
        """Give the text under a header, "" where it has none."""
        return next((text for name, text in self.cells if name == header), "")

    def cell(self, header: str) -> str:
        """Say where a text stands: `3:besoin/ampleur`."""
        return f"{self.where}:{header}"


class Export(NamedTuple):
    """All that was read from a file; `lost` are lines under no submission."""

    lines: tuple[Line, ...]
    lost: tuple[Line, ...] = ()


class Table(NamedTuple):
    """A table as it stands in a file; its rows begin under the header, at `first`."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self) -> tuple[Line, ...]:
        """Give one line a row that is not blank; the header is row 1."""
        prefix = f"{self.name}!" if self.name else ""
        return tuple(
            Line(f"{prefix}{number}", _cells(self.header, row), True)
            for number, row in enumerate(self.rows, 2)
            if any(text.strip() for text in row)
        )


def _cells(header: Sequence[str], row: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Put texts beside their headers; one beyond the last header has none."""
    beyond = ("" for _ in row[len(header) :])
    return tuple(zip((*header, *beyond), row, strict=False))


# How a table of repetitions names the line it belongs to, and how that line names itself.
_LINKS = (("PARENT_KEY", "KEY"), ("_parent_index", "_index"))


def join(tables: Sequence[Table]) -> Export:
    """Put the tables of repetitions under the submissions they belong to."""
    own = [table for table in tables if _link_of(table) is None]
    lines = [line for table in own for line in table.lines()]
    children: dict[tuple[str, str], list[Line]] = {}
    for table in tables:
        link = _link_of(table)
        for line in table.lines() if link else ():
            key = (link[1], _key(line.get(link[0]))) if link else ("", "")
            children.setdefault(key, []).append(line)
    joined = tuple(line._replace(under=tuple(_take(line, children))) for line in lines)
    return Export(joined, tuple(line for some in children.values() for line in some))


def _link_of(table: Table) -> tuple[str, str] | None:
    return next((link for link in _LINKS if link[0] in table.header), None)


def _take(line: Line, children: dict[tuple[str, str], list[Line]]) -> list[Line]:
    found: list[Line] = []
    for _, own in _LINKS:
        found += children.pop((own, _key(line.get(own))), [])
    return found


def _key(text: str) -> str:
    return text.strip().removesuffix(".0")
