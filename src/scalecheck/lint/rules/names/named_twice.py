"""A list that names the same thing twice, where once is enough.

What a figure would count twice is told by `counted-twice`, and left to it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Path, Severity

# The keys whose list holds names, and those under which every list does.
_NAMES = frozenset(
    (
        "answered",
        "applicant",
        "blockers",
        "bottlenecks",
        "clientele",
        "criteria",
        "evidence",
        "functions",
        "languages",
        "must",
        "of",
        "omit",
        "role",
        "rooted_in",
        "sector",
        "stages",
        "status",
        "strategies",
        "territory",
        "type",
        "values",
        "voices",
        "waives",
    )
)
_ALL_NAMES = frozenset(
    ("applies_when", "attributes", "fits_when", "holds", "items", "when", "where")
)
_OPERANDS = ("of", "items")
_SAME_EITHER_WAY = ("min", "max", "ladder", "highest", "lookup", "difference")
Lists = list[tuple[Path, tuple[Any, ...]]]


def find(subject: Subject) -> Iterator[Found]:
    looked: set[int] = set()
    lists: Lists = []
    _gather(subject.data, (), False, lists)
    for path, items in lists:
        if id(items) not in looked:  # a list that the file repeats by an alias is written once
            looked.add(id(items))
            yield from _repeats(path, items)


def _repeats(path: Path, items: tuple[Any, ...]) -> Iterator[Found]:
    first: dict[str, Path] = {}
    for position, item in enumerate(items):
        place: Path = (*path, position)
        if isinstance(item, Mapping) and path[-1] == "values":
            item, place = item.get("id"), (*place, "id")
        if isinstance(item, str):
            other = first.setdefault(str(item), place)
            if other is not place:
                yield found(place, also=(Also(other, "named-first"),), id=item)


def _gather(data: Any, path: Path, are_names: bool, lists: Lists) -> None:
    """Put together the lists of names, in the order of the file."""
    if isinstance(data, tuple):
        if are_names or (path and path[-1] in _NAMES):
            lists.append((path, data))
        for position, below in enumerate(data):
            if isinstance(below, dict | tuple):
                _gather(below, (*path, position), are_names, lists)
    elif isinstance(data, dict):
        for key, below in data.items():
            if isinstance(below, dict | tuple) and _is_looked_at(key, data):
                _gather(below, (*path, key), are_names or key in _ALL_NAMES, lists)


def _is_looked_at(key: str, data: Mapping[str, Any]) -> bool:
    if key in _OPERANDS and "op" in data:
        return data["op"] in _SAME_EITHER_WAY
    return not key.startswith("x-")


RULE = Rule("named-twice", Topic.NAMES, Severity.WARNING, ANY, find, Reads.DOCUMENT)
