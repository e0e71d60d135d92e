"""What is held back of each axis, so that what is shown gives no small cell away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.portfolio.balance.axes import OF_MONEY
from scalecheck.portfolio.balance.masking import mask, mask_within
from scalecheck.portfolio.balance.tally import Purse, Row, Tally

Rows = frozenset[int]
Subject = tuple[str, str]  # what is counted, and the currency it is counted in
Masker = Callable[[Sequence[Sequence[int]], Rows, Subject], Rows]
PROJECTS, FUNDED = ("projects", ""), ("funded", "")


class Held(NamedTuple):
    """The rows of an axis held back: of projects, of those funded, and of money by currency.

    With projects, those funded would give those without money: where one of the three is held
    back, another is. A row whose projects (on an axis of money, whose funded projects) are held
    back has no money shown; one whose money in a currency is held back has none in any status.
    """

    rows: Mapping[Subject, Rows]

    @property
    def projects(self) -> Rows:
        """The rows whose projects are held back."""
        return self.rows[PROJECTS]

    def hides(self, row: int, purse: Purse) -> bool:
        """Tell whether an amount is held back."""
        currency, status = purse
        return row in self.rows["totals" if status is None else "parts", currency]


def choose_purses(whole: Row, aside: Sequence[str], smallest: int) -> tuple[Purse, ...]:
    """Choose the kinds of money shown of the whole: none that rests on too few projects.

    All the statuses that count in a currency are held back where one of them is small: with their
    sum, the others would give it away.
    """
    found: list[Purse] = []
    for currency in sorted({currency for currency, _ in whole.givers}):
        given = {s: count for (c, s), count in whole.givers.items() if c == currency}
        counted = sorted(s for s in given if s is not None and s not in aside)
        if not _is_small(given.get(None, 0), smallest):
            found.extend([(currency, None)] if counted else [])
            if not any(_is_small(given[s], smallest) for s in counted):
                found.extend((currency, s) for s in counted)
        own = sorted(s for s in given if s is not None and s in aside)
        found.extend((currency, s) for s in own if not _is_small(given[s], smallest))
    return tuple(found)


def _is_small(count: int, smallest: int) -> bool:
    return 0 < count < smallest


def hold(found: Tally, shown: Sequence[Purse], smallest: int) -> Held:
    """Choose the rows of an axis that are held back."""
    return _hold(found, shown, lambda columns, forced, _: mask(columns, smallest, forced))


def hold_levels(
    found: Tally, stages: Sequence[int], of_stages: Held, shown: Sequence[Purse], smallest: int
) -> Held:
    """Choose the rows of the axis of levels: hidden from the stages that they add up to as well.

    Args:
        found: the tally of levels.
        stages: the row of the stage of each level.
        of_stages: the rows of stages held back.
        shown: the kinds of money shown of the whole.
        smallest: the least count that is shown.
    """

    def masker(columns: Sequence[Sequence[int]], forced: Rows, subject: Subject) -> Rows:
        return mask_within(columns, stages, of_stages.rows[subject], smallest, forced)

    return _hold(found, shown, masker)


def _hold(found: Tally, shown: Sequence[Purse], masker: Masker) -> Held:
    """Hold back what an axis counts first, then what rests on fewer projects."""
    held = _hold_counts(found, masker)
    first = held[FUNDED] if found.kind in OF_MONEY else held[PROJECTS]
    for currency in dict.fromkeys(currency for currency, _ in shown):
        held.update(_hold_currency(found, shown, currency, (masker, first)))
    return Held(held)


def _hold_counts(found: Tally, masker: Masker) -> dict[Subject, Rows]:
    """Hold back counts: on an axis of money the funded projects come first, elsewhere all."""
    rows = tuple(found.rows.values())
    projects, funded = [row.projects for row in rows], [row.funded for row in rows]
    unfunded = [row.projects - row.funded for row in rows]
    if found.kind in OF_MONEY:
        first = masker([funded], frozenset(), FUNDED)
        return {FUNDED: first, PROJECTS: masker([projects, unfunded], first, PROJECTS)}
    first = masker([projects], frozenset(), PROJECTS)
    return {PROJECTS: first, FUNDED: masker([funded, unfunded], first, FUNDED)}


def _hold_currency(
    found: Tally, shown: Sequence[Purse], currency: str, how: tuple[Masker, Rows]
) -> Iterator[tuple[Subject, Rows]]:
    masker, first = how
    total, parts = ("totals", currency), ("parts", currency)
    held = masker([found.column((currency, None))], first, total)
    yield total, held
    statuses = [purse for purse in shown if purse[0] == currency and purse[1] is not None]
    columns = [found.column(purse) for purse in statuses]
    yield parts, masker(columns, held, parts)
