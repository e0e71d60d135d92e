"""What is left of a refused document once the refused parts are out: enough to find the rest.

A file with a bad weight and a reference to nowhere has two faults, and its author wants both at
once. So the parts that were refused are left out, the rest is read again, and its references are
checked; whatever the missing parts may explain is not told.
"""

from collections.abc import Mapping
from typing import Any

from scalecheck.model.base import Frozen, Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.twins import errors_of
from scalecheck.source.refusals import real_path
from scalecheck.source.salvaged import Salvaged, original

_ROUNDS = 8
_MOST = 100  # beyond that many refusals, the author has enough to do
_TEXT = "…"
_ANYWHERE: Mapping[str, Any] = dict.fromkeys(("title", "do", "who", "proof", "label"), _TEXT)
_AT_ROOT: Mapping[str, Any] = {
    "id": Plain("x"),
    "version": _TEXT,
    "licence": _TEXT,
    "languages": ("fr", "en"),
    "non_answers": {
        "unknown": "bounds",
        "not_assessed": "bounds",
        "not_applicable": {"reason": "required", "min_applicable": Plain("60%")},
        "empty_level": "blocks",
    },
}


def salvage(data: Any, model: type[Frozen], error: ValueError) -> Salvaged | None:
    """Leave out what was refused, until the rest makes a value; None where too little is left."""
    removed: set[Path] = set()
    added: dict[Path, Any] = {}
    for _ in range(_ROUNDS):
        entries = errors_of(error)
        if len(entries) > _MOST:
            return None
        pruned = _prune(data, removed, added)
        for kind, loc, found in _refused(pruned, entries):
            path = original(data, removed, found)
            if not _leave_out(kind, loc, path, removed, added):
                return None
        try:
            value = model.model_validate(_prune(data, removed, added), context={"language": "fr"})
        except ValueError as again:
            error = again.with_traceback(None)  # its frames would keep the document alive
        else:
            return Salvaged(value, data, frozenset(removed))
    return None


def _refused(data: Any, entries: list[Any]) -> list[tuple[str, tuple[Any, ...], Path]]:
    """What was refused and where; a list emptied by refusals inside it is not to blame."""
    found = [
        (e["type"], e["loc"], real_path(data, e["loc"], is_missing=e["type"] == "missing"))
        for e in entries
    ]
    inner = {path[:end] for _, _, path in found for end in range(len(path))}
    return [one for one in found if not (one[0] == "too_short" and one[2] in inner)]


def _leave_out(
    kind: str, loc: tuple[Any, ...], path: Path, removed: set[Path], added: dict[Path, Any]
) -> bool:
    if kind != "missing":
        removed.add(path)
        return bool(path)
    name, container = loc[-1], path[:-1]
    stub = _ANYWHERE.get(name, None if container else _AT_ROOT.get(name))
    if stub is not None:
        added[(*container, name)] = stub
        return True
    removed.add(container)
    return bool(container)


def _prune(data: Any, removed: set[Path], added: Mapping[Path, Any], path: Path = ()) -> Any:
    if isinstance(data, Mapping):
        parts = {k: v for k, v in data.items() if (*path, k) not in removed}
        kept = {k: _prune(v, removed, added, (*path, k)) for k, v in parts.items()}
        return kept | {p[-1]: stub for p, stub in added.items() if p[:-1] == path}
    if isinstance(data, tuple):
        items = [(n, v) for n, v in enumerate(data) if (*path, n) not in removed]
        return tuple(_prune(v, removed, added, (*path, n)) for n, v in items)
    return data
