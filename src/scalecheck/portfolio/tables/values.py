"""What a result is in each format: a number stays a number, a text is never a formula."""

import re
from fractions import Fraction

Result = int | float | str | bool | Fraction | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?[0-9]+([.,/][0-9]+)?\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LONGEST_CELL = 32_767


def plain(value: Result) -> int | float | str | bool | None:
    """Bring a result to what every format knows; an exact number becomes the nearest one."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else value.numerator / value.denominator
    return value


def harmless(text: str) -> str:
    """Mark a text that a spreadsheet would run as a formula: an apostrophe goes before it.

    A text that is only a number, `-1` or `+2,5`, runs nothing and is left as it is.
    """
    if text[:1] in _FORMULA and text and not _NUMBER.match(text):
        return f"'{text}"
    return text


def printable(text: str) -> str:
    """Leave out what a sheet cannot hold, and what goes beyond its longest cell."""
    kept = _CONTROL.sub("", text)
    return kept if len(kept) < LONGEST_CELL // 2 else f"{kept[: LONGEST_CELL // 2 - 1]}…"
