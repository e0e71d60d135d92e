"""The money of fictional projects: lines that follow how far they have come."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.model.portfolio import Amount
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.generate.answers import ids
from scalecheck.portfolio.generate.dice import Dice

STEP = 500  # amounts are multiples of this
WITHOUT_MONEY = 0.12


def fund(dice: Dice, lists: Vocabularies, progress: float, year: int) -> tuple[Amount, ...]:
    """Draw lines of money over five years: larger, and for later purposes, further along."""
    if dice.chance(WITHOUT_MONEY):
        return ()
    return tuple(_lines(dice, lists, progress, year))


def _lines(dice: Dice, lists: Vocabularies, progress: float, year: int) -> Iterator[Amount]:
    currency = "CAD" if dice.chance(0.99) else "USD"
    for _ in range(dice.whole(1, 4)):
        when = dice.whole(year - 2, year + 3)
        amount = Fraction(STEP * dice.whole(8, 60 + round(500 * progress)))
        statuses = ids(lists.funding_statuses)
        past = when < year
        some = statuses[len(statuses) // 2 :] if past else statuses[: len(statuses) // 2]
        purpose = _along(ids(lists.funding_purposes), progress + dice.between(-0.2, 0.2))
        recipient = dice.pick([*ids(lists.funding_recipients), ""])
        status = dice.pick(some) if some else ""
        yield Amount(when, amount, currency, purpose, recipient, status)


def _along(values: Sequence[str], progress: float) -> str:
    if not values:
        return ""
    return values[max(0, min(len(values) - 1, int(progress * len(values))))]
