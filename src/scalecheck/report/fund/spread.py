"""How evenly projects and money are spread, where an even spread would mean something."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.language import numbers
from scalecheck.model.balance import AxisKind, Concentration
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen

# Nobody wants as many projects at every level: these alone are spread.
_SPREAD = (AxisKind.SECTOR, AxisKind.CLIENTELE, AxisKind.TERRITORY, AxisKind.APPLICANT)


def tell_spread(pen: FundPen, level: int) -> Iterator[Block]:
    """Tell in figures how concentrated a portfolio is, and in words what they mean."""
    axes = {axis.kind: axis for axis in pen.material.balance.axes if axis.kind in _SPREAD}
    rows = tuple(
        _row(pen, kind, one)
        for kind in _SPREAD
        if kind in axes
        for one in axes[kind].concentration
        if one.cells > 1
    )
    if not rows:
        return
    yield Heading(pen.say("part.spread"), level)
    columns = pen.columns("spread", "cells", "effective", "evenness", "herfindahl")
    yield Grid(columns, rows, pen.say("caption.spread"))
    yield Paragraph(Cell(pen.say("spread.meaning"), Tone.QUIET))


def _row(pen: FundPen, kind: AxisKind, one: Concentration) -> tuple[Cell, ...]:
    axis = pen.say(f"axis.{kind}")
    money = pen.say("spread.money", axis=axis, currency=pen.currency_name(one.basis))
    return (
        Cell(money if one.basis else pen.say("spread.projects", axis=axis)),
        pen.count(one.cells),
        Cell(numbers.number(one.effective, pen.language, 1)),
        _figure(pen, one.evenness),
        _figure(pen, one.normalised),
    )


def _figure(pen: FundPen, figure: Fraction | None) -> Cell:
    """Write a figure from 0 to 1; what is not nothing, nor all, is never said so."""
    if figure is None:
        return Cell("–", Tone.QUIET)
    least = Fraction(1, 100)
    said, least_said, most_said = (
        numbers.number(one, pen.language, 2) for one in (figure, least, 1 - least)
    )
    if 0 < figure < least / 2:
        return Cell(pen.say("under-one", share=least_said))
    if 1 - least / 2 <= figure < 1:
        return Cell(pen.say("nearly-all", share=most_said))
    return Cell(said)
