"""A text cut into blocks, as editors leave them: wrapped anew or not, indented or not."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_ITEM = re.compile(r"\s*[-*+]\s+\\?\[")
_ROW = re.compile(r"\s*\|")
_HEADING = re.compile(r"#{1,6}\s")
_QUOTE = re.compile(r"\s{0,3}> ?")
_RULE = re.compile(r"\s*([-*_]\s*){3,}\Z")


class Shape(Enum):
    """What a block looks like."""

    ITEM = "item"
    ROW = "row"
    HEADING = "heading"
    QUOTE = "quote"
    WORDS = "words"


class Block(NamedTuple):
    """A block and the line that it begins on, from 1; a quote has lost its signs."""

    shape: Shape
    line: int
    text: str


def blocks_of(text: str) -> Iterator[Block]:
    """Cut a text into blocks.

    A line that begins nothing goes on with what is above it: so an editor that wraps long lines
    changes nothing. Under a quote it is a text of its own.
    """
    here: Block | None = None
    for number, line in enumerate(text.split("\n"), 1):
        shape = _shape(line)
        if here is not None and shape is not None and _goes_on(here, shape):
            here = _grow(here, shape, line)
            continue
        if here is not None:
            yield here
        here = None if shape is None else Block(shape, number, _content(shape, line))
    if here is not None:
        yield here


def _shape(line: str) -> Shape | None:
    if not line.strip() or _RULE.match(line):
        return None
    shapes = (
        (Shape.QUOTE, _QUOTE),
        (Shape.ITEM, _ITEM),
        (Shape.ROW, _ROW),
        (Shape.HEADING, _HEADING),
    )
    return next((shape for shape, form in shapes if form.match(line)), Shape.WORDS)


def _goes_on(here: Block, shape: Shape) -> bool:
    if shape is Shape.QUOTE:
        return here.shape is Shape.QUOTE
    return shape is Shape.WORDS and here.shape in (Shape.ITEM, Shape.WORDS)


def _grow(here: Block, shape: Shape, line: str) -> Block:
    return here._replace(text=f"{here.text}\n{_content(shape, line)}")


def _content(shape: Shape, line: str) -> str:
    return _QUOTE.sub("", line, count=1) if shape is Shape.QUOTE else line.strip()
