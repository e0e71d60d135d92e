"""How high rows are: every text of ours is seen whole, whichever answer is chosen."""

import textwrap
from collections.abc import Iterable
from functools import lru_cache

LINE, AIR, HIGHEST = 12.75, 4.0, 409.0  # points
_INDENT = 1.5  # characters: the air beside a text
_FILLED = 1.1  # letters for each character of a width: most are narrower than a figure


@lru_cache(maxsize=8192)  # the same levels stand in many rows
def lines(text: str, width: int) -> int:
    """Count the lines that a text takes in a column."""
    room = max(int((width - _INDENT) * _FILLED), 1)
    return sum(max(len(textwrap.wrap(part, room)), 1) for part in text.split("\n"))


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Give a row the height of its texts, each with the width of its column."""
    most = max((lines(text, width) for text, width in cells if text), default=1)
    return min(LINE * most + AIR, HIGHEST)


def wrapped(text: str, width: int) -> list[str]:
    """Cut a text in lines that run over the cells on their right."""
    return [line for part in text.split("\n") for line in textwrap.wrap(part, width)]
