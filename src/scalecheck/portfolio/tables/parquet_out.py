"""Results as Parquet (extra `portfolio`): through rows of text, so that memory stays bounded."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from scalecheck.errors import CannotWrite
from scalecheck.extras import needing
from scalecheck.portfolio.tables.values import Result, plain

_KINDS = {bool: 0, int: 1, float: 2, str: 3}


class _Rows:
    """Rows kept as JSON Lines, and the widest kind of value that each column holds."""

    def __init__(self, file: TextIO, names: Sequence[str]) -> None:
        self._file, self.names = file, names
        self.kinds = [-1] * len(names)

    def write(self, row: Sequence[Result]) -> None:
        """Keep one row."""
        found = [plain(value) for value in row]
        for at, value in enumerate(found):
            if value is not None:
                self.kinds[at] = max(self.kinds[at], _KINDS[type(value)])
        self._file.write(json.dumps(dict(zip(self.names, found, strict=True))) + "\n")


@contextmanager
def open_parquet(path: Path, names: Sequence[str]) -> Iterator[_Rows]:
    """Take rows, then write them as one Parquet file.

    A column takes the widest kind of its values: whole numbers, numbers, or texts.

    Raises:
        MissingExtra: `portfolio` is not installed.
        CannotWrite: the system refused.
    """
    with needing("portfolio"):
        import polars
    kept = path.with_name(f"{path.name}.rows")
    types = {0: polars.Boolean, 1: polars.Int64, 2: polars.Float64, 3: polars.String}
    try:
        with kept.open("w", encoding="utf-8", newline="\n") as file:
            rows = _Rows(file, names)
            yield rows
        schema = {n: types.get(k, polars.String) for n, k in zip(names, rows.kinds, strict=True)}
        frame = polars.scan_ndjson(kept, schema=schema)
        frame.sink_parquet(path, maintain_order=True)
    except polars.exceptions.PolarsError as error:
        raise CannotWrite(str(path), str(error)) from error
    finally:
        kept.unlink(missing_ok=True)
