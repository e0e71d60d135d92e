"""Items and fields grouped as lists read them: one item, and the lines that go on under it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.report.blocks import Block, Cards, Cell, Deeds, Fields

_NUMBER = re.compile(r"\d+[.)]?$")


class Entry(NamedTuple):
    """A sign or a label, and the lines that stand beside it."""

    label: str
    lines: tuple[Cell, ...]


def entries(rows: Sequence[tuple[str, Cell]]) -> tuple[Entry, ...]:
    """Group rows: one without sign or label goes on under the one before."""
    made: list[Entry] = []
    for label, cell in rows:
        if label.strip() or not made:
            made.append(Entry(label.strip(), (cell,)))
        else:
            made[-1] = made[-1]._replace(lines=(*made[-1].lines, cell))
    return tuple(made)


def is_numbered(found: Sequence[Entry]) -> bool:
    """Tell whether the signs are 1, 2, 3 and so on: an ordered list says them itself."""
    return all(_NUMBER.match(one.label) for one in found) and [
        int(one.label.strip(".)")) for one in found
    ] == list(range(1, len(found) + 1))


def label_blocks(block: Block, language: Language) -> Block:
    """Write the labels of a block as they stand before words in a line: `Qui :`."""

    def pairs(rows: tuple[tuple[str, Cell], ...]) -> tuple[tuple[str, Cell], ...]:
        return tuple((_label(name, language), cell) for name, cell in rows)

    match block:
        case Fields():
            return Fields(pairs(block.rows))
        case Deeds():
            return Deeds(tuple(one._replace(fields=pairs(one.fields)) for one in block.deeds))
        case Cards():
            named = (one._replace(label=_label(one.label, language)) for one in block.cards)
            return Cards(tuple(named))
        case _:
            return block


def _label(name: str, language: Language) -> str:
    return say("report.page.label", language, label=name) if name else ""
