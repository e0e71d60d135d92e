"""The marks that stand in the text as comments: what each part of the form is."""

import re
import zlib
from typing import NamedTuple

from scalecheck.forms.carry import fold
from scalecheck.forms.mark import FormMark
from scalecheck.forms.markdown.blocks import Block, Shape
from scalecheck.forms.markdown.cells import cells_of
from scalecheck.forms.xlsform.marking import pack_mark, unpack_mark

_MARK = re.compile(r"<!--\s*sc:([a-z-]+)((?:\s[^<>]*?)?)\s*-->")
_PACKED = re.compile(r"<!--\s*sc:mark\b([A-Za-z0-9+/=\s>]*)-->")
_BOX = re.compile(r"^[-*+]\s+\\?\[[^\]]*\]")
_SIGNS = re.compile(r"[*_\\`#|-]|\s+")
_WIDTH = 76


class Mark(NamedTuple):
    """One mark: its word, and what it names."""

    word: str
    names: tuple[str, ...]


def mark(word: str, *names: str) -> str:
    """Write a mark."""
    return f"<!-- {' '.join((f'sc:{word}', *names))} -->"


def mark_in(text: str) -> Mark | None:
    """Find the mark of a block of text, or None."""
    found = _MARK.search(text)
    return Mark(found[1], tuple(found[2].split())) if found else None


def without_marks(text: str) -> str:
    """Give a text without its marks."""
    return _MARK.sub("", text)


def footprint(block: Block) -> bytes:
    """Tell a block of ours from what people add: the same for all that editors change alone.

    What is written in a box, or in the last cell of a row to fill in, does not count.
    """
    found = mark_in(block.text)
    text = without_marks(block.text)
    if block.shape is Shape.ROW and found is not None:
        cells = list(cells_of(text))
        text = " ".join(cells[:1] if found.word == "field" else cells[:-1])
    bare = _SIGNS.sub("", _BOX.sub("", fold(text)))
    return zlib.crc32(bare.encode("utf-8", "replace")).to_bytes(4, "big")


def write_mark(made: FormMark, known: bytes) -> str:
    """Write the mark of the form, and the footprints of what stands on it."""
    packed = pack_mark(made, known=known.hex())
    lines = [packed[start : start + _WIDTH] for start in range(0, len(packed), _WIDTH)]
    return "\n".join(("<!-- sc:mark", *lines, "-->"))


def read_mark(text: str) -> tuple[FormMark, bytes] | None:
    """Read the mark of a form and its footprints; None where the text has none.

    Raises:
        ValueError: it was changed, or cut.
    """
    found = _PACKED.search(text)
    if found is None:
        return None
    made, besides = unpack_mark(found[1].replace(">", ""))
    return made, bytes.fromhex(str(besides.get("known", "")))


def without_mark(text: str) -> str:
    """Give a text without the mark of the form, its lines still counted."""
    return _PACKED.sub(lambda found: "\n" * found[0].count("\n"), text)
