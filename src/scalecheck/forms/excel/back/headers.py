"""The columns of a table that came back: by their hidden names, or else by their titles."""

from collections.abc import Mapping

from scalecheck.forms.excel.back.faults import Spot
from scalecheck.forms.excel.back.found import Notes
from scalecheck.forms.excel.back.grids import Grid
from scalecheck.forms.excel.matching import fold
from scalecheck.forms.excel.plan import Column, Table

LAST = "last"  # shown on the form, and never read back


def find_columns(grid: Grid, mark: Spot, table: Table, notes: Notes) -> dict[int, Column]:
    """Find the columns of a table; a header that is not understood is noted, never dropped."""
    keys = {one.key: one for one in table.columns}
    titles = {fold(one.title): one for one in table.columns if one.title}
    columns: dict[int, Column] = {}
    for at in range(max(map(len, grid.cells), default=0)):
        name, title = grid.text((mark[0], at)).strip(), grid.text((mark[0] + 1, at)).strip()
        named, titled = keys.get(name), titles.get(fold(title))
        known = named or titled
        if at == mark[1] or name == LAST or not (name or title):
            continue
        if known is None or (named and titled and fold(named.title) != fold(titled.title)):
            notes.spot("form-header-unknown", grid, (mark[0] + 1, at), header=title or name)
        else:
            columns[at] = known
    _note_missing(grid, mark, table, columns, notes)
    return columns


def _note_missing(
    grid: Grid, mark: Spot, table: Table, columns: Mapping[int, Column], notes: Notes
) -> None:
    kept = [one.key for one in columns.values()]
    for column in table.columns:
        if column.read and column.key not in kept:
            notes.spot("form-column-missing", grid, mark, header=column.title)
        elif kept.count(column.key) > 1:
            last = max(at for at, one in columns.items() if one is column)
            notes.spot("form-header-twice", grid, (mark[0] + 1, last), header=column.title)
