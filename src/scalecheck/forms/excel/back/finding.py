"""Tables found again in a workbook: by hidden names, never by the place or the name of a sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scalecheck.forms.excel.back.faults import Merged, Spot
from scalecheck.forms.excel.back.found import Found, Line, Notes, Typed
from scalecheck.forms.excel.back.grids import Grid
from scalecheck.forms.excel.back.headers import LAST, find_columns
from scalecheck.forms.excel.matching import fold
from scalecheck.forms.excel.plan import NEW, Cell, Column, Plan, Row, Table
from scalecheck.forms.excel.written.places import address

_OURS = frozenset(("how", "levels", "lists", "form@1"))
_LISTS = ("instances:", "evidence")  # tables that may be given rows
_VALUE, _LIST = 3, 4  # columns of the hidden lists


def find_tables(grids: Sequence[Grid], plan: Plan) -> Found:
    """Find every table of the plan, and note what is not understood, with its cell."""
    notes, tables = Notes(), {table.id: _Table(table) for table in plan.tables}
    words: dict[str, dict[str, str]] = {}
    for grid in grids:
        marks = dict(_marks(grid))
        for name, spot in marks.items():
            if name in tables:
                tables[name].take(grid, spot, notes)
        if "lists" in marks:
            words = _words(grid)
        if not marks.keys() & {*tables, *_OURS}:
            for spot in list(grid.filled())[:1]:
                notes.spot("form-kept-apart", grid, spot, got=grid.text(spot))
    for table in tables.values():
        table.settle(notes)
    lines = {name: table.lines for name, table in tables.items()}
    added = {name: tuple(table.added) for name, table in tables.items()}
    return Found(lines, added, words, tuple(notes.misread))


def _marks(grid: Grid) -> Iterator[tuple[str, Spot]]:
    yield from ((name, spot) for spot, name in grid.markers())


def _words(grid: Grid) -> dict[str, dict[str, str]]:
    """Read the lists as they stood when the form left: the words of a rubric may change since."""
    words: dict[str, dict[str, str]] = {}
    for row in range(1, len(grid.cells)):
        text, value, name = (grid.text((row, at)) for at in (0, _VALUE, _LIST))
        words.setdefault(name, {})[text.strip()] = value
    return words


class _Table:
    """One table, as its rows are found, on one sheet or on more."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.lines: dict[str, Line] = {}
        self.added: list[Line] = []
        self.found = False
        self.labels = {row.key: _label_of(row, table) for row in table.asked()}
        self.known = set(self.labels.values())

    def take(self, grid: Grid, mark: Spot, notes: Notes) -> None:
        """Read the table from a sheet."""
        self.found = True
        columns = find_columns(grid, mark, self.table, notes)
        for row in range(mark[0] + 2, len(grid.cells)):
            self._row(grid, row, mark[1], columns, notes)
        _note_apart(grid, mark, columns, notes)

    def settle(self, notes: Notes) -> None:
        """Note what stands nowhere any more."""
        if not self.found:
            notes.at("form-sheet-missing", "", sheet=self.table.name)
            return
        for row in self.table.asked():
            if row.key not in self.lines and not row.key.startswith(NEW):
                notes.at("form-row-gone", "", name=_name_of(row, self.table))

    def _row(
        self, grid: Grid, row: int, key_at: int, columns: Mapping[int, Column], notes: Notes
    ) -> None:
        key = grid.text((row, key_at)).strip()
        planned = self.table.row(key)
        if planned is not None and planned.band:
            return
        read = {at: one for at, one in columns.items() if one.read}
        cells = {
            one.key: Typed(grid.text((row, at)), grid.at((row, at))) for at, one in read.items()
        }
        line = Line(key, cells, grid.at((row, min(read, default=0))))
        if planned is None:
            self._stranger(grid, row, line, notes)
            return
        _note_faults(grid, row, read, notes)
        self._check(grid, row, planned, columns, notes)
        if self.lines.setdefault(key, line) is not line and _texts(line) != _texts(self.lines[key]):
            notes.at("form-row-twice", line.at, name=_name_of(planned, self.table))

    def _stranger(self, grid: Grid, row: int, line: Line, notes: Notes) -> None:
        """Take a row without a hidden name: a new one in a list, a question nowhere."""
        if line.is_blank:
            return
        if not line.key and self.table.id.startswith(_LISTS):
            _note_faults(grid, row, range(len(grid.cells[row])), notes)
            self.added.append(line)
            return
        text = next(one for one in (line.key, *grid.cells[row]) if one.strip())
        notes.at("form-row-unknown", line.at, name=text)

    def _check(
        self, grid: Grid, row: int, planned: Row, columns: Mapping[int, Column], notes: Notes
    ) -> None:
        """Refuse words typed where nothing is read, and a name that went astray."""
        for at, column in columns.items():
            cell, text = planned.cells.get(column.key, Cell()), grid.text((row, at))
            if column.key == self.table.label and not column.read:
                own = self.labels[planned.key]
                if fold(text) != own and fold(text) in self.known - {""}:
                    facts = {"name": _name_of(planned, self.table), "got": text}
                    notes.spot("form-row-moved", grid, (row, at), **facts)
            elif text.strip() and not (cell.open or cell.text or cell.live or cell.title):
                notes.spot("form-kept-apart", grid, (row, at), got=text)


def _label_of(row: Row, table: Table) -> str:
    cell = row.cells.get(table.label, Cell())
    return fold(f"{cell.title} {cell.text}")


def _name_of(row: Row, table: Table) -> str:
    """Name a row as people know it."""
    cell = row.cells.get(table.label, Cell())
    own = row.cells.get("instance", Cell()).text
    return " – ".join(part for part in (own, cell.title or cell.text) if part) or row.key


def _texts(line: Line) -> dict[str, str]:
    return {key: one.text for key, one in line.cells.items()}


def _note_faults(grid: Grid, row: int, columns: Iterable[int], notes: Notes) -> None:
    for at in columns:
        spot = (row, at)
        if spot in grid.faults.errors:
            notes.spot("form-error-cell", grid, spot, got=grid.faults.errors[spot])
        elif spot in grid.faults.formulas:
            formula = grid.faults.formulas[spot].lstrip("=")
            notes.spot("form-formula", grid, spot, got=f"={formula}")
        for merged in grid.faults.merged:
            if _covers(merged, spot):
                got = f"{address(*merged.first)}:{address(*merged.last)}"
                notes.spot("form-merged-cells", grid, spot, got=got)


def _covers(merged: Merged, spot: Spot) -> bool:
    (top, left), (bottom, right) = merged.first, merged.last
    return top <= spot[0] <= bottom and left <= spot[1] <= right


def _note_apart(grid: Grid, mark: Spot, columns: Mapping[int, Column], notes: Notes) -> None:
    """Note texts beside the table, where nothing is read."""
    ours = {row: at for row, at in reversed(list(grid.filled())) if row < mark[0]}
    for row, at in grid.filled():
        headed = grid.text((mark[0], at)).strip() or grid.text((mark[0] + 1, at)).strip()
        if at == mark[1] or grid.text((mark[0], at)) == LAST:
            continue
        above = row < mark[0] and at != ours[row]  # what to do, and how far one is
        beside = row > mark[0] + 1 and at not in columns and not headed
        if above or beside:
            notes.spot("form-kept-apart", grid, (row, at), got=grid.text((row, at)))
