"""Numbers, amounts and dates as French and English Canada write them; exact, never a float.

Years are not numbers here: pass them as text.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from scalecheck.model.language import Language

Exact = int | Fraction | Decimal | str
Rounding = Literal["half-up", "half-even", "down"]

NO_BREAK = "\u00a0"
_WORD_JOINER = "\u2060"
_DIGITS_OF_ENDLESS = 3

_MARKS = {Language.FR: (NO_BREAK, ","), Language.EN: (",", ".")}
_LINKS = {
    Language.FR: {"and": "et", "or": "ou"},
    Language.EN: {"and": "and", "or": "or"},
}
# fmt: off
_MONTHS = {
    Language.FR: (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}
# fmt: on


def exact(value: Exact) -> Fraction:
    """Read a value as the rational it is.

    Raises:
        TypeError: for a float or a boolean, neither of which is an exact number.
        ValueError: for a text that is not a number.
    """
    if isinstance(value, float | bool):
        raise TypeError(f"not an exact number: {value!r}")
    return value if type(value) is Fraction else Fraction(value)


def number(
    value: Exact,
    language: Language,
    digits: int | None = None,
    rounding: Rounding = "half-up",
) -> str:
    """Write a number: `1 234,5` in French, `1,234.5` in English.

    Args:
        value: what to write.
        language: whose marks to use.
        digits: how many decimals; None writes the exact value where its decimals end,
            and three of them where they never do (1/3).
        rounding: `half-up` goes away from zero at the half, `half-even` to the even neighbour,
            `down` towards zero.
    """
    if digits is None and isinstance(value, int | Fraction) and value.denominator == 1:
        whole_number = f"{exact(value).numerator:,}"
        return whole_number.replace(",", _MARKS[language][0])
    fraction = exact(value)
    places = _places(fraction) if digits is None else digits
    units = _rounded(fraction, places, rounding)
    whole, rest = divmod(abs(units), 10**places)
    group, mark = _MARKS[language]
    written = f"{whole:,}".replace(",", group)
    decimals = f"{mark}{rest:0{places}d}" if places else ""
    return f"{'-' if units < 0 else ''}{written}{decimals}"


def percent(
    share: Exact,
    language: Language,
    digits: int | None = None,
    rounding: Rounding = "half-up",
) -> str:
    """Write a share of 1 as a percentage: 1/4 is `25 %` in French, `25%` in English."""
    written = number(exact(share) * 100, language, digits, rounding)
    return f"{written}{NO_BREAK}%" if language is Language.FR else f"{written}%"


def money(amount: Exact, currency: str, language: Language) -> str:
    """Write an amount: whole dollars bare, otherwise two decimals.

    Canadian dollars bear their sign (`1 250 000 $`, `$1,250,000`); any other currency its code
    (`1 250 000 EUR`, `EUR 1,250,000`).
    """
    value = exact(amount)
    sign = "-" if _rounded(value, 2, "half-up") < 0 else ""
    written = number(abs(value), language, 0 if value.denominator == 1 else 2)
    if language is Language.FR:
        return f"{sign}{written}{NO_BREAK}{'$' if currency == 'CAD' else currency}"
    return f"{sign}{'$' if currency == 'CAD' else currency + NO_BREAK}{written}"


def date(iso: str, language: Language) -> str:
    """Write a day (`2026-11-23`), a month (`2026-11`) or a year (`2026`) in full.

    Raises:
        ValueError: for what is not whole numbers and hyphens, or a month that does not exist.
    """
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if "-" not in iso:
        return iso
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {iso}")
    name = _MONTHS[language][month - 1]
    if not day:
        return f"{name} {year}"
    if language is Language.EN:
        return f"{name} {day}, {year}"
    return f"{'1er' if day == 1 else day} {name} {year}"


def join(items: Sequence[str], language: Language, link: Literal["and", "or"] = "and") -> str:
    """List items in a sentence: `a, b et c` or `a, b and c`; with `or`, `a, b ou c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_LINKS[language][link]} {items[-1]}"


def interval(low: object, high: object) -> str:
    """Write two ends already in words as `3–5`, on one line; a single end where both are equal."""
    if str(low) == str(high):
        return str(low)
    return f"{low}{_WORD_JOINER}–{_WORD_JOINER}{high}"


def decided(
    value: Exact,
    threshold: Exact,
    language: Language,
    digits: int = 0,
    show: Callable[[Exact, Language, int], str] = percent,
) -> tuple[str, str]:
    """Write a value beside the threshold that decided on it, so that the eye decides alike.

    Decimals are added until two different numbers look different: rounding keeps order, so what
    is below never shows as equal or above (79.96 % against 80 % is `79,96 %` and `80,00 %`).

    Args:
        value: what was compared.
        threshold: what it was compared with.
        language: whose marks to use.
        digits: the fewest decimals to show.
        show: how to write both, `percent` (of a share of 1) or `number`.

    Returns:
        The value and the threshold, with the same decimals.
    """
    left, right = exact(value), exact(threshold)
    while left != right and show(left, language, digits) == show(right, language, digits):
        digits += 1
    return show(left, language, digits), show(right, language, digits)


def _rounded(value: Fraction, places: int, rounding: Rounding) -> int:
    scaled: Fraction = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if rounding != "down" and (twice > 0 or (twice == 0 and (rounding == "half-up" or whole % 2))):
        whole += 1
    return -whole if value < 0 else whole


def _places(value: Fraction) -> int:
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else _DIGITS_OF_ENDLESS
