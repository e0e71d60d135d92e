"""What the plain gates of the levels already ask of each node, level after level."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.lint.rules.levels.parts import Part, level_parts
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Requirement
from scalecheck.scoring.logic.formula import Rank


class Asked(NamedTuple):
    """What a plain gate asks of a node, at which level and where."""

    name: str
    level: str
    rank: Rank
    position: int
    path: Path


class Again(NamedTuple):
    """A node asked for again, at no more than an earlier level asked.

    `is_whole`: the level restates all that the plain gate before it asked.
    """

    asked: Asked
    earlier: Asked
    is_whole: bool


def asked_again(subject: RubricSubject) -> tuple[Again, ...]:
    """Find what a plain gate asks that an earlier one asked already, of the same node; once."""
    kept = subject.__dict__
    if "asked_again" not in kept:
        kept["asked_again"] = tuple(_asked_again(subject))
    found: tuple[Again, ...] = kept["asked_again"]
    return found


def _asked_again(subject: RubricSubject) -> Iterator[Again]:
    floor: dict[str, Asked] = {}
    before: frozenset[str] = frozenset()
    for position, _, parts in level_parts(subject):
        gate = list(_plain(subject.names, parts, position))
        names = frozenset(asked.name for asked in gate)
        for asked in gate:
            earlier = floor.get(asked.name)
            if earlier is not None and asked.rank <= earlier.rank:
                yield Again(asked, earlier, before <= names)
        for asked in gate:
            earlier = floor.get(asked.name)
            if earlier is None or asked.rank > earlier.rank:
                floor[asked.name] = asked
        before = names or before


def _plain(nodes: Nodes, parts: list[Part], position: int) -> Iterator[Asked]:
    for path, rule, _ in parts:
        if isinstance(rule, Requirement):
            ((name, level),) = rule.root.items()
            rank = _rank(nodes, name, level)
            if rank is not None:
                yield Asked(name, level, rank, position, path)


def _rank(nodes: Nodes, name: str, level: str) -> Rank | None:
    typed = nodes.typed(name)
    if typed is None or typed.scale is None:
        return None
    return typed.scale.rank_of(level)
