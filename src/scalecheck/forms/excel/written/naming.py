"""Names of sheets, as Excel allows them: short, plain, no two alike."""

import re

from scalecheck.forms.carry import tidy
from scalecheck.forms.excel.plan import size

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_RESERVED = "history"  # Excel keeps this name for itself


def sheet_name(text: str, taken: set[str]) -> str:
    """Name a sheet, and note the name as taken."""
    bare = _FORBIDDEN.sub(" ", tidy(text).replace(" / ", " – ")).strip(" '") or "–"
    if bare.casefold() == _RESERVED:
        bare += "…"
    number, name = 1, _cut(bare, LONGEST)
    while name.casefold() in taken:
        number += 1
        mark = f" ({number})"
        name = _cut(bare, LONGEST - len(mark)) + mark
    taken.add(name.casefold())
    return name


def _cut(text: str, longest: int) -> str:
    """Cut a name at a space, where it is too long, and say so."""
    if size(text) <= longest:
        return text
    short = text[: longest - 1]
    while size(short) > longest - 1:
        short = short[:-1]
    words, _, _ = short.rpartition(" ")
    return (words if len(words) > longest // 2 else short).rstrip(" ',;:–") + "…"
