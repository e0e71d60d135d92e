"""Which levels are the most frequent, and the one in the middle: said only where it is sure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.model.balance import AxisKind, Cell
from scalecheck.report.fund.pen import FundPen

_MOST = 3


class Levels(NamedTuple):
    """The levels of a portfolio in a few words, and whether they are sure to be the first ones."""

    words: str
    are_first: bool


def tell_levels(pen: FundPen) -> Levels:
    """Name the levels where most projects are, how many are at levels held back, and the middle.

    A level held back may hold as many projects as all those held back together: only levels with
    more are called the most frequent.
    """
    cells = _cells(pen)
    known = [cell for cell in cells if cell.value]
    hidden = pen.material.balance.totals.projects - sum(cell.projects or 0 for cell in cells)
    shown = sorted((cell for cell in known if cell.projects), key=lambda one: -(one.projects or 0))
    sure = [cell for cell in shown if (cell.projects or 0) >= hidden]
    said = [_group(pen, cell) for cell in (sure or shown)[:_MOST]]
    if hidden and said:
        said.append(pen.say("summary.hidden-levels", count=hidden))
    parts = ["; ".join(said), *_middle(pen, cells, hidden)]
    return Levels(". ".join(part for part in parts if part), bool(sure))


def _cells(pen: FundPen) -> Sequence[Cell]:
    axes = pen.material.balance.axes
    return next((axis.cells for axis in axes if axis.kind is AxisKind.LEVEL), ())


def _group(pen: FundPen, cell: Cell) -> str:
    name = pen.value(AxisKind.LEVEL, cell.value)
    return pen.say("summary.group", name=name, count=cell.projects)


def _middle(pen: FundPen, cells: Sequence[Cell], hidden: int) -> Iterator[str]:
    """The level that half of the projects do not exceed, where the counts shown tell it."""
    if any(cell.projects is None and not cell.value for cell in cells):
        return
    levels = [cell for cell in cells if cell.value]
    held = [cell.value for cell in levels if cell.projects is None]
    total = hidden + sum(cell.projects or 0 for cell in levels)
    if not total or pen.is_small(total):
        return
    found = {_half(levels, hidden, at) for at in ((held[0], held[-1]) if held else ("",))}
    if len(found) == 1:
        level = pen.value(AxisKind.LEVEL, found.pop())
        yield pen.say("summary.middle", level=level)


def _half(levels: Sequence[Cell], hidden: int, at: str) -> str:
    """The level of the project in the middle, were all those held back at one level."""
    counts = [(one.projects or 0) + (hidden if one.value == at else 0) for one in levels]
    middle, passed = (sum(counts) + 1) // 2, 0
    for one, count in zip(levels, counts, strict=True):
        passed += count
        if passed >= middle:
            return one.value
    return levels[-1].value
