"""Versions of rubrics: `x.y.z`, how much one rises over another, and how much it should.

Only texts changed: `z` at least. Meaning changed: `y` at least while `x` is 0; from 1.0.0 on, `x`
where something was taken away or changed, and `y` where it was only added, no level being harder.
"""

import re
from collections.abc import Iterable

from scalecheck.model.rubric_diff import (
    Change,
    ChangeKind,
    Edition,
    LevelDiff,
    Rise,
    TextChange,
    Verdict,
    VersionDiff,
)

_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-[0-9A-Za-z.-]+)?\Z")
_RISES = (Rise.MAJOR, Rise.MINOR, Rise.PATCH)
_ORDER = (Rise.NONE, Rise.PATCH, Rise.MINOR, Rise.MAJOR)
_HARMLESS = (Verdict.SAME, Verdict.EASIER, Verdict.ADDED)


def read_version(version: str) -> tuple[int, int, int] | None:
    """Read `x.y.z`, with or without `-draft` behind it; None for anything else."""
    found = _VERSION.match(version)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def judge_version(
    old: Edition,
    new: Edition,
    changes: Iterable[Change],
    levels: Iterable[LevelDiff],
    texts: Iterable[TextChange],
) -> VersionDiff:
    """Tell how much the version had to rise, how much it did, and whether that is enough."""
    needed = _needed(old.version, tuple(changes), tuple(levels), bool(tuple(texts)))
    before, after = read_version(old.version), read_version(new.version)
    if old.rubric != new.rubric or before is None or after is None:
        return VersionDiff(needed)
    made = _made(before, after)
    is_enough = after >= before and _ORDER.index(made) >= _ORDER.index(needed)
    least = raise_version(before, needed)
    return VersionDiff(needed, made, is_enough, least, after < before)


def raise_version(version: tuple[int, int, int], rise: Rise) -> str:
    """The first version that rises so over another."""
    place = 3 - _ORDER.index(rise)
    parts = [*version[:place], version[place] + 1, 0, 0] if place < 3 else list(version)
    return ".".join(map(str, parts[:3]))


def _made(before: tuple[int, int, int], after: tuple[int, int, int]) -> Rise:
    for rise, one, other in zip(_RISES, before, after, strict=True):
        if one != other:
            return rise if other > one else Rise.NONE
    return Rise.NONE


def _needed(
    version: str, changes: tuple[Change, ...], levels: tuple[LevelDiff, ...], has_texts: bool
) -> Rise:
    if not changes:
        return Rise.PATCH if has_texts else Rise.NONE
    read = read_version(version)
    if read is not None and read[0] == 0:
        return Rise.MINOR
    only_adds = all(change.kind is ChangeKind.ADDED for change in changes)
    harmless = all(level.verdict in _HARMLESS for level in levels)
    return Rise.MINOR if only_adds and harmless else Rise.MAJOR
