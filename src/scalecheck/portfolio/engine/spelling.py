"""How levels, counts and dates may be written in a cell: one closed list for every engine."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import isfinite, isnan

from scalecheck.model.base import MONTH, is_day
from scalecheck.model.scale import Scale
from scalecheck.portfolio.layout import BETWEEN
from scalecheck.portfolio.plan.results import Problem
from scalecheck.scoring.calendar import last_day

Cell = object  # a text, a number, a date, a truth or None, as a reader of tables gives it
MOST_RECORDS = 1_000


class Refused(ValueError):  # noqa: N818
    """A cell that the table may not hold."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell says nothing."""
    return cell is None or cell == ""


def spell_levels(scale: Scale) -> dict[str, int]:
    """The rank of each text that names a level: its id, its value, and its value as a decimal."""
    found: dict[str, int] = {}
    for rank, level in enumerate(scale.by_rank):
        for text in _spell_number(level.value):
            found[text] = rank
    for rank, level in enumerate(scale.by_rank):
        if level.id is not None:
            found[level.id] = rank
    return found


def _spell_number(value: Fraction) -> Iterator[str]:
    yield str(value)
    if value.denominator == 1:
        yield f"{value}.0"
    elif Fraction(str(float(value))) == value:
        yield str(float(value))


def spell_intervals(scale: Scale) -> dict[str, tuple[int, int]]:
    """The two ranks of each text that names an interval; reversed ones are not in it."""
    levels = spell_levels(scale)
    return {
        f"{one}{BETWEEN}{other}": (low, high)
        for one, low in levels.items()
        for other, high in levels.items()
        if low <= high
    }


def read_number(cell: Cell) -> Fraction:
    """Read a cell that is a number, exactly.

    Raises:
        Refused: it is no number, or not a finite one.
    """
    if isinstance(cell, int | Decimal | Fraction) and not _is_odd(cell):
        return Fraction(cell)
    if isinstance(cell, float) and isfinite(cell):
        return Fraction(cell)
    is_nan = isinstance(cell, float | Decimal) and isnan(cell)
    raise Refused(Problem.NUMBER if is_nan else Problem.LEVEL)


def _is_odd(cell: int | Decimal | Fraction) -> bool:
    return isinstance(cell, Decimal) and not cell.is_finite()


def read_whole(cell: Cell, least: int, most: int) -> int:
    """Read a count, written as a whole number.

    Raises:
        Refused: it is none, or not between the two bounds.
    """
    found = None
    if isinstance(cell, str):
        text = cell.removesuffix(".0")
        found = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
    elif isinstance(cell, int | float | Decimal) and cell == cell // 1:
        found = int(cell)
    if found is None or not least <= found <= most:
        raise Refused(Problem.COUNT)
    return found


def read_day(cell: Cell) -> str:
    """Read a date: `2026-10`, `2026-10-15`, or a date of the reader; the last day of a month.

    Raises:
        Refused: it is no date.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    text = cell.isoformat() if isinstance(cell, date) else cell
    if not isinstance(text, str) or not (MONTH.match(text) or is_day(text)):
        raise Refused(Problem.DATE)
    return last_day(text)


def read_values(cell: Cell) -> tuple[str, ...]:
    """Read the values of an attribute, joined in one cell."""
    return () if is_blank(cell) else tuple(v for v in str(cell).split("|") if v)
