"""The ways to scale, and why each is ready or not: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Heading, Paragraph, Tone
from scalecheck.report.kinds.pen import Pen, bullets, cell, composed, joined, move_cell
from scalecheck.report.view.strategies import StrategyView

_UNFIT = "does-not-fit"


def tell_strategies(pen: Pen) -> Iterator[Block]:
    """Write the strategies that fit or were chosen, then name the others."""
    every = pen.view.strategies
    if not every:
        yield Paragraph(Cell(pen.say("strategies.none")))
        return
    for one in every:
        if one.chosen or one.state != _UNFIT:
            yield from _strategy(pen, one)
    unfit = [one.title for one in every if one.state == _UNFIT and not one.chosen]
    if unfit:
        label = pen.old("page.label", label=pen.old("strategy.unfit"))
        yield Paragraph(composed(f"{label} ", joined(unfit), ".", tone=Tone.QUIET))


def _strategy(pen: Pen, one: StrategyView) -> Iterator[Block]:
    yield Heading(one.title.text, 3, lang=one.title.lang)
    state = f"{one.symbol} {one.words}"
    if one.chosen:
        state += f" ({pen.old('strategy.chosen')})"
    rows = [(pen.old("column.state"), Cell(state, Tone.STRONG))]
    if one.reasons:
        rows.append((pen.old("column.reason"), Cell(" ".join(one.reasons))))
    yield Fields(tuple(rows))
    for words in (one.description, one.note) if one.chosen else ():
        if words:
            yield Paragraph(cell(words))
    if one.missing:
        yield Paragraph(Cell(pen.old("page.label", label=pen.old("strategy.waits"))))
        yield from bullets([move_cell(move, Tone.PLAIN) for move in one.missing])
