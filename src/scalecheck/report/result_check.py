"""Compare two machine-readable results, and name every place where they differ."""

from collections.abc import Iterator
from typing import Any, NamedTuple


class ResultDifference(NamedTuple):
    """A place in a result where the stored value is not the one computed again."""

    path: str
    stored: str
    found: str


def compare(stored: Any, found: Any, path: str = "") -> Iterator[ResultDifference]:
    """Walk two results side by side, in the order of the stored one."""
    if isinstance(stored, dict) and isinstance(found, dict):
        for key in dict.fromkeys((*stored, *found)):
            yield from compare(stored.get(key), found.get(key), f"{path}/{key}")
    elif isinstance(stored, list) and isinstance(found, list) and len(stored) == len(found):
        for position, (old, new) in enumerate(zip(stored, found, strict=True)):
            yield from compare(old, new, f"{path}/{position}")
    elif stored != found or type(stored) is not type(found):
        yield ResultDifference(path or "/", _shown(stored), _shown(found))


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return f"{type(value).__name__}({len(value)})"
    text = str(value)
    return text if len(text) <= 120 else f"{text[:119]}…"
