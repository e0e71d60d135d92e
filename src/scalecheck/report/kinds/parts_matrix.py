"""What each level asks of each dimension: signs in narrow columns, and the words for them."""

from collections.abc import Iterator, Sequence

from scalecheck.report.blocks import Block, Cell, Grid, Paragraph, Tone
from scalecheck.report.kinds.pen import Pen, cell
from scalecheck.report.view.gates import SYMBOLS, Gates, GateState

_ROOM = 92  # letters across a sheet, the gaps between columns among them
_NAMES, _GAP, _LEAST = 26, 2, 3


def tell_matrix(pen: Pen, gates: Gates) -> Iterator[Block]:
    """Write the words for the signs, then as many tables as the levels need."""
    if not gates.matrix:
        return
    title = pen.old("caption.matrix")
    yield Paragraph(Cell(_legend(pen, gates), Tone.QUIET))
    tables = tuple(_tables(gates))
    for numbers in tables:
        values = tuple(gates.levels[number].rung.value for number in numbers)
        rows = tuple(
            (
                cell(row.title),
                *(Cell(_sign(row.cells[n].symbol, row.cells[n].held)) for n in numbers),
            )
            for row in gates.matrix
        )
        ends = pen.say("gates.levels", first=values[0], last=values[-1], count=len(values))
        caption = f"{title} ({ends})" if len(tables) > 1 else title
        yield Grid((pen.old("column.dimension"), *values), rows, caption)


def _sign(symbol: str, held: str) -> str:
    """Write a sign and its count, which stay on one line."""
    return f"{symbol}\u00a0{held}" if held else symbol


def _legend(pen: Pen, gates: Gates) -> str:
    used = {one.state for row in gates.matrix for one in row.cells}
    said = [
        f"{SYMBOLS[s]}\u00a0{pen.old(f'gate.{s.value}')}"
        for s in SYMBOLS
        if s in used and SYMBOLS[s]
    ]
    if any(one.held for row in gates.matrix for one in row.cells):
        said.append(pen.say("gates.count"))
    if GateState.NOTHING in used:
        said.append(pen.say("gates.nothing", words=pen.old("gate.nothing")))
    return " · ".join(said)


def _tables(gates: Gates) -> Iterator[Sequence[int]]:
    """Part the levels evenly, so that each table fits a sheet without a word cut."""
    numbers = range(len(gates.levels))
    signs = (_sign(one.symbol, one.held) for row in gates.matrix for one in row.cells)
    values = (row.rung.value for row in gates.levels)
    widest = max(_LEAST, *map(len, values), *map(len, signs)) + _GAP
    most = max((_ROOM - _NAMES) // widest, 1)
    size = -(-len(numbers) // -(-len(numbers) // most))
    for start in numbers[::size]:
        yield numbers[start : start + size]
