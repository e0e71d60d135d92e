"""The lines of a text, split once: a file may hold thousands of findings."""

from functools import lru_cache

from scalecheck.model.diagnostic import split_lines


@lru_cache(maxsize=1)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, as spans count them."""
    return tuple(split_lines(text))
