"""Open a table by what its file is: the one list of the formats that are read."""

from collections.abc import Callable, Mapping
from pathlib import Path

from scalecheck.portfolio.tables.decoding import refuse_table
from scalecheck.portfolio.tables.delimited import DelimitedTable
from scalecheck.portfolio.tables.heading import Chooser
from scalecheck.portfolio.tables.json_lines import JsonLinesTable
from scalecheck.portfolio.tables.parquet import ParquetTable
from scalecheck.portfolio.tables.spreadsheet import SheetTable
from scalecheck.portfolio.tables.table import Table

READERS: Mapping[str, Callable[[Path, str, Chooser], Table]] = {
    ".csv": lambda path, _, chooser: DelimitedTable(path, chooser),
    ".tsv": lambda path, _, chooser: DelimitedTable(path, chooser),
    ".txt": lambda path, _, chooser: DelimitedTable(path, chooser),
    ".xlsx": SheetTable,
    ".xlsm": SheetTable,
    ".ods": SheetTable,
    ".parquet": lambda path, _, __: ParquetTable(path),
    ".jsonl": lambda path, _, __: JsonLinesTable(path),
    ".ndjson": lambda path, _, __: JsonLinesTable(path),
}


def is_table(path: Path) -> bool:
    """Tell whether a file is read as a table, by its extension."""
    return path.suffix.lower() in READERS


def open_table(path: Path, chooser: Chooser, sheet: str = "") -> Table:
    """Open a table.

    Args:
        path: the file.
        chooser: tells how many names of a row are known; the header is where most are.
        sheet: which one of a workbook; "" for the first that is not empty.

    Raises:
        UnreadableSource: it cannot be read, or is not what its extension says.
        MissingExtra: its format needs an optional part.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise refuse_table(path, "table-unknown-format", known=", ".join(READERS))
    return reader(path, sheet, chooser)
