"""How wide the columns of a table are: from what they hold, so that the template only obeys.

Widths are in em of the table's letters, or shares of the room that is left.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scalecheck.report.blocks import Cell, Dots, Grid, Strip
from scalecheck.report.layout.sizes import size, widest
from scalecheck.report.layout.tables import free_column
from scalecheck.report.view.mark import Row

ROOM = 54.0  # em of table letters across a sheet
LETTER = 0.57  # em, on average
HEAD = 0.58  # em, a letter of a header, which is smaller and bolder
GUTTER = 1.1
LONGEST_WORD = 16
_TITLE = 12  # letters: a title longer than this may as well go to a second line

_STEP, _WIDEST, _EDGES = 15.0, 130.0, 12.0
_BOX, _BOXES = 9.0, 108.0
_POINT = 1 / 9.2


class Column(NamedTuple):
    """The width of a column: em, or a share where `share` is over 0; the mean letters it holds."""

    em: float
    share: float
    letters: float


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
    if sum(need.natural for need in needs) > room:
        return _squeezed(needs, room)
    free = free_column(grid)
    left = room - sum(need.natural for number, need in enumerate(needs) if number != free)
    return tuple(
        _shared(1, 1, left) if number == free else _fixed(need.natural)
        for number, need in enumerate(needs)
    )


def _squeezed(needs: Sequence[_Need], room: float) -> tuple[Column, ...]:
    narrow = _narrow(needs, room)
    left = room - sum(needs[n].natural for n in narrow)
    wide = {n: need for n, need in enumerate(needs) if n not in narrow}
    shares = _shares(wide, left)
    return tuple(
        _fixed(need.natural) if n in narrow else _shared(shares[n], sum(shares.values()), left)
        for n, need in enumerate(needs)
    )


def _shares(wide: Mapping[int, _Need], left: float) -> dict[int, float]:
    """Share a room by how much each column says, to each at least what cuts no word of it."""
    least = {n: need.least for n, need in wide.items()}
    if sum(least.values()) >= left:
        return least
    weights = {n: need.natural**0.5 for n, need in wide.items()}
    held: set[int] = set()
    while True:
        room = left - sum(least[n] for n in held)
        total = sum(weight for n, weight in weights.items() if n not in held)
        shares = {n: room * weights[n] / total for n in weights if n not in held}
        short = {n for n, share in shares.items() if share < least[n]}
        if not short:
            return {n: shares.get(n, least[n]) for n in weights}
        held |= short


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
    return Column(round(em, 2), 0, max(em / LETTER, 4))


def _shared(weight: float, total: float, room: float) -> Column:
    return Column(0, round(weight, 2), max(room * weight / total / LETTER, 4))


def _need(grid: Grid, number: int) -> _Need:
    cells = [row[number] for row in grid.rows if number < len(row)]
    needs = [_cell_need(cell) for cell in cells]
    head = grid.columns[number]
    least = max([_word(head) * HEAD, *(need.least for need in needs)]) + 0.4
    natural = max([min(size(head), _TITLE) * HEAD, *(need.natural for need in needs)]) + 0.4
    return _Need(least, max(natural, least))


def _cell_need(cell: Cell | Dots | Strip) -> _Need:
    match cell:
        case Cell():
            return _Need(_word(cell.text) * LETTER, size(cell.text) * LETTER)
        case Dots():
            width = dots_width(cell.row) * _POINT
            return _Need(width, width)
        case Strip():
            boxes = min(_BOX * cell.row.levels, _BOXES) * _POINT
            words = _word(cell.words.text) * LETTER
            return _Need(max(boxes, words), boxes + (size(cell.words.text) + 1) * LETTER)


def _word(text: str) -> float:
    return min(widest(text), LONGEST_WORD)
