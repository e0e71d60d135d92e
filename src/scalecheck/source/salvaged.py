"""What is left of a document that was refused in part, and what its findings must not rest on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.model.diagnostic import Path, Problem

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

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was left out."""
        return not self.removed

    def put_back(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Give findings their place in the file; leave out those that speak of missing parts."""
        doubtful = frozenset(_words_of(self.data, self.removed))
        for found in problems:
            if not {value for _, value in found.facts} & doubtful:
                also = tuple(a._replace(path=self._place(a.path)) for a in found.also)
                yield found._replace(path=self._place(found.path), also=also, repair=())

    def _place(self, path: Path) -> Path:
        return original(self.data, self.removed, path)

    def admit(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Keep the problems that the missing parts cannot explain, at their place in the file."""
        doubtful = frozenset(_words_of(self.data, self.removed))
        nameless = frozenset(_nameless(self.removed))
        for found in problems:
            is_reference = found.code.startswith("unknown-") and found.code not in nameless
            is_certain = found.code in _CERTAIN or is_reference
            named = {value for name, value in found.facts if name != "known"}
            if is_certain and not named & doubtful:
                yield found._replace(path=original(self.data, self.removed, found.path))


def original(data: Any, removed: Iterable[Path], path: Path) -> Path:
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
