"""Profiles and levels as facts: short, in the order of the rubric, in ids and levels."""

from collections.abc import Iterable, Mapping

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.formula import Rank

MOST_NAMES = 6


def tell(nodes: Nodes, profile: Mapping[str, Rank], names: Iterable[str]) -> str:
    """Write the answers of a profile to some questions: `besoin 2, demande 0`.

    Those below their best come first told, six at most; the others are at their best.
    """
    wanted = set(names)
    order = [c.id for c in nodes.asked()] + [a.id for a in nodes.rubric.attributes if a.scale]
    told = [name for name in order if name in wanted and name in profile]
    low = [name for name in told if profile[name] < _top(nodes, name)] or told
    return in_short(f"{name} {level_name(nodes, name, profile[name])}" for name in low)


def in_short(things: Iterable[str]) -> str:
    """List six things at most."""
    found = list(things)
    more = ["…"] if len(found) > MOST_NAMES else []
    return ", ".join((*found[:MOST_NAMES], *more))


def level_name(nodes: Nodes, name: str, rank: Rank) -> str:
    """Name a rank of a node: the value of the level of its scale, or the number itself."""
    typed = nodes.typed(name)
    if typed is None or typed.scale is None:
        return str(rank)
    return str(typed.scale.by_rank[min(int(rank), typed.scale.top)].value)


def _top(nodes: Nodes, name: str) -> int:
    typed = nodes.typed(name)
    return typed.scale.top if typed and typed.scale else 0
