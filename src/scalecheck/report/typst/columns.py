"""How wide the columns of a table are: from what they hold, so that the template only obeys.

Widths are in em of the table's letters, or shares of the room that is left.
"""

from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.report.blocks import Cell, Dots, Grid, Strip
from scalecheck.report.view.mark import Row

ROOM = 54.0  # em of table letters across a sheet
LETTER = 0.56  # em, on average
HEAD = 0.6  # em, a letter of a header, which is bolder
GUTTER = 1.1
LONGEST_WORD = 16

_STEP, _WIDEST, _EDGES = 15.0, 130.0, 12.0
_BOX, _BOXES = 9.0, 108.0
_POINT = 1 / 9.2


class Column(NamedTuple):
    """The width of a column: em, or a share where `share` is over 0; how many letters it holds."""

    em: float
    share: float
    letters: int


class _Need(NamedTuple):
    least: float
    natural: float


def dots_width(row: Row) -> float:
    """Tell how wide a row of dots is, in points."""
    steps = max(row.levels - 1, 0)
    return _EDGES + min(_STEP, _WIDEST / max(steps, 1)) * steps


def columns(grid: Grid) -> tuple[Column, ...]:
    """Share the width of a sheet between the columns of a table."""
    needs = [_need(grid, number) for number in range(len(grid.columns))]
    room = ROOM - GUTTER * len(needs)
    if sum(need.natural for need in needs) <= room:
        return (*(_fixed(n.natural) for n in needs[:-1]), _shared(1, 1, _left(needs, room)))
    return _squeezed(needs, room)


def _left(needs: Sequence[_Need], room: float) -> float:
    return room - sum(need.natural for need in needs[:-1])


def _squeezed(needs: Sequence[_Need], room: float) -> tuple[Column, ...]:
    narrow = _narrow(needs, room)
    left = room - sum(needs[n].natural for n in narrow)
    weights = {
        n: max(need.least, 3 * need.natural**0.5) for n, need in enumerate(needs) if n not in narrow
    }
    total = sum(weights.values())
    return tuple(
        _fixed(need.natural) if n in narrow else _shared(weights[n], total, left)
        for n, need in enumerate(needs)
    )


def _narrow(needs: Sequence[_Need], room: float) -> frozenset[int]:
    """The columns that get all they ask for: those that ask less than a fair share of the rest."""
    found: frozenset[int] = frozenset()
    while len(found) < len(needs) - 1:
        left = room - sum(needs[n].natural for n in found)
        fair = 0.8 * left / (len(needs) - len(found))
        more = {n for n, need in enumerate(needs) if n not in found and need.natural <= fair}
        if not more or len(found) + len(more) >= len(needs):
            break
        found |= more
    return found


def _fixed(em: float) -> Column:
    return Column(round(em, 2), 0, max(int(em / LETTER), 4))


def _shared(weight: float, total: float, room: float) -> Column:
    return Column(0, round(weight, 2), max(int(room * weight / total / LETTER), 4))


def _need(grid: Grid, number: int) -> _Need:
    cells = [row[number] for row in grid.rows if number < len(row)]
    needs = [_cell_need(cell) for cell in cells]
    head = grid.columns[number]
    least = max([_word(head) * HEAD, *(need.least for need in needs)])
    widest = max([min(len(head), LONGEST_WORD) * HEAD, *(need.natural for need in needs)])
    return _Need(least, max(widest, least) + 0.4)


def _cell_need(cell: Cell | Dots | Strip) -> _Need:
    match cell:
        case Cell():
            return _Need(_word(cell.text) * LETTER, len(cell.text) * LETTER)
        case Dots():
            width = dots_width(cell.row) * _POINT
            return _Need(width, width)
        case Strip():
            boxes = min(_BOX * cell.row.levels, _BOXES) * _POINT
            words = _word(cell.words.text) * LETTER
            return _Need(max(boxes, words), boxes + (len(cell.words.text) + 1) * LETTER)


def _word(text: str) -> int:
    return min(max(map(len, text.split()), default=0), LONGEST_WORD)
