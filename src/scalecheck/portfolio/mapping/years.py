"""Read years as people write them in tables: one year, within what a portfolio can speak of."""

from fractions import Fraction

from scalecheck.model.base import MONTH, is_day
from scalecheck.portfolio.mapping.levels import TIME, as_number
from scalecheck.portfolio.mapping.reading import MisreadCell, check_error, shorten

FIRST_YEAR, LAST_YEAR = 1900, 2200


def read_year(text: str) -> str:
    """Read one year, 1900 to 2200; two that a line joins are none.

    Raises:
        MisreadCell: it is none.
    """
    return _within(text, _year(text), "table-not-a-year")


def read_term(text: str) -> str:
    """Read by when: a year, a month or a day, 1900 to 2200.

    Raises:
        MisreadCell: it is none of them.
    """
    bare = TIME.sub("", text)
    is_date = MONTH.match(bare) is not None or is_day(bare)
    return _within(text, bare if is_date else _year(bare), "table-not-a-term")


def _year(text: str) -> str | None:
    number = as_number(text)
    value = Fraction(number) if number else Fraction(-1)
    return str(value) if value.denominator == 1 and 1000 <= value <= 9999 else None


def _within(text: str, read: str | None, code: str) -> str:
    """Give what was read, where its year is one that a portfolio can speak of."""
    if not text:
        return ""
    if read is None or not FIRST_YEAR <= int(read[:4]) <= LAST_YEAR:
        check_error(text)
        raise MisreadCell(code, got=shorten(text), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return read
