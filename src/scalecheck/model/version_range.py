"""Ranges of versions: `0.1.0`, `>=0.1`, `>=0.1, <0.2`; every bound must hold."""

import operator
import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import NamedTuple

_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,5}\Z")
_BOUND = re.compile(r"(>=|<=|==|>|<|)\s*([0-9.]+)\Z")
_COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
    "": operator.eq,
}


class Bound(NamedTuple):
    """One side of a range: a comparison, and the version compared with."""

    sign: str
    version: str


def read_range(text: str) -> tuple[Bound, ...] | None:
    """Read a range of versions; None where it is not one."""
    found = [_BOUND.match(part.strip()) for part in text.split(",")]
    bounds = tuple(Bound(match[1], match[2]) for match in found if match is not None)
    is_sound = len(bounds) == len(found) and all(_VERSION.match(b.version) for b in bounds)
    return bounds if is_sound else None


def is_in_range(version: str, bounds: tuple[Bound, ...]) -> bool:
    """Tell whether a version is within a range; one that is no number is in none."""
    if not _VERSION.match(version):
        return False
    return all(_COMPARE[b.sign](_compare(version, b.version), 0) for b in bounds)


def _compare(one: str, other: str) -> int:
    """Tell which version comes later: above 0 the first, below 0 the other; `0.1` is `0.1.0`."""
    mine, theirs = (map(int, version.split(".")) for version in (one, other))
    pairs = zip_longest(mine, theirs, fillvalue=0)
    return next((a - b for a, b in pairs if a != b), 0)
