"""Two ranks at once: a square for each pair of levels, and where the project stands among them."""

from scalecheck.report.charts.pen import (
    Ink,
    Name,
    box,
    disc,
    line,
    sheet,
    words,
    wrap,
)
from scalecheck.report.view.plane import Axis, Plane

SIDE, LEFT, TOP, _BELOW, _RIGHT = 270, 76, 14, 72, 16
_NAME, _LINE = 34, 17  # letters of a name on a line, and from one line to the next
_MOST = 12  # names of levels along a side; beyond, only some are written


def draw_plane(plane: Plane, language: str = "", id: str = "plane") -> str:
    """Draw the plane: a dot at the official ranks, a tinted box up to what open answers allow."""
    body = box((LEFT, TOP), (SIDE, SIDE), Ink("wash", "line", 1))
    body += "".join(_rule(axis, upright=upright) for upright, axis in _axes(plane))
    body += _reach(plane)
    body += disc(spot(plane), 8, Ink("accent", "paper", 1.5))
    body += _names(plane)
    told = Name(plane.caption, plane.words, language, id)
    return sheet(LEFT + SIDE + _RIGHT, TOP + SIDE + _BELOW, body, told)


def _names(plane: Plane) -> str:
    """Write what each side is, in two lines at most."""
    body, base = "", TOP + SIDE + 46
    for number, said in enumerate(wrap(plane.across.name, _NAME, 2)):
        middle = LEFT + SIDE / 2
        body += words((middle, base + _LINE * number), said, "ink", size=13, weight=600)
    for number, said in enumerate(wrap(plane.up.name, _NAME, 2)):
        middle = TOP + SIDE / 2
        body += words((16 + _LINE * number, middle), said, "ink", size=13, weight=600, turn=-90)
    return body


def spot(plane: Plane) -> tuple[float, float]:
    """Where the dot is, in pixels."""
    return _x(plane.across, plane.across.low), _y(plane.up, plane.up.low)


def _axes(plane: Plane) -> tuple[tuple[bool, Axis], ...]:
    return (False, plane.across), (True, plane.up)


def _part(axis: Axis) -> float:
    return SIDE / max(len(axis.levels), 1)


def _x(axis: Axis, rank: int) -> float:
    return LEFT + (rank + 0.5) * _part(axis)


def _y(axis: Axis, rank: int) -> float:
    return TOP + SIDE - (rank + 0.5) * _part(axis)


def _reach(plane: Plane) -> str:
    """The box that the dot may be in, where it may be elsewhere."""
    across, up = plane.across, plane.up
    if across.low >= across.high and up.low >= up.high:
        return ""
    left, right = (_x(across, rank) for rank in (across.low, max(across.low, across.high)))
    low, high = (_y(up, rank) for rank in (up.low, max(up.low, up.high)))
    ink = Ink("tint", "accent", 1.5, "4 3")
    body = box((left - 5, high - 5), (right - left + 10, low - high + 10), ink)
    return body + disc((right, high), 4, Ink("paper", "accent", 1.5))


def _rule(axis: Axis, *, upright: bool) -> str:
    every = -(-len(axis.levels) // _MOST)
    body, part, base = "", _part(axis), TOP + SIDE
    letters = max(int(part * every / 6.6), 2)
    for rank, name in enumerate(axis.levels):
        at = rank * part
        if rank and upright:
            body += line((LEFT, base - at), (LEFT + SIDE, base - at), Ink("", "line", 1))
        elif rank:
            body += line((LEFT + at, TOP), (LEFT + at, base), Ink("", "line", 1))
        if rank % every:
            continue
        if upright:
            said = wrap(name, 4, 1)[0]
            body += words((LEFT - 8, _y(axis, rank) + 4), said, "muted", anchor="end")
        else:
            body += words((_x(axis, rank), base + 20), wrap(name, letters, 1)[0], "muted")
    return body
