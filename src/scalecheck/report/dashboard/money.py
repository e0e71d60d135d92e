"""The money of projects as the dashboard carries it: each amount in its own currency and state."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd
from typing import Any, NamedTuple

from scalecheck.language import numbers
from scalecheck.model.portfolio import Member
from scalecheck.report.dashboard.columns import code
from scalecheck.report.fund.pen import FundPen, counting

_SAMPLE = 7_654_321  # an amount whose digits no currency holds


class Kind(NamedTuple):
    """What makes amounts of one project one sum: only like is added to like."""

    currency: str
    purpose: str
    status: str


def sum_up(member: Member) -> Mapping[Kind, Fraction]:
    """Add up the money of a project that counts, kind by kind."""
    sums: dict[Kind, Fraction] = {}
    for line in counting(member.funding):
        kind = Kind(line.currency, line.purpose, line.status)
        sums[kind] = sums.get(kind, Fraction(0)) + line.amount
    return sums


def amounts_of(pen: FundPen, member: Member, currencies: Sequence[str]) -> tuple[str, ...]:
    """Say the money of a project, a text for each currency; that it was refused; or nothing."""
    totals: dict[str, Fraction] = {}
    for kind, amount in sum_up(member).items():
        totals[kind.currency] = totals.get(kind.currency, Fraction(0)) + amount
    said = tuple(pen.amount(totals[one], one) for one in currencies if one in totals)
    return said or ((pen.say("dashboard.all-refused"),) if is_refused(member) else ())


def currencies_of(pen: FundPen) -> tuple[str, ...]:
    """List every currency of the portfolio, that of most projects first: none is held back."""
    lines = (line for member in pen.portfolio.members for line in counting(member.funding))
    return tuple(
        sorted({one.currency for one in lines}, key=lambda one: (one != pen.currency, one))
    )


def head_money(pen: FundPen) -> tuple[str, ...]:
    """Head one column for each currency; it names it where there are several."""
    found = currencies_of(pen)
    if len(found) < 2:
        return pen.columns("money") * len(found)
    return tuple(pen.say("column.money-in", currency=pen.currency_name(one)) for one in found)


def is_refused(member: Member) -> bool:
    """Tell whether a project states money, and all of it was refused."""
    return bool(member.funding) and not counting(member.funding)


def carry_money(pen: FundPen, purposes: Sequence[str]) -> dict[str, Any]:
    """Write the money of all projects: which kinds each has, and an amount for each.

    Args:
        pen: whose portfolio it is.
        purposes: the options of what money is for, in their order; a kind names its place there,
            -1 where there is none.
    """
    sums = [sum_up(member) for member in pen.portfolio.members]
    kinds = sorted({kind for one in sums for kind in one})
    place = {kind: number for number, kind in enumerate(kinds)}
    coded = code(tuple(sorted(map(place.__getitem__, one))) for one in sums)
    amounts = [one[kind] for one in sums for kind in sorted(one)]
    unit = _unit(amounts)
    states, currencies = _states(pen, kinds), currencies_of(pen)
    return {
        "kinds": [
            (
                currencies.index(one.currency),
                _at(purposes, one.purpose),
                states.index(one.status),
            )
            for one in kinds
        ],
        "states": [str(pen.status(one)) for one in states],
        "patterns": list(_patterns(pen)),
        "w": coded.width,
        "sets": coded.sets,
        "at": coded.at,
        "unit": unit,
        "amounts": [_plain(amount / unit) for amount in amounts],
        "refused": [n for n, one in enumerate(pen.portfolio.members) if is_refused(one)],
    }


def _states(pen: FundPen, kinds: Sequence[Kind]) -> list[str]:
    """What became of amounts, in the order of the closed list; what is not said comes last."""
    lists = pen.portfolio.vocabularies
    order = [word.id for word in lists.funding_statuses] if lists is not None else []
    return sorted({one.status for one in kinds}, key=lambda one: (one == "", _at(order, one), one))


def _at(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else -1


def _unit(amounts: Sequence[Fraction]) -> int:
    """The largest amount that all are made of, 1 where one has cents: it makes them shorter."""
    if not all(one.denominator == 1 for one in amounts):
        return 1
    return gcd(*(one.numerator for one in amounts)) or 1


def _patterns(pen: FundPen) -> Iterator[str]:
    """How an amount is written in each currency, with a place for the number."""
    number = numbers.number(_SAMPLE, pen.language)
    for currency in currencies_of(pen):
        yield pen.amount(Fraction(_SAMPLE), currency).replace(number, "{n}", 1)


def _plain(amount: Fraction) -> int | float:
    return int(amount) if amount.denominator == 1 else float(amount)
