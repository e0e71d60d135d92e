"""The least sets of a plain weighted majority: counted exactly, the smallest ones listed."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.scoring.logic.formula import Atom, Formula, Sum, conjuncts

HEAVIEST = 100_000  # beyond this threshold, in whole weights, sets are not counted
MOST_STEPS = 20_000

Places = tuple[int, ...]


class Weighted(NamedTuple):
    """Names that every set holds, and the weights of the others, which must reach `least`."""

    firm: frozenset[str]
    weights: dict[str, int]
    least: int


def as_weighted(formula: Formula) -> Weighted | None:
    """Read a formula as one weighted sum of names, some of them compulsory; None if it is not."""
    parts = conjuncts(formula)
    firm = frozenset(part.name for part in parts if isinstance(part, Atom))
    sums = [part for part in parts if isinstance(part, Sum)]
    if len(sums) != 1 or len(parts) != 1 + sum(isinstance(part, Atom) for part in parts):
        return None
    atoms = [(part.name, w) for w, part in sums[0].terms if isinstance(part, Atom)]
    weights = dict(atoms)
    if len(weights) != len(sums[0].terms):
        return None
    least = sums[0].least - sum(weights.pop(name, 0) for name in sorted(firm))
    return Weighted(firm, weights, least)


def count_least(weights: list[int], least: int) -> int | None:
    """Count the sets of weights that reach `least`, and without any one member do not.

    The lightest member of each set, the last of equals, is what makes it reach: so count, for
    each weight, the sets of heavier ones that fall short by no more than it.
    """
    if least <= 0:
        return 1
    if least > HEAVIEST:
        return None
    short = [1, *([0] * (least - 1))]  # how many sets of those seen so far weigh each sum
    total = 0
    for weight in sorted(weights, reverse=True):
        total += sum(short[max(0, least - weight) :])
        for at in range(least - 1, weight - 1, -1):
            short[at] += short[at - weight]
    return total


def smallest_least(weights: list[int], least: int, most: int) -> list[Places]:
    """List some of those sets as places, the smallest first; fewer where the work is too much."""
    if least <= 0:
        return [()]
    found: list[Places] = []
    steps = 0
    for size in range(1, len(weights) + 1):
        for chosen in _of_size(weights, least, size):
            steps += 1
            if chosen is not None:
                found.append(chosen)
            if len(found) >= most or steps > MOST_STEPS:
                return found
    return found


def _of_size(weights: list[int], least: int, size: int) -> Iterator[Places | None]:
    """The sets of one size, in order; None for each step that led nowhere."""
    waiting: list[tuple[int, int, Places]] = [(0, 0, ())]
    while waiting:
        place, reached, chosen = waiting.pop()
        left = size - len(chosen)
        if not left:
            lightest = min(weights[at] for at in chosen)
            yield chosen if reached - lightest < least <= reached else None
        elif len(weights) - place < left or reached + _top(weights, place, left) < least:
            yield None
        else:
            waiting.append((place + 1, reached, chosen))
            waiting.append((place + 1, reached + weights[place], (*chosen, place)))


def _top(weights: list[int], place: int, count: int) -> int:
    return sum(sorted(weights[place:], reverse=True)[:count])
