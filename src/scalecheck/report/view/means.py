"""Money and indicators: exact sums, by year, purpose and recipient."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.project import Funding, Indicator
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Teller

_NOT_COUNTED = "refused"


class MoneyLine(NamedTuple):
    """One amount, as it was written."""

    year: str
    purpose: Words
    recipient: Words
    status: Words
    amount: str
    counted: bool


class Total(NamedTuple):
    """An exact sum."""

    label: Words
    amount: str


class Money(NamedTuple):
    """The amounts of one currency. A refused amount is listed, and counted in no sum."""

    currency: str
    lines: tuple[MoneyLine, ...]
    by_year: tuple[Total, ...]
    by_purpose: tuple[Total, ...]
    by_recipient: tuple[Total, ...]
    by_status: tuple[Total, ...]
    total: str


class IndicatorRow(NamedTuple):
    """One quantity that the project follows."""

    title: Phrase
    baseline: str
    current: str
    target: str
    by: str


def build_money(teller: Teller) -> tuple[Money, ...]:
    """Lay out the amounts, one currency at a time."""
    currencies = dict.fromkeys(line.currency for line in teller.project.funding)
    return tuple(_money(teller, currency) for currency in currencies)


def _money(teller: Teller, currency: str) -> Money:
    lines = [one for one in teller.project.funding if one.currency == currency]
    counted = [one for one in lines if one.status != _NOT_COUNTED]

    def totals(name: Callable[[Funding], Words], some: list[Funding]) -> tuple[Total, ...]:
        sums: dict[Words, Fraction] = {}
        for one in some:
            sums[name(one)] = sums.get(name(one), Fraction(0)) + one.amount
        return tuple(Total(label, speaker.money(found, currency)) for label, found in sums.items())

    speaker = teller.speaker
    ordered = sorted(counted, key=lambda one: one.year)
    return Money(
        currency,
        tuple(_line(teller, one) for one in sorted(lines, key=lambda one: one.year)),
        totals(lambda one: str(one.year), ordered),
        totals(lambda one: _word(teller, "funding_purposes", one.for_), ordered),
        totals(lambda one: _word(teller, "funding_recipients", one.to), ordered),
        totals(lambda one: _word(teller, "funding_statuses", one.status), ordered),
        speaker.money(sum((one.amount for one in counted), Fraction(0)), currency),
    )


def _word(teller: Teller, vocabulary: str, slug: str | None) -> Words:
    return teller.word(vocabulary, slug) if slug else teller.speaker.say("money.not-said")


def _line(teller: Teller, one: Funding) -> MoneyLine:
    return MoneyLine(
        str(one.year),
        _word(teller, "funding_purposes", one.for_),
        _word(teller, "funding_recipients", one.to),
        _word(teller, "funding_statuses", one.status),
        teller.speaker.money(one.amount, one.currency),
        one.status != _NOT_COUNTED,
    )


def build_indicators(teller: Teller) -> tuple[IndicatorRow, ...]:
    """Lay out the indicators."""
    return tuple(_indicators(teller))


def _indicators(teller: Teller) -> Iterator[IndicatorRow]:
    for one in teller.project.indicators:
        start, now, aim = (
            _quantity(teller, one, v) for v in (one.baseline, one.current, one.target)
        )
        by = teller.speaker.date(one.by) if one.by else "–"
        yield IndicatorRow(teller.speaker.text(one.title), start, now, aim, by)


def _quantity(teller: Teller, indicator: Indicator, value: Fraction | None) -> str:
    """Write a quantity: an amount where it is money, a percentage, else the number alone."""
    if value is None:
        return "–"
    unit = indicator.unit or ""
    if unit == "CAD":
        return teller.speaker.money(value, unit)
    if unit == "%":
        return teller.speaker.percent(value / 100)
    if teller.is_masked(value):
        return say("pages.privacy.fewer", teller.speaker.language, smallest=teller.smallest)
    return teller.speaker.number(value)
