"""Ten thousand projects in a page of less than a megabyte: columns of codes, and names once."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class Coded(NamedTuple):
    """One column: the sets of options met, and for each project which set, `width` signs each."""

    width: int
    sets: tuple[tuple[int, ...], ...]
    at: str


def code(rows: Iterable[tuple[int, ...]]) -> Coded:
    """Write a column of sets of options; the sets come in the order in which they are first met."""
    found: dict[tuple[int, ...], int] = {}
    places = [found.setdefault(row, len(found)) for row in rows]
    width = 1
    while len(_SIGNS) ** width < len(found):
        width += 1
    return Coded(width, tuple(found), "".join(_write(place, width) for place in places))


def _write(place: int, width: int) -> str:
    signs = []
    for _ in range(width):
        place, rest = divmod(place, len(_SIGNS))
        signs.append(_SIGNS[rest])
    return "".join(reversed(signs))


def fold_front(names: Sequence[str]) -> str:
    """Write names one a line, each as what it shares with the one before and what it adds.

    The first sign of a line says how many characters are shared, from none to 63.
    """
    lines, before = [], ""
    for name in names:
        line = " ".join(name.splitlines())  # a no-break space stays one
        shared = 0
        for one, other in zip(before[: len(_SIGNS) - 1], line, strict=False):
            if one != other:
                break
            shared += 1
        lines.append(_SIGNS[shared] + line[shared:])
        before = line
    return "\n".join(lines)
