"""Refuse the names that are given twice, that are reserved, or that name no source."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.measures import MEASURE_WORDS
from scalecheck.model.names import PROJECT_ATTRIBUTES
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import RULE_WORDS

Problems = Iterator[Problem]
RESERVED = RULE_WORDS | MEASURE_WORDS | frozenset((*PROJECT_ATTRIBUTES, "ladder", "none", "niveau"))


def check_ids(rubric: Rubric) -> Problems:
    """Find identifiers given twice, and those that the engine keeps for itself."""
    taken: dict[str, Path] = {}
    for name, path in named(rubric):
        if name in taken:
            yield problem("duplicate-id", (*path, "id"), name=name)
        taken[name] = path
        if name in RESERVED:
            yield problem("reserved-id", (*path, "id"), name=name)
    for family in ("scales", "levels", "stages", "tracks", "strategies", "sources"):
        key = "value" if family == "levels" else "id"
        yield from check_unique(getattr(rubric, family), (family,), key)


def check_unique(things: Iterable[Any], path: Path, key: str) -> Problems:
    """Find the things of one list that share a name."""
    seen: Counter[str] = Counter()
    for position, thing in enumerate(things):
        name = str(getattr(thing, key))
        seen[name] += 1
        if seen[name] > 1:
            yield problem("duplicate-in-list", (*path, position, key), name=name)


def named(rubric: Rubric) -> Iterator[tuple[str, Path]]:
    """Walk what shares the one namespace of a rubric: each name with its path."""
    for d, dimension in enumerate(rubric.dimensions):
        yield dimension.id, ("dimensions", d)
        for c, criterion in enumerate(dimension.criteria):
            yield criterion.id, ("dimensions", d, "criteria", c)
    for family in ("measures", "groups", "attributes"):
        for position, thing in enumerate(getattr(rubric, family)):
            yield thing.id, (family, position)


def check_sources(rubric: Rubric) -> Problems:
    """Find references to sources that the rubric does not list."""
    known = {source.id for source in rubric.sources}
    for thing, path in _sourced(rubric):
        source = getattr(thing, "source", None)
        if source is not None and source.id not in known:
            yield problem(
                "unknown-source", (*path, "source"), name=source.id, known=listed(sorted(known))
            )


def _sourced(rubric: Rubric) -> Iterator[tuple[Any, Path]]:
    for family in ("scales", "measures", "levels", "stages", "tracks", "strategies", "dimensions"):
        for position, thing in enumerate(getattr(rubric, family)):
            yield thing, (family, position)
            for p, phase in enumerate(getattr(thing, "phases", ())):
                yield phase, (family, position, "phases", p)
            for c, criterion in enumerate(getattr(thing, "criteria", ())):
                yield criterion, (family, position, "criteria", c)
    if rubric.index_in_rules is not None:
        yield rubric.index_in_rules, ("index_in_rules",)
