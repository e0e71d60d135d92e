"""A row of dots as characters, for pages without drawings: shapes differ, colour is not needed."""

from typing import NamedTuple

from scalecheck.report.view.mark import Row


class Signs(NamedTuple):
    """One sign for each thing a row may show."""

    dot: str = "●"
    diamond: str = "◆"
    bar: str = "━"
    ring: str = "○"
    square: str = "□"
    tick: str = "┃"
    stop: str = "·"
    unknown: str = "?"
    target: str = "△"


DRAWN = Signs()
PLAIN = Signs("*", "#", "=", "o", "+", "|", ".", "?", "^")


def strip(row: Row, signs: Signs = DRAWN) -> str:
    """Write one sign a rank, the most telling one where several fall together."""
    return " ".join(_sign(row, rank, signs) for rank in range(row.levels))


def _sign(row: Row, rank: int, signs: Signs) -> str:
    if row.low is not None and rank == row.low:
        return signs.diamond if row.bottleneck else signs.dot
    if rank == row.claimed:
        return signs.square
    if row.open:
        return signs.unknown
    if row.low is not None and row.high is not None and row.low < rank <= row.high:
        return signs.bar
    return _aim(row, rank, signs)


def _aim(row: Row, rank: int, signs: Signs) -> str:
    if rank == row.required:
        return signs.tick
    if rank == row.target:
        return signs.target
    return signs.ring if rank == row.previous else signs.stop
