"""How concentrated a portfolio is, and how far from its declared targets: exact figures."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from scalecheck.model.balance import Concentration, Distance
from scalecheck.portfolio.balance.axes import NOT_SAID


def concentrate(amounts: Sequence[Fraction], basis: str = "") -> Concentration | None:
    """Measure how concentrated amounts are over their cells, empty ones included.

    Args:
        amounts: one amount a cell, >= 0: portions of projects, or money.
        basis: "" for projects, or the currency of the money.

    Returns:
        The exact figures; None where there is no cell, or nothing in any.
    """
    total = sum(amounts, Fraction(0))
    if not total:
        return None
    shares = tuple(amount / total for amount in amounts)
    cells = len(shares)
    index = sum((share * share for share in shares), Fraction(0))
    least = Fraction(1, cells)
    normalised = (index - least) / (1 - least) if cells > 1 else None
    return Concentration(basis, shares, cells, index, normalised, 1 / index, _gini(shares))


def _gini(shares: Sequence[Fraction]) -> Fraction:
    """The Gini index of shares that add up to 1: half the mean difference over the mean share."""
    cells = len(shares)
    ordered = enumerate(sorted(shares), start=1)
    return sum(((2 * rank - cells - 1) * share for rank, share in ordered), Fraction(0)) / cells


def measure_distance(
    basis: str, amounts: Mapping[str, Fraction], targets: Mapping[str, Fraction]
) -> Distance | None:
    """Measure how far amounts are from target shares: total variation, 0 to 1.

    Targets that add up to less than 1 leave the rest to the values without one, which are then
    read together; what no target speaks of counts as one value. Shares are those of the whole:
    what is not said ("") is in it, answers no target, and has its share beside the others.

    Returns:
        The distance; None where there is nothing to share out.
    """
    total = sum(amounts.values(), Fraction(0))
    if not total:
        return None
    shares = {value: amounts.get(value, Fraction(0)) / total for value in targets}
    unsaid = amounts.get(NOT_SAID, Fraction(0)) / total
    rest = 1 - unsaid - sum(shares.values(), Fraction(0)), 1 - sum(targets.values(), Fraction(0))
    apart = sum((abs(shares[value] - target) for value, target in targets.items()), Fraction(0))
    moved = (apart + abs(rest[0] - rest[1]) + unsaid) / 2
    told = {**shares, NOT_SAID: unsaid} if unsaid else shares
    return Distance(basis, told, dict(targets), moved)
