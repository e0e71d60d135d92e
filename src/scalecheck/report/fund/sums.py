"""Sums of money across a table: a column for each currency that shows something."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from scalecheck.model.balance import Sum
from scalecheck.report.blocks import Cell, Tone
from scalecheck.report.fund.pen import FundPen

Sums = Sequence[Sum] | None


def shown_in(pen: FundPen, rows: Iterable[Sums]) -> tuple[str, ...]:
    """Keep the currencies of which some row shows an amount: another would be a bare column."""
    sums = [one for row in rows for one in row or () if one.status is None]
    told = {one.currency for one in sums if one.amount is not None}
    return tuple(currency for currency in pen.currencies if currency in told)


def amounts_in(pen: FundPen, sums: Sums, currencies: Sequence[str]) -> Iterator[Cell]:
    """Write what counts, a cell for each currency; a dash where none is."""

    def write(one: Sum) -> str | None:
        return None if one.amount is None else pen.amount(one.amount, one.currency)

    return _each(pen, sums, currencies, write)


def parts_in(pen: FundPen, sums: Sums, currencies: Sequence[str]) -> Iterator[Cell]:
    """Write which part of the whole portfolio's money this is, a cell for each currency."""

    def write(one: Sum) -> str | None:
        return None if one.share is None else pen.percent(one.share)

    return _each(pen, sums, currencies, write)


def _each(
    pen: FundPen, sums: Sums, currencies: Sequence[str], write: Callable[[Sum], str | None]
) -> Iterator[Cell]:
    counted = {one.currency: one for one in sums or () if one.status is None}
    for currency in currencies:
        one = counted.get(currency)
        if one is None:
            yield Cell("–" if sums is not None else pen.say("held-back"), Tone.QUIET)
        else:
            yield Cell(write(one) or pen.say("held-back"))
