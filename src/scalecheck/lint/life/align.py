"""Put the questions of two editions side by side: one variable for each, over the levels of both.

A scale may have gained or lost levels. A variable then goes over the levels that both have, from
the worst: only those answers can be read under both editions.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scalecheck.lint.life.canon import Renames
from scalecheck.model.nodes import Nodes
from scalecheck.model.rubric_diff import Change, Family
from scalecheck.model.scale import Scale
from scalecheck.scoring.logic.formula import (
    FALSE,
    TRUE,
    All,
    Atom,
    Formula,
    Known,
    Rank,
    Some,
    Sum,
    Test,
    either,
    every,
    weigh,
)

Box = Mapping[str, tuple[Rank, Rank]]
_REDEFINING = ("scale", "computed")
_COMPOSED = (Family.MEASURE, Family.DIMENSION)
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAID = "answered:"  # that a question was answered at all, were it at its worst
_HOLE = "?"  # what is read by other means than formulas: free, so that it proves nothing


class Axis(NamedTuple):
    """A question of one edition: the variable it is read by, and the rank of each of its values."""

    variable: str
    ranks: tuple[int, ...]

    def cut(self, rank: Rank) -> int:
        """The first value of the variable at a rank or better; one too many where there is none."""
        return bisect_left(self.ranks, rank)


class Alignment(NamedTuple):
    """How each edition reads the variables, and the variables that cannot be read under both."""

    old: Mapping[str, Axis]
    new: Mapping[str, Axis]
    levels: Mapping[str, tuple[str, ...]]
    unlike: frozenset[str]


def align(old: Nodes, new: Nodes, renames: Renames) -> Alignment:
    """Align the questions of two editions; `renames` maps old ids to new ones."""
    before, after = _scales(old), _scales(new)
    axes: tuple[dict[str, Axis], dict[str, Axis]] = ({}, {})
    levels: dict[str, tuple[str, ...]] = {}
    unlike: set[str] = set()
    for name, scale in before.items():
        own = renames.get(name, name)
        other = after.get(own, scale)
        values = _shared(scale, other)
        ranks = [[s.rank_of(v) or 0 for v in values] for s in (scale, other)]
        if len(values) < 2 or ranks[1] != sorted(ranks[1]):
            unlike.add(own)
        levels[own] = tuple(values)
        axes[0][name], axes[1][own] = (Axis(own, tuple(r)) for r in ranks)
    for name, scale in after.items():
        if name not in axes[1]:
            levels[name] = tuple(str(level.value) for level in scale.by_rank)
            axes[1][name] = Axis(name, tuple(range(len(scale.levels))))
    return Alignment(*axes, levels, frozenset(unlike))


def _scales(nodes: Nodes) -> dict[str, Scale]:
    found = {c.id: nodes.scales[c.scale] for c in nodes.asked()}
    for attribute in nodes.attributes.values():
        if attribute.scale:
            found[attribute.id] = nodes.scales[attribute.scale]
    return found


def _shared(one: Scale, other: Scale) -> list[str]:
    values = {str(level.value) for level in other.levels}
    return [str(level.value) for level in one.by_rank if str(level.value) in values]


class Side(NamedTuple):
    """How one edition is read: its axes, and the names that mean something else in the other.

    What is not followed (`?…`) is one thing in both editions where it is written alike and rests
    on nothing that changed; otherwise `mark` tells the two apart. Every question is answered: what
    silence alone would fail is not asked.
    """

    axes: Mapping[str, Axis]
    changed: frozenset[str]
    mark: str

    def variable(self, name: str) -> str:
        """The variable that a name of this edition is read by."""
        axis = self.axes.get(name)
        if axis is not None:
            return axis.variable
        is_own = name.startswith("?") and not self.changed.isdisjoint(_WORD.findall(name))
        return f"?{self.mark}{name}" if is_own else name

    def read(self, formula: Formula) -> Formula:
        """Read a formula of this edition on the variables of both."""
        match formula:
            case Known():
                return formula
            case Atom(name=name, rank=rank):
                return self._atom(name, rank)
            case All(parts=parts):
                return every(map(self.read, parts))
            case Some(parts=parts):
                return either(map(self.read, parts))
            case Sum(terms=terms, least=least):
                return weigh(((weight, self.read(part)) for weight, part in terms), least)
            case Test():
                return Atom(_HOLE, 1)

    def _atom(self, name: str, rank: Rank) -> Formula:
        if name.startswith(_SAID):
            return TRUE
        axis = self.axes.get(name)
        if axis is None:
            return Atom(self.variable(name), rank)
        cut = axis.cut(rank)
        if cut == 0:
            return TRUE
        return Atom(axis.variable, cut) if cut < len(axis.ranks) else FALSE

    def box(self, box: Box) -> Box:
        """The bounds of the variables: those of the questions, and those met on the way."""
        questions = {axis.variable: (0, len(axis.ranks) - 1) for axis in self.axes.values()}
        met = {self.variable(n): bounds for n, bounds in box.items() if n not in self.axes}
        return {_HOLE: (0, 1), **questions, **met}


def changed_names(nodes: Nodes, changes: Iterable[Change]) -> frozenset[str]:
    """The names that mean something else in the other edition, and those that rest on them."""
    own = frozenset(_redefined(nodes, changes))
    return own | {name for name in nodes.known if not own.isdisjoint(_behind(nodes, name))}


def _redefined(nodes: Nodes, changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        is_redefined = change.field.startswith(_REDEFINING)
        if change.family in _COMPOSED or (change.family is Family.CRITERION and is_redefined):
            yield change.name
        elif change.field in ("direction", "score"):
            scale = change.owner or change.name
            yield from (c.id for c in nodes.criteria.values() if c.scale == scale)


def _behind(nodes: Nodes, name: str) -> frozenset[str]:
    """Every node that a node rests on."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(nodes.parts_of(current))
    return frozenset(seen)
