"""Money in tables: amounts as people write them, each with its year and in its currency."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.mapping.reading import MisreadCell, check_error, shorten
from scalecheck.portfolio.mapping.words import TableWords
from scalecheck.portfolio.tables.table import Fault, fault

UNSAID = "CAD"  # the currency of an amount that names none, as in a descriptor
_DOLLAR = "$"  # a sign that several currencies share
_DOLLARS = ("CAD", "USD", "AUD", "NZD")
_MONEY = re.compile(r"([^0-9]*)([0-9](?:[0-9 .,'’]*[0-9])?)([^0-9]*)")
_DIGITS = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[ .,'’])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+)"
    r"(?:(?P<point>[.,])(?P<part>[0-9]+))?"
)
_CODE = re.compile(r"[A-Za-z]{3}")
_MINUS = re.compile(r"[-−–(]")
_SIGNS = re.compile(r"[-−–+()]")
_LONGEST = 15  # digits on either side of the point


class Currencies:
    """What people call currencies: codes, signs, names."""

    def __init__(self, words: TableWords) -> None:
        self._codes = {
            name: _DOLLAR if key == "dollar" else key.upper()
            for key, names in words.currencies.items()
            for name in names
        }

    def find(self, text: str) -> str | None:
        """Find a code; `$` for what may be several, None for what names none."""
        known = self._codes.get(fold(text))
        return known or (text.upper() if _CODE.fullmatch(text) else None)

    def read(self, text: str) -> str:
        """Read the currency of a column.

        Raises:
            MisreadCell: it is none.
        """
        found = self.find(text) if text else ""
        if found is None:
            check_error(text)
            raise MisreadCell("table-not-a-currency", got=shorten(text))
        return UNSAID if found == _DOLLAR else found

    def read_amount(self, text: str) -> str:
        """Read an amount: `12500.50`, then the currency that the cell names: `12500.50 USD`.

        Raises:
            MisreadCell: it is none, it is negative, or it may be a thousand times another.
        """
        if not text:
            return ""
        found = _MONEY.fullmatch(text)
        marks = [_SIGNS.sub("", found[n]).strip() for n in (1, 3)] if found else []
        named = {self.find(mark) for mark in marks if mark}
        amount = _write(found[2]) if found else None
        sure = named - {_DOLLAR} if len(named) > 1 else named
        if found is None or amount is None or None in named or len(sure) > 1:
            check_error(text)
            raise MisreadCell("table-not-an-amount", got=shorten(text))
        if _MINUS.search(found[1] + found[3]):
            raise MisreadCell("table-amount-negative", got=shorten(text))
        return " ".join((amount, *filter(None, sure)))


def _write(digits: str) -> str | None:
    """Write digits with a point; None where they are no number.

    Raises:
        MisreadCell: one mark before three digits, which some write in thousands, others in parts.
    """
    found = _DIGITS.fullmatch(digits)
    if found is None or (found["mark"] is not None and found["mark"] == found["point"]):
        return None
    bare = re.sub("[^0-9]", "", found["whole"])
    part = found["part"] or ""
    is_doubtful = found["mark"] in (".", ",") and not part and len(digits) < 8
    if is_doubtful and digits[0] != "0":
        raise MisreadCell("table-amount-ambiguous", got=digits, whole=bare)
    if is_doubtful:
        bare, part = bare[:-3], bare[-3:]
    is_short = len(bare) <= _LONGEST and len(part) <= _LONGEST
    return (f"{bare}.{part}" if part else bare) if is_short else None


class _Line(NamedTuple):
    """Where one line of money stands among the columns; None where it has no such column."""

    amount: int
    year: int | None
    currency: int | None
    wanted: str


class Money:
    """Holds the amounts of rows to their years and to the currency of their column."""

    def __init__(self, names: Sequence[str]) -> None:
        places = {name: at for at, name in enumerate(names)}
        self._lines = tuple(_lines(places))

    def __bool__(self) -> bool:
        """Tell whether the rows have any money."""
        return bool(self._lines)

    def settle(self, cells: list[str | None]) -> tuple[Fault, ...]:
        """Leave the bare amounts in a row, and tell those that no report could count.

        Args:
            cells: those of the row; the currencies that amounts name are taken out of them.

        Returns:
            An amount without a year, or in another currency than its column says; `at` counts
            the columns of the row.
        """
        found = [self._settle(cells, line) for line in self._lines if cells[line.amount]]
        return tuple(one for some in found for one in some)

    def _settle(self, cells: list[str | None], line: _Line) -> tuple[Fault, ...]:
        amount, _, named = (cells[line.amount] or "").partition(" ")
        cells[line.amount] = amount
        year = "" if line.year is None else cells[line.year]
        stated = "" if line.currency is None else cells[line.currency]
        faults = []
        if year == "":
            faults.append(fault("table-amount-without-year", line.amount, wanted=line.wanted))
        if stated is not None and not _fits(named, stated or UNSAID):
            facts = {"got": named, "wanted": stated or UNSAID}
            faults.append(fault("table-other-currency", line.amount, **facts))
        return tuple(faults)


def _lines(places: Mapping[str, int]) -> list[_Line]:
    heads = [name.removesuffix("amount") for name in places if name.endswith("/amount")]
    return [
        _Line(
            places[f"{head}amount"],
            places.get(f"{head}year"),
            places.get(f"{head}currency"),
            f"{head}year",
        )
        for head in heads
        if head.startswith("funding/")
    ]


def _fits(named: str, stated: str) -> bool:
    return named in ("", stated) or (named == _DOLLAR and stated in _DOLLARS)
