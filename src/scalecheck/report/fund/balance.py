"""What a portfolio holds, and what it does not: projects, money, and what was aimed at."""

from collections.abc import Iterator

from scalecheck.language import numbers
from scalecheck.model.balance import Axis, AxisKind, Distance, YearLevels
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Items, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded

_MONEY_ONLY = (AxisKind.PURPOSE, AxisKind.RECIPIENT, AxisKind.YEAR)
_MOST_VOIDS = 20


def tell_balance(pen: FundPen, level: int = 2) -> Iterator[Block]:
    """Tell the balance, axis by axis; what is empty is named."""
    for axis in pen.material.balance.axes:
        if any(cell.value and cell.projects != 0 for cell in axis.cells):
            yield Heading(pen.say(f"axis.{axis.kind}"), level)
            yield from _axis(pen, axis)
    yield from _years(pen, level)
    yield from _voids(pen, level)
    if pen.material.balance.smallest > 1:
        smallest = pen.material.balance.smallest
        yield Paragraph(Cell(pen.say("masked", smallest=smallest), Tone.QUIET))


def _axis(pen: FundPen, axis: Axis) -> Iterator[Block]:
    whole = pen.material.balance.totals.projects
    rows = tuple(
        (
            worded(pen.value(axis.kind, cell.value)),
            pen.count(cell.projects),
            pen.share(cell.portion, whole),
            pen.money(cell.money),
            pen.count(cell.unfunded),
        )
        for cell in axis.cells
        if cell.projects != 0
    )
    caption = pen.say("caption.money" if axis.kind in _MONEY_ONLY else "caption.axis")
    yield Grid(pen.columns("value", "projects", "share", "money", "unfunded"), rows, caption)
    if axis.empty:
        named = ", ".join(str(pen.value(axis.kind, value)) for value in axis.empty)
        yield Paragraph(Cell(pen.say("empty", count=len(axis.empty), names=named)))
    if axis.concentration is not None and axis.concentration.cells > 1:
        found = axis.concentration
        effective = numbers.number(found.effective, pen.language, 1)
        share = pen.percent(found.herfindahl)
        facts = {"cells": found.cells, "effective": effective, "index": share}
        yield Paragraph(Cell(pen.say("concentration", **facts), Tone.QUIET))
    for distance in axis.distances:
        yield from _distance(pen, axis, distance)


def _distance(pen: FundPen, axis: Axis, distance: Distance) -> Iterator[Block]:
    basis = distance.basis or pen.say("basis.projects")
    rows = tuple(
        (
            worded(pen.value(axis.kind, value)),
            Cell(pen.percent(distance.shares.get(value, 0))),
            Cell(pen.percent(target)),
        )
        for value, target in distance.targets.items()
    )
    caption = pen.say("caption.targets", basis=basis)
    yield Grid(pen.columns("value", "now", "target"), rows, caption)
    moved = pen.percent(distance.total_variation)
    yield Paragraph(Cell(pen.say("distance", share=moved, basis=basis)))


def _years(pen: FundPen, level: int) -> Iterator[Block]:
    found = [one for one in pen.material.balance.years if one.positions]
    if not found:
        return
    yield Heading(pen.say("part.years"), level)
    positions = sorted(
        {position for one in found for position, _ in one.positions if position is not None}
    )
    columns = (*pen.columns("year", "kind"), *(pen.level(position) for position in positions))
    rows = tuple(_year(pen, one, positions) for one in found)
    yield Grid(columns, rows, pen.say("caption.years"))


def _year(pen: FundPen, one: YearLevels, positions: list[int]) -> tuple[Cell, ...]:
    counts = dict(one.positions)
    said = (pen.count(counts[p]) if p in counts else Cell("–", Tone.QUIET) for p in positions)
    return (Cell(str(one.year)), Cell(pen.say(f"milestone.{one.kind}")), *said)


def _voids(pen: FundPen, level: int) -> Iterator[Block]:
    voids = pen.material.balance.voids
    if not voids:
        return
    yield Heading(pen.say("part.voids"), level)
    items = []
    for void in voids[:_MOST_VOIDS]:
        first, second = (
            str(pen.value(kind, value)) for kind, value in zip(void.axes, void.values, strict=True)
        )
        items.append(("•", Cell(pen.say("void", first=first, second=second))))
    yield Items(tuple(items))
    if len(voids) > _MOST_VOIDS:
        yield Paragraph(Cell(pen.say("voids-more", count=len(voids) - _MOST_VOIDS), Tone.QUIET))
