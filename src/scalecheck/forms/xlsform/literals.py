"""Texts inside an XLSForm: shown as they are, or as an XPath that gives them back."""

import re

from scalecheck.forms.carry import SHIELDED, tidy

LONGEST = 24_000  # a cell of Excel holds 32,767 characters, and the XPath is longer than the text
# The converter straightens curly quotes before it reads an expression: each counts as straight.
_RUNS = re.compile('["\u201c\u201d]+|\\$|[^"\u201c\u201d$]+')


def literal(text: str) -> str:
    """Write a text as an XPath that gives it, whatever quotes or `${…}` it holds."""
    parts = [*map(_quote, _RUNS.findall(text)), "''"]
    return f"concat({', '.join(parts)})"


def _quote(part: str) -> str:
    return f"'{part}'" if part[0] in '"\u201c\u201d' else f'"{part}"'


def shield(text: str) -> str:
    """Show a text where `${…}` would name a field: a word joiner keeps the two signs apart."""
    return tidy(text).replace("${", SHIELDED)[:LONGEST]


def fits(text: str) -> bool:
    """Tell whether a text may stand on the form; a longer one is kept as it was, and not shown."""
    return len(literal(text)) <= LONGEST
