"""What the gates of a call ask, gate by gate: of which node, at which rank, read where."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.base import is_number
from scalecheck.model.call import HEADLINE, Call, Gate
from scalecheck.model.diagnostic import Path
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Condition


class Asked(NamedTuple):
    """A level that a gate asks of one node.

    Ranks count from 0, the worst; of a ladder, 0 is below the first level. `top` is the best rank,
    None where a number has no end. `word` is `require` or `at_most`.
    """

    gate: Gate
    word: str
    name: str
    level: str
    rank: int | Fraction
    top: int | None
    path: Path


def each_asked(call: Call, nodes: Nodes, word: str) -> Iterator[Asked]:
    """The levels that gates ask under one word, save those that the rubric does not know."""
    for number, gate in enumerate(call.gates):
        for name, level in (getattr(gate, word) or {}).items():
            ranked = _rank(nodes, name, level)
            if ranked is not None:
                node = HEADLINE[0] if name in HEADLINE else name
                path: Path = ("gates", number, word, name)
                yield Asked(gate, word, node, level, *ranked, path)


def find_top(nodes: Nodes, name: str) -> int | None:
    """The best rank of a node, or of the headline; None where there is none or no end."""
    if name in HEADLINE and nodes.rubric.headline == "ladder":
        return len(nodes.rubric.levels)
    typed = nodes.typed(nodes.rubric.headline if name in HEADLINE else name)
    return typed.scale.top if typed is not None and typed.scale is not None else None


def _rank(nodes: Nodes, name: str, level: str) -> tuple[int | Fraction, int | None] | None:
    if name in HEADLINE and nodes.rubric.headline == "ladder":
        values = [known.value for known in nodes.rubric.levels]
        return (values.index(level) + 1, len(values)) if level in values else None
    typed = nodes.typed(nodes.rubric.headline if name in HEADLINE else name)
    if typed is None:
        return None
    if typed.scale is not None:
        rank = typed.scale.rank_of(level)
        return None if rank is None else (rank, typed.scale.top)
    is_exact = is_number(level) and not level.endswith("%")
    return (Fraction(level), None) if is_exact else None


def may_meet(one: Condition, other: Condition) -> bool:
    """Tell whether some project may fulfil two conditions at once; an empty one asks nothing."""
    if not one or not other:
        return True
    return any(
        all(set(values) & set(b.root.get(name, values)) for name, values in a.root.items())
        for a in one
        for b in other
    )
