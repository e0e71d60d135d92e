"""Parquet tables as rows of texts (extra `portfolio`), a batch at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scalecheck.extras import needing
from scalecheck.portfolio.tables.decoding import read_head, refuse_table
from scalecheck.portfolio.tables.json_lines import write_value
from scalecheck.portfolio.tables.spaces import squeeze
from scalecheck.portfolio.tables.spreadsheet import write_cell
from scalecheck.portfolio.tables.table import WHOLE_ROW, Line, Remark, fault

_BATCH = 20_000


class ParquetTable:
    """A Parquet file; rows are numbered from 1."""

    def __init__(self, path: Path) -> None:
        with needing("portfolio"):
            import polars
        read_head(path)
        self.source, self.sheet, self.header = str(path), "", 0
        self.remarks: list[Remark] = []
        self._refusals = (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError)
        try:
            self._frame = polars.scan_parquet(path)
            self.names = tuple(map(squeeze, self._frame.collect_schema().names()))
            self._height = self._frame.select(polars.len()).collect().item() or 1
        except self._refusals as error:
            raise refuse_table(path, "table-not-parquet") from error
        if not self.names:
            raise refuse_table(path, "table-empty")
        self._at = 0

    def lines(self) -> Iterator[Line]:
        """Give the rows; a batch that cannot be read refuses the rest of the file."""
        try:
            for batch in self._frame.collect_batches(chunk_size=_BATCH, maintain_order=True):
                for row in batch.iter_rows():
                    self._at += 1
                    yield self._line(row)
        except self._refusals as error:
            raise refuse_table(self.source, "table-not-parquet") from error

    def _line(self, row: tuple[Any, ...]) -> Line:
        cells = [_write(value) for value in row]
        deep = tuple(at for at, cell in enumerate(cells) if cell is None)
        shown = ["" if cell is None else cell for cell in cells]
        return Line(self._at, shown, tuple(fault("table-nested-value", at) for at in deep))

    def place(self, number: int, at: int = WHOLE_ROW) -> str:
        """Say where a row is: its number, from 1."""
        return str(number)

    def done(self) -> float:
        """Tell which part of the file was read, from 0 to 1."""
        return min(self._at / self._height, 1.0)


def _write(value: Any) -> str | None:
    if isinstance(value, dict | list | tuple | bytes):
        return write_value(value)
    return write_cell(value)
