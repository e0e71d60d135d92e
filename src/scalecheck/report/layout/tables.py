"""What every layout of a table asks of it."""

from scalecheck.report.blocks import Cell, Grid
from scalecheck.report.layout.sizes import size


def free_column(grid: Grid) -> int:
    """Choose the column that takes the room that is left: the last, or the longest one of words.

    Numbers stand close together: one far from its column is not read with it.
    """
    last = len(grid.columns) - 1
    lengths = {n: _length(grid, n) for n in range(last + 1) if n not in grid.numbers}
    return max(lengths, key=lengths.__getitem__) if lengths and last not in lengths else last


def _length(grid: Grid, number: int) -> float:
    """Tell how long the longest text of a column is; a drawing has the room it asks for."""
    cells = (row[number] for row in grid.rows)
    return max((size(one.text) if isinstance(one, Cell) else 0 for one in cells), default=0)
