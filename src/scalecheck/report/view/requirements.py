"""What levels ask for, read from the proofs of the engine."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.proof import Proof

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
