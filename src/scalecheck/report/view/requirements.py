"""What levels ask for, read from the proofs of the engine."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import Proof
from scalecheck.report.view.teller import Teller

_EITHER = ("any_of", "at_least", "in", "majority")


class Asked(NamedTuple):
    """One requirement of a level; `either` where another could do in its place."""

    proof: Proof
    either: bool


def requirements(proof: Proof | None, *, either: bool = False) -> Iterator[Asked]:
    """Walk a proof down to its requirements, in the order of the rule."""
    if proof is None:
        return
    if proof.kind in ("level", "answered"):
        yield Asked(proof, either)
        return
    for part in proof.parts:
        free = part.role in ("must", "veto")
        yield from requirements(part, either=either or (proof.kind in _EITHER and not free))


def required_ranks(teller: Teller) -> dict[tuple[str, str], int]:
    """The rank that the next level, and those before it, ask of each node: the highest."""
    found: dict[tuple[str, str], int] = {}
    following = teller.found.next_level
    for level in teller.found.levels[: -1 if following is None else following + 1]:
        for asked in requirements(level.proof):
            scale = teller.scale(asked.proof.name)
            rank = scale.rank_of(asked.proof.wanted) if scale else None
            if rank is not None:
                key = asked.proof.name, asked.proof.instance
                found[key] = max(rank, found.get(key, 0))
    for gap in teller.found.gaps:
        found.setdefault((gap.name, gap.instance), int(gap.wanted))
    return found if following is not None else {}
