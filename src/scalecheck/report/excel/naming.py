"""Names of sheets and of columns, as Excel allows them: short, plain, no two alike."""

import re

from scalecheck.report.office.text import tidy

LONGEST_SHEET = 31
LONGEST_COLUMN = 200
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")
_SPACES = re.compile(r"\s+")
_RESERVED = "history"


def sheet_name(text: str, taken: set[str]) -> str:
    """Name a sheet, and note the name as taken."""
    bare = _SPACES.sub(" ", _FORBIDDEN.sub(" ", tidy(text))).strip(" '") or "–"
    if bare.lower() == _RESERVED:
        bare += "…"
    return _unlike(bare, taken, LONGEST_SHEET)


def column_name(text: str, taken: set[str]) -> str:
    """Name a column of a table, and note the name as taken."""
    return _unlike(tidy(text).strip(" "), taken, LONGEST_COLUMN)


def _unlike(text: str, taken: set[str], longest: int) -> str:
    number, name = 1, _cut(text, longest)
    while name.lower() in taken:
        number += 1
        mark = f" ({number})"
        name = _cut(text, longest - len(mark)) + mark
    taken.add(name.lower())
    return name


def _cut(text: str, longest: int) -> str:
    """Cut a name at a space, where it is too long, and say so."""
    most = longest - (len(text.encode("utf-16-le")) // 2 - len(text))
    if len(text) <= most:
        return text
    short = text[: max(most - 1, 1)]
    words, _, _ = short.rpartition(" ")
    return (words if len(words) > longest // 2 else short).rstrip(" '") + "…"
