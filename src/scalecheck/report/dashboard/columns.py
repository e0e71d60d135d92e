"""Ten thousand projects in a page of less than a megabyte: columns of codes, and names once."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

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
    width = _width(len(found))
    return Coded(width, tuple(found), "".join(_write(place, width) for place in places))


def code_texts(texts: Sequence[str]) -> dict[str, Any]:
    """Write a column of texts, as it is carried: each text once, sorted, and who has which."""
    said = [" ".join(text.splitlines()) for text in texts]
    names = sorted(set(said))
    place = {name: number for number, name in enumerate(names)}
    width = _width(len(names))
    at = "".join(_write(place[text], width) for text in said)
    return {"w": width, "names": fold_front(names), "at": at}


def fold_flags(*flags: Sequence[bool]) -> str:
    """Write some flags of each project as one sign: the first is worth 1, the next 2, then 4."""
    return "".join(
        _SIGNS[sum(1 << place for place, one in enumerate(ones) if one)]
        for ones in zip(*flags, strict=True)
    )


def _width(count: int) -> int:
    """How many signs tell so many things apart."""
    width = 1
    while len(_SIGNS) ** width < count:
        width += 1
    return width


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
