"""Where a word too long for its column may be parted, with a hyphen that is seen only there.

A word that holds a hyphen parts after it, without another sign. What is left too long parts at its
syllables, and only where it has none, or too few, anywhere: it would run into the next column.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scalecheck.report.blocks import Cell
from scalecheck.report.layout.sizes import fragments, size
from scalecheck.report.layout.syllables import LEAST, breaks

HYPHEN = "\u00ad"
_ADDRESS = re.compile(r"[\d\\@:_=?&#.]|/.*/")  # a hyphen would change what bears one of these
_AROUND = "«»“”\"'’()[]{}.,;:!?… "
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\S+")


def is_parted(word: str) -> bool:
    """Tell whether a word may bear a hyphen that it has not: an address or a number may not."""
    return _ADDRESS.search(word.strip(_AROUND)) is None


def part(text: str, most: float, lang: str) -> str:
    """Let each word wider than `most` mean letters be parted; nothing else of a text is changed.

    Args:
        text: of any length.
        most: the width of the column.
        lang: the language of the text, "" where it is not known: words are then parted anywhere.
    """
    if size(text) <= most:
        return text
    return _WORD.sub(lambda word: _parted(word[0], most, lang), text)


def fit(cell: Cell, most: float, lang: str) -> Cell:
    """Let the words of a cell be parted, each piece by its own language."""
    pieces = tuple(one._replace(text=part(one.text, most, one.lang or lang)) for one in cell.pieces)
    return cell._replace(text=part(cell.text, most, cell.lang or lang), pieces=pieces)


def _parted(word: str, most: float, lang: str) -> str:
    if size(word) <= most or not is_parted(word):
        return word
    return "".join(_fragment(one, most, lang) for one in fragments(word))


def _fragment(word: str, most: float, lang: str) -> str:
    if size(word) <= most:
        return word
    return _LETTERS.sub(lambda run: _cut(run[0], most, lang), word)


def _cut(run: str, most: float, lang: str) -> str:
    ends = (0, *breaks(run, lang), len(run))
    marks = {at for ends_ in pairwise(ends) for at in (ends_[0], *_forced(run, ends_, most))}
    at = (*sorted(marks), len(run))
    return HYPHEN.join(run[start:end] for start, end in pairwise(at))


def _forced(run: str, between: Sequence[int], most: float) -> Iterator[int]:
    """Part a piece that is still too wide in equal pieces, three letters at least in each."""
    start, end = between
    if size(run[start:end]) <= most:
        return
    step = max(int(most * (end - start) / size(run[start:end])) - 1, LEAST)
    yield from (at for at in range(start + step, end, step) if at <= end - LEAST)
