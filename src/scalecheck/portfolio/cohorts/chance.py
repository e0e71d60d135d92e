"""What chance alone would give: exact tails, in whole numbers."""

from fractions import Fraction
from math import comb


def tail(population: int, marked: int, drawn: int, found: int) -> Fraction:
    """Give the probability that a random draw holds at least so many marked projects.

    Args:
        population: how many projects there are.
        marked: how many of them are marked.
        drawn: how many are drawn, none twice.
        found: how many marked ones at least.

    Returns:
        The exact probability (hypergeometric tail), 1 where `found` is 0.

    Source: Fisher 1935, the exact test, one-sided.
    """
    most = min(marked, drawn)
    least = max(found, marked + drawn - population, 0)
    if least > most:
        return Fraction(0)
    others = population - marked
    way = comb(marked, least) * comb(others, drawn - least)
    ways = way
    for held in range(least, most):  # each number of ways from the one before, without remainder
        way = way * (marked - held) * (drawn - held)
        way //= (held + 1) * (others - drawn + held + 1)
        ways += way
    return Fraction(ways, comb(population, drawn))
