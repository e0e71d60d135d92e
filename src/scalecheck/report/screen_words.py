"""Blocks as lines of characters: what a screen draws is said in words first."""

from collections.abc import Iterator, Sequence

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.report.blocks import (
    Cards,
    Cell,
    Deeds,
    Dots,
    Ladder,
    Strip,
    Tone,
)
from scalecheck.report.view.levels import StepState
from scalecheck.report.view.plane import Axis, Plane

Pairs = tuple[tuple[str, Cell], ...]

_STAIRS = {
    StepState.DONE: ("■", Tone.PLAIN),
    StepState.HERE: ("▶", Tone.ACCENT),
    StepState.NEXT: ("□", Tone.STRONG),
    StepState.LATER: ("·", Tone.QUIET),
}
_MOST = 12  # levels of a side of a plane that is still drawn


def ladder(block: Ladder, *, plain: bool) -> Pairs:
    """Write a line a stage: its sign, its title, its levels, where the project is."""
    rows = []
    for stair in block.stairs:
        sign, tone = _STAIRS[stair.state]
        levels = " ".join(box.value for box in stair.boxes)
        words = f"{stair.title} ({levels})" if levels else str(stair.title)
        label = f"{stair.number}." if plain else sign
        rows.append((label, Cell(f"{words} · {stair.words}", tone)))
    return tuple(rows)


def cards(block: Cards) -> Pairs:
    """Write a card in two lines: its label and figure, then what is to be known of it."""
    rows: list[tuple[str, Cell]] = []
    for card in block.cards:
        rows.append((card.label, card.figure))
        if card.note:
            rows.append(("", Cell(card.note, Tone.QUIET)))
    return tuple(rows)


def deeds(block: Deeds, language: Language) -> Pairs:
    """Write actions in their order, each with its lines and its terms."""
    rows: list[tuple[str, Cell]] = []
    for number, deed in enumerate(block.deeds, 1):
        rows.append((f"{number}.", deed.title._replace(tone=Tone.STRONG)))
        rows += [("", line) for line in deed.lines]
        told = (labelled(label, cell.text, language) for label, cell in deed.fields)
        rows += [("", Cell(words, Tone.QUIET)) for words in told]
    return tuple(rows)


def labelled(label: str, words: str, language: Language) -> str:
    """Put words after their label, as the language does."""
    return f"{say('report.page.label', language, label=label)} {words}" if label else words


def record(
    columns: Sequence[str], row: Sequence[Cell | Dots | Strip], language: Language
) -> Iterator[str]:
    """Tell a row of a table in lines: its first cell, then each cell after its column's title."""
    for number, (title, cell) in enumerate(zip(columns, row, strict=True)):
        if isinstance(cell, Dots):
            continue  # the next cells say in words what the dots show
        words = cell.words.text if isinstance(cell, Strip) else cell.text
        if number == 0:
            yield f"- {words}"
        elif words:
            yield f"  {labelled(title, words, language)}"


def fits(block: Plane, width: int) -> bool:
    """Tell whether a plane can be drawn in so many characters."""
    longest = max((len(name) for name in block.up.levels), default=0)
    cells = len(block.across.levels) * 4
    return (
        len(block.across.levels) <= _MOST
        and len(block.up.levels) <= _MOST
        and (longest + cells + 4 <= width)
    )


def plane(block: Plane) -> Iterator[str]:
    """Draw a plane: a dot at the official ranks, rings where open answers may lead."""
    up, across = block.up, block.across
    margin = max((len(name) for name in up.levels), default=0)
    yield f"{' ' * margin}   {up.name}"
    for rank in range(len(up.levels) - 1, -1, -1):
        signs = " ".join(f" {_spot(block, at, rank)} " for at in range(len(across.levels)))
        yield f"{up.levels[rank]:>{margin}} │{signs}".rstrip()
    numbers = " ".join(f"{name[:3]:^3}" for name in across.levels)
    yield f"{' ' * margin} └{'─' * (len(across.levels) * 4)}"
    yield f"{' ' * margin}  {numbers}  {across.name}".rstrip()


def _spot(block: Plane, across: int, up: int) -> str:
    if (across, up) == (block.across.low, block.up.low):
        return "●"
    return "○" if _inside(block.across, across) and _inside(block.up, up) else "·"


def _inside(axis: Axis, rank: int) -> bool:
    return axis.low <= rank <= max(axis.low, axis.high)
