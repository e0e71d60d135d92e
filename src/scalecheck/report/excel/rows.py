"""Tables of every kind as plain rows: columns with names, cells with a text and a tone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.report.blocks import Cards, Cell, Deed, Deeds, Dots, Grid, Ladder, Strip, Tone
from scalecheck.report.excel.plan import Table
from scalecheck.report.strips import strip
from scalecheck.report.view.levels import BoxState, Stair, StepState
from scalecheck.report.view.phrase import Phrase

_TOLD_APART = (BoxState.POSSIBLE, BoxState.CLAIMED, BoxState.OUT)
_TONES = {StepState.HERE: Tone.ACCENT, StepState.NEXT: Tone.STRONG}


class Sign(NamedTuple):
    """Levels drawn with signs, in a letter where each is as wide as the next."""

    text: str
    tone: Tone = Tone.PLAIN


Row = tuple[Cell | Sign, ...]


class Rows(NamedTuple):
    """A table: its columns, its rows, whether the first cell of a row names it, what it holds.

    `numbers` are the columns that hold only numbers.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    named: bool = True
    caption: str = ""
    numbers: frozenset[int] = frozenset()


def rows_of(block: Table, language: Language) -> Rows:
    """Read a block as a table."""
    match block:
        case Grid():
            return _grid(block, language)
        case Deeds():
            return _deeds(block, language)
        case Cards():
            return _cards(block, language)
        case Ladder():
            return _ladder(block, language)


def levels_words(stair: Stair) -> str:
    """Write the levels of a stage, with words beside those that are not simply there."""
    return " · ".join(
        f"{box.value} ({box.words})" if box.state in _TOLD_APART else box.value
        for box in stair.boxes
    )


def _grid(block: Grid, language: Language) -> Rows:
    strips = [
        any(isinstance(row[n], Strip) for row in block.rows) for n in range(len(block.columns))
    ]
    columns = [
        name for name, drawn in zip(block.columns, strips, strict=True)
        for name in ([name, say("office.sheet.signs", language, name=name)] if drawn else [name])
    ]  # fmt: skip
    rows = tuple(tuple(_cells(row, strips)) for row in block.rows)
    numbers = frozenset(number + sum(strips[:number]) for number in block.numbers)
    return Rows(tuple(columns), rows, block.named, block.caption, numbers)


def _cells(row: Sequence[Cell | Dots | Strip], strips: Sequence[bool]) -> Iterator[Cell | Sign]:
    for cell, drawn in zip(row, strips, strict=True):
        if isinstance(cell, Strip):
            yield cell.words
            yield Sign(strip(cell.row), cell.words.tone)
            continue
        yield Sign(strip(cell.row), cell.tone) if isinstance(cell, Dots) else cell
        if drawn:
            yield Cell("")


def _deeds(block: Deeds, language: Language) -> Rows:
    labels = tuple(dict.fromkeys(label for deed in block.deeds for label, _ in deed.fields))
    deepest = max((len(deed.lines) for deed in block.deeds), default=0)
    titles = [say("office.action.action", language)]
    titles += [say("office.action.how", language)] * min(deepest, 1)
    rows = tuple(_deed(n, one, labels, deepest) for n, one in enumerate(block.deeds, 1))
    return Rows((*titles, *labels), rows)


def _deed(number: int, deed: Deed, labels: Sequence[str], deepest: int) -> Row:
    told = dict(deed.fields)
    how = (Cell(" ".join(line.text for line in deed.lines)),) if deepest else ()
    title = deed.title._replace(text=f"{number}. {deed.title.text}")
    return (title, *how, *(told.get(label, Cell("")) for label in labels))


def _cards(block: Cards, language: Language) -> Rows:
    columns = tuple(say(f"office.sheet.{key}", language) for key in ("card", "figure", "note"))
    rows = tuple((Cell(one.label), one.figure, Cell(one.note)) for one in block.cards)
    return Rows(columns, rows)


def _ladder(block: Ladder, language: Language) -> Rows:
    columns = tuple(say(f"office.ladder.{key}", language) for key in ("stage", "levels", "state"))
    return Rows(columns, tuple(map(_stair, block.stairs)), caption=block.caption)


def _stair(stair: Stair) -> Row:
    tone, words = _TONES.get(stair.state, Tone.PLAIN), stair.title
    lang = words.lang if isinstance(words, Phrase) else ""
    title = Cell(str(words), tone, lang)
    return (title, Cell(levels_words(stair), tone), Cell(stair.words, tone))
