"""What is left of a refused document once the refused parts are out: enough to find the rest.

A file with a bad weight and a reference to nowhere has two faults, and its author wants both at
once. So the parts that were refused are left out, the rest is read again, and its references are
checked; whatever the missing parts may explain is not told.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.model.base import Frozen, Plain
from scalecheck.model.diagnostic import Path, Problem
from scalecheck.model.twins import errors_of
from scalecheck.source.refusals import real_path

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
# Findings that stay true when other parts of the document are missing.
_CERTAIN = frozenset(
    (
        "between-reversed",
        "computed-in-group",
        "cycle",
        "duplicate-id",
        "duplicate-in-list",
        "group-in-group",
        "level-bounds",
        "levels-not-increasing",
        "lookup-not-monotone",
        "months-not-a-range",
        "no-amounts",
        "reserved-id",
        "rule-for-worst-level",
        "scores-not-increasing",
        "share-and-count",
        "two-groups",
        "values-or-scale",
        "veto-above-profile",
        "weight-not-positive",
    )
)


_NODES = ("unknown-node", "unknown-criterion")
_REFERENCES: Mapping[str, tuple[str, ...]] = {
    "attributes": ("unknown-attribute", "unknown-key"),
    "criteria": _NODES,
    "dimensions": _NODES,
    "grades": ("unknown-grade",),
    "groups": ("unknown-group",),
    "levels": ("unknown-level",),
    "measures": _NODES,
    "scales": ("unknown-scale",),
    "settings": ("unknown-setting", "unknown-instance"),
    "sources": ("unknown-source",),
    "stages": ("unknown-stage",),
    "strategies": ("unknown-strategy",),
    "tracks": ("unknown-track",),
    "values": ("unknown-value",),
}


class Salvaged(NamedTuple):
    """A value made of what was not refused, and all that its findings must not rest on."""

    value: Any
    data: Any
    removed: frozenset[Path]

    def admit(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Keep the problems that the missing parts cannot explain, at their place in the file."""
        doubtful = frozenset(_words_of(self.data, self.removed))
        nameless = frozenset(_nameless(self.removed))
        for found in problems:
            is_reference = found.code.startswith("unknown-") and found.code not in nameless
            is_certain = found.code in _CERTAIN or is_reference
            named = {value for name, value in found.facts if name != "known"}
            if is_certain and not named & doubtful:
                yield found._replace(path=_original(self.data, self.removed, found.path))


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
            path = _original(data, removed, found)
            if not _leave_out(kind, loc, path, removed, added):
                return None
        try:
            value = model.model_validate(_prune(data, removed, added), context={"language": "fr"})
        except ValueError as again:
            error = again
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


def _original(data: Any, removed: Iterable[Path], path: Path) -> Path:
    """Find a path of what is left in the document as it was written."""
    found: Path = ()
    here = data
    for part in path:
        own = part
        if isinstance(here, tuple) and isinstance(part, int):
            kept = [n for n in range(len(here)) if (*found, n) not in removed]
            own = kept[part] if part < len(kept) else part
        here = _enter(here, own)
        found = (*found, own)
    return found


def _enter(here: Any, part: Any) -> Any:
    if isinstance(here, Mapping):
        return here.get(part)
    is_place = isinstance(here, tuple) and isinstance(part, int) and part < len(here)
    return here[part] if is_place else None


def _nameless(removed: Iterable[Path]) -> Iterator[str]:
    """The references that may lead to something whose own name was refused."""
    for path in removed:
        if path[-1] == "id":
            families = [part for part in path[:-1] if isinstance(part, str)]
            yield from _REFERENCES.get(families[-1] if families else "", ())


def _words_of(data: Any, removed: Iterable[Path]) -> Iterator[str]:
    """Every word in the parts left out: a finding that holds one may be an echo."""
    for path in removed:
        here = data
        for part in path:
            here = _enter(here, part)
        yield str(path[-1])
        yield from _words(here)


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(data, tuple):
        for value in data:
            yield from _words(value)
    elif data is not None:
        yield str(data)
