"""Score a sound Parquet table as one dataframe: no Python per row, memory bounded.

Only a table in which nothing is to be named row by row goes this way; any other is read row by
row, which gives the same results and names what is wrong.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scalecheck.api.portfolio_sources import KEPT, Reading, remarks_of, result_names
from scalecheck.api.portfolio_writing import Job, PortfolioScored, holds_back
from scalecheck.errors import CannotWrite, SourceError
from scalecheck.extras import needing
from scalecheck.portfolio.layout import Layout, Part
from scalecheck.portfolio.mapping.plan import TablePlan
from scalecheck.portfolio.mapping.reading import FreeReader
from scalecheck.portfolio.mapping.wide import Use, WideRows
from scalecheck.portfolio.tables.parquet import ParquetTable
from scalecheck.portfolio.tables.spreadsheet import write_cell
from scalecheck.scoring.calendar import last_day
from scalecheck.source.write import whole

_MOST_VALUES = 50_000  # different values of a column that is read as a closed list
_PROBLEM, _ROW = "problem.code", "source.row"
_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))
# What `squeeze` would change in an id: a space that is none, one beside another, what is invisible.
_ODD = "[^\\S ]|[\x1c-\x1f\ufeff\u200b\u200e\u200f\u2060]|  |^ | $"


def score_sound_parquet(
    source: Path, output: Path, reading: Reading, job: Job
) -> PortfolioScored | None:
    """Score a Parquet table into another; None where it must be read row by row.

    Raises:
        WouldOverwrite, CannotWrite: the file may not be written.
        MissingExtra: `portfolio` is not installed.
    """
    with needing("portfolio"):
        import polars
    try:
        table = ParquetTable(source)
        rows = TablePlan(reading.instrument, reading.mapping).read(table)
    except SourceError:
        return None
    if not isinstance(rows, WideRows) or "id" not in rows.names:
        return None
    frame = _Frame(polars, polars.scan_parquet(source), rows, reading.instrument.layout)
    told = tuple(one for row in remarks_of(reading, table, rows) for one in row.refused)
    if not frame.is_sound() or (job.strict and holds_back(told)):
        return None
    try:
        with whole(output, force=job.force) as partial:
            count = frame.write(partial, reading, str(source))
    except _NotSoundError:
        return None
    return PortfolioScored(count, 0, (), told, written=True)


class _NotSoundError(Exception):
    """A row is refused: the table is to be read row by row."""


class _Frame:
    """A table as a lazy dataframe, in the columns of the wide table."""

    def __init__(self, polars: Any, frame: Any, rows: WideRows, layout: Layout) -> None:
        self._polars, self._frame, self._rows, self._layout = polars, frame, rows, layout
        self._schema = frame.collect_schema()
        self._names = self._schema.names()
        self._read: dict[str, Mapping[Any, str]] = {}

    def is_sound(self) -> bool:
        """Tell whether every cell reads well, and every project has an id of its own."""
        return not self._has_odd_ids() and all(map(self._reads, self._rows.uses))

    def _is_text(self, at: int) -> bool:
        kind = self._schema[self._names[at]]
        return bool(kind in (self._polars.String, self._polars.Null))

    def _has_odd_ids(self) -> bool:
        at = self._rows.places["id"]
        if not self._is_text(at):
            return True
        polars = self._polars
        name = polars.col(self._names[at]).cast(polars.String)
        empty = name.is_null() | (name == "")
        twice = polars.len() != name.n_unique()
        odd = twice | name.str.contains(_ODD).any() | empty.any()
        return bool(self._frame.select(odd.alias("odd")).collect(engine="streaming").item())

    def _reads(self, use: Use) -> bool:
        """Read each different value of a column once; keep what is not read as it stands."""
        if isinstance(use.reader, FreeReader) or use.name == "id":
            return self._is_text(use.at)
        column = self._polars.col(self._names[use.at])
        values = self._frame.select(column.unique()).collect(engine="streaming").to_series()
        if values.dtype.is_nested() or len(values) > _MOST_VALUES:
            return False
        texts = {value: write_cell(value) for value in values.to_list()}
        read = {value: use.reader[text] for value, text in texts.items()}
        if None in read.values():
            return False
        is_changed = any(read[value] != text for value, text in texts.items())
        if is_changed or not (self._is_text(use.at) or self._is_level(use, values.dtype)):
            self._read[use.name] = {v: r for v, r in read.items() if r is not None}
        return True

    def _is_level(self, use: Use, kind: Any) -> bool:
        """Tell whether a column is of levels as numbers, that the engine reads as they are."""
        column = self._layout.read(use.name)
        is_number = kind.is_integer() or kind.is_float()
        return bool(is_number and column is not None and column.part is Part.LEVEL)

    def _columns(self) -> Iterator[Any]:
        polars = self._polars
        for use in self._rows.uses:
            column = polars.col(self._names[use.at])
            if use.name in self._read:
                known = self._read[use.name]
                column = column.replace_strict(
                    list(known), list(known.values()), return_dtype=polars.String
                )
            elif isinstance(use.reader, FreeReader):
                column = column.cast(polars.String).str.strip_chars(_SPACES)
            yield column.alias(use.name)

    def write(self, path: Path, reading: Reading, source: str) -> int:
        """Score and write; give the number of rows.

        Raises:
            CannotWrite: the table could not be read or written to its end.
            _NotSoundError: a row is refused all the same.
        """
        polars = self._polars
        try:
            self._score(reading, source).sink_parquet(path, maintain_order=True)
            told = polars.scan_parquet(path).select(polars.len(), polars.col(_PROBLEM).count())
            count, refused = told.collect().row(0)
        except polars.exceptions.PolarsError as error:
            raise CannotWrite(str(path), str(error)) from error
        if refused or not count:
            raise _NotSoundError
        return int(count)

    def _score(self, reading: Reading, source: str) -> Any:
        from scalecheck.portfolio.engine.frames.door import Reader, score_frame

        polars, wide = self._polars, self._frame.select(*self._columns())
        day = last_day(reading.as_of) if reading.as_of else None
        reader = Reader(deemed=reading.deemed, as_of=day)
        scored = score_frame(reading.instrument.rubric, wide, reading.groups, reader)
        empty = polars.lit(None, dtype=polars.String)
        told = {name: polars.col(name).cast(polars.String) for name in self._rows.names}
        kept = [
            told[name].replace("", None) if name in told else empty.alias(name) for name in KEPT
        ]
        file = polars.lit(source).alias("source.file")
        place = polars.col(_ROW).cast(polars.String).alias("source.place")
        last = (*result_names(reading), _PROBLEM, "problem.column")
        return scored.with_row_index(_ROW, 1).select(
            *kept, file, place, *last, empty.alias("problem.place")
        )
