"""Rows of dots and strips of boxes: small drawings that say again what the cells say in words."""

from scalecheck.report.charts.pen import Ink, box, disc, line, path, sheet
from scalecheck.report.view.mark import Row

STEP, EDGE, HEIGHT = 26, 14, 26
_MIDDLE = HEIGHT // 2
_BOX, _GAP = 14, 4


def dot_row(row: Row) -> str:
    """Draw one row: a dot at the official rank, a bar up to what open answers allow.

    A diamond is a bottleneck, a ring the rank of the assessment before, a square the rank claimed,
    a tick the rank required, a triangle under the line the rank aimed at. A dashed line over the
    whole row is an answer not known at all; a bare line, a question that has no answer to give.
    """
    width = 2 * EDGE + STEP * max(row.levels - 1, 0)
    body = _axis(row.levels)
    if row.open and row.levels:
        body += _level(_x(0), _x(row.levels - 1), Ink("", "muted", 3, "2 5"))
    body += _required(row) + _claimed(row) + _known(row) + _target(row)
    return sheet(width, HEIGHT, body)


def level_strip(row: Row) -> str:
    """Draw a box for each level: filled at the official rank, striped up to what may be.

    A dotted box is the rank claimed, a thick one the rank required; every box is dashed where
    nothing is known yet. The triangle underneath is the rank aimed at.
    """
    width = max(row.levels * (_BOX + _GAP) - _GAP, 0) + 2
    body = "".join(_box(row, rank) for rank in range(row.levels))
    if row.target is not None:
        body += _triangle(_left(row.target) + _BOX / 2, 20)
    return sheet(width, HEIGHT, body)


def _x(rank: int) -> int:
    return EDGE + STEP * rank


def _axis(levels: int) -> str:
    if not levels:
        return ""
    stops = (disc((_x(rank), _MIDDLE), 2.5, Ink("line")) for rank in range(levels))
    return _level(_x(0), _x(levels - 1), Ink("", "line", 1)) + "".join(stops)


def _level(left: int, right: int, ink: Ink) -> str:
    return line((left, _MIDDLE), (right, _MIDDLE), ink)


def _required(row: Row) -> str:
    if row.required is None:
        return ""
    at = _x(row.required)
    return line((at, 1), (at, 25), Ink("", "ink", 2))


def _claimed(row: Row) -> str:
    if row.claimed is None or row.low is None or row.claimed <= row.low:
        return ""
    at = _x(row.claimed)
    link = _level(_x(row.low), at, Ink("", "accent", 2, "2 3"))
    return link + box((at - 5, 8), (10, 10), Ink("paper", "accent", 2))


def _known(row: Row) -> str:
    if row.low is None or row.high is None:
        return ""
    colour = "warn" if row.bottleneck else "accent"
    body = ""
    if row.high > row.low:
        body += _level(_x(row.low), _x(row.high), Ink("", colour, 4))
        body += disc((_x(row.high), _MIDDLE), 4, Ink(colour))
    return body + _previous(row) + _dot(_x(row.low), colour, diamond=row.bottleneck)


def _previous(row: Row) -> str:
    if row.previous is None or row.previous == row.low:
        return ""
    return disc((_x(row.previous), _MIDDLE), 5, Ink("paper", "muted", 2))


def _dot(at: int, colour: str, *, diamond: bool) -> str:
    if diamond:
        return path(f"M{at} 4l9 9-9 9-9-9z", Ink(colour))
    return disc((at, _MIDDLE), 7, Ink(colour))


def _target(row: Row) -> str:
    return "" if row.target is None else _triangle(_x(row.target), 19)


def _triangle(at: float, top: int) -> str:
    return path(f"M{at:g} {top}l5 6h-10z", Ink("ok"))


def _left(rank: int) -> int:
    return 1 + rank * (_BOX + _GAP)


def _box(row: Row, rank: int) -> str:
    corner, size = (_left(rank), 4), (_BOX, _BOX)
    colour = "warn" if row.bottleneck else "accent"
    if rank == row.low:
        return box(corner, size, Ink(colour, colour, 1))
    ink = Ink("paper", "muted", 1)
    if row.low is not None and row.high is not None and row.low < rank <= row.high:
        ink = Ink("tint", colour, 1)
    if rank == row.required:
        ink = ink._replace(stroke="ink", width=2)
    elif rank == row.claimed:
        ink = ink._replace(stroke=colour, width=2, dash="2 2")
    elif row.open:
        ink = ink._replace(dash="3 2")
    return box(corner, size, ink)
