"""What a portfolio holds, and what it does not: money first, then projects, axis by axis."""

from collections.abc import Collection, Iterator

from scalecheck.language import numbers
from scalecheck.model.balance import Axis, AxisKind, Distance, Sum
from scalecheck.model.balance import Cell as Count
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded
from scalecheck.report.fund.voids import tell_voids
from scalecheck.report.fund.years import tell_years

_MONEY = (AxisKind.PURPOSE, AxisKind.RECIPIENT, AxisKind.YEAR)
# What is committed first: what money is for, who gets it, when; then who the projects are.
_ORDER = (
    *_MONEY,
    AxisKind.LEVEL,
    AxisKind.STAGE,
    AxisKind.SECTOR,
    AxisKind.CLIENTELE,
    AxisKind.TERRITORY,
    AxisKind.APPLICANT,
    AxisKind.STRATEGY,
    AxisKind.TRACK,
)
# Where an even spread would mean something: nobody wants as many projects at every level.
_SPREAD = (AxisKind.SECTOR, AxisKind.CLIENTELE, AxisKind.TERRITORY, AxisKind.APPLICANT)


def tell_balance(pen: FundPen, level: int = 2, aside: Collection[str] = ()) -> Iterator[Block]:
    """Tell the balance, axis by axis; what is empty is named.

    `aside` names the axes that are told elsewhere in the same report.
    """
    if not pen.portfolio.members:
        yield Paragraph(Cell(pen.say("nobody")))
        return
    yield Paragraph(Cell(pen.say("reading")))
    if pen.material.balance.smallest > 1:
        smallest = pen.material.balance.smallest
        yield Paragraph(Cell(pen.say("masked", smallest=smallest), Tone.QUIET))
    axes = {axis.kind: axis for axis in pen.material.balance.axes}
    told = [axes[kind] for kind in _ORDER if kind in axes and kind not in aside]
    for axis in told:
        if any(cell.value and cell.projects != 0 for cell in axis.cells):
            yield Heading(pen.say(f"axis.{axis.kind}"), level)
            yield from _axis(pen, axis)
        if axis.kind is AxisKind.YEAR:
            yield from _statuses(pen, level)
    yield from tell_years(pen, level)
    yield from tell_voids(pen, level)


def _axis(pen: FundPen, axis: Axis) -> Iterator[Block]:
    is_money = axis.kind in _MONEY
    row = _money_row if is_money else _row
    rows = tuple(row(pen, axis.kind, cell) for cell in axis.cells if cell.projects != 0)
    names = ("projects", "money", "part") if is_money else ("projects", "share", "money", "silent")
    columns = (pen.say(f"one.{axis.kind}"), *pen.columns(*names))
    yield Grid(columns, rows, pen.say(f"axis.{axis.kind}"))
    if axis.empty:
        named = ", ".join(str(pen.value(axis.kind, value)) for value in axis.empty)
        yield Paragraph(Cell(pen.say("empty", count=len(axis.empty), names=named)))
    if axis.kind in _SPREAD and axis.concentration is not None and axis.concentration.cells > 1:
        found = axis.concentration
        effective = numbers.number(found.effective, pen.language, 1)
        share = pen.percent(found.herfindahl)
        facts = {"cells": found.cells, "effective": effective, "index": share}
        yield Paragraph(Cell(pen.say("concentration", **facts), Tone.QUIET))
    for distance in axis.distances:
        yield from _distance(pen, axis, distance)


def _row(pen: FundPen, kind: AxisKind, cell: Count) -> tuple[Cell, ...]:
    whole = pen.material.balance.totals.projects
    return (
        worded(pen.value(kind, cell.value)),
        pen.count(cell.projects),
        pen.share(cell.portion, whole),
        pen.money(cell.money),
        pen.count(cell.unfunded),
    )


def _money_row(pen: FundPen, kind: AxisKind, cell: Count) -> tuple[Cell, ...]:
    name = worded(pen.value(kind, cell.value))
    return name, pen.count(cell.projects), pen.money(cell.money), pen.part(cell.money)


def _statuses(pen: FundPen, level: int) -> Iterator[Block]:
    """What became of the money: asked for, confirmed, received; what was refused is beside."""
    sums: dict[str, list[Sum]] = {}
    for one in pen.material.balance.totals.money:
        if one.status is not None:
            sums.setdefault(one.status, []).append(one._replace(status=None))
    if not sums:
        return
    lists = pen.portfolio.vocabularies
    order = [word.id for word in lists.funding_statuses] if lists is not None else []
    known = [status for status in order if status in sums]
    others = sorted(status for status in sums if status not in order)
    rows = tuple((worded(pen.status(s)), pen.money(sums[s])) for s in (*known, *others))
    yield Heading(pen.say("part.statuses"), level)
    yield Grid(pen.columns("status", "money"), rows, pen.say("caption.statuses"))


def _distance(pen: FundPen, axis: Axis, distance: Distance) -> Iterator[Block]:
    basis = pen.say("basis.money", currency=distance.basis)
    basis = basis if distance.basis else pen.say("basis.projects")
    rows = tuple(
        (
            worded(pen.value(axis.kind, value)),
            Cell(pen.percent(distance.shares.get(value, 0))),
            Cell(pen.percent(target)),
        )
        for value, target in distance.targets.items()
    )
    caption = pen.say("caption.targets", basis=basis)
    columns = (pen.say(f"one.{axis.kind}"), *pen.columns("now", "target"))
    yield Grid(columns, rows, caption)
    moved = pen.percent(distance.total_variation)
    yield Paragraph(Cell(pen.say("distance", share=moved, basis=basis)))
