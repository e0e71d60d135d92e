"""The cells of a row of a table."""

from collections.abc import Iterator


def cells_of(row: str) -> Iterator[str]:
    """Read the cells of a row: a `|` after a backslash is a sign, not a border."""
    bare, here = row.strip().removeprefix("|").removesuffix("|"), ""
    for place, character in enumerate(bare):
        if character == "|" and bare[place - 1 : place] != "\\":
            yield here.strip()
            here = ""
        else:
            here += character
    yield here.strip()
