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
    unfunded = pen.material.balance.totals.unfunded
    if unfunded:
        yield Paragraph(Cell(pen.say("silent", count=unfunded)))
    if pen.material.balance.smallest > 1:
        smallest = pen.material.balance.smallest
        yield Paragraph(Cell(pen.say("masked", smallest=smallest), Tone.QUIET))
    axes = {axis.kind: axis for axis in pen.material.balance.axes}
    told = [axes[kind] for kind in _ORDER if kind in axes and kind not in aside]
    hidden = [axis.kind for axis in told if is_hidden(axis)]
    for axis in told:
        if axis.kind not in hidden and _says_something(axis):
            yield Heading(pen.say(f"axis.{axis.kind}"), level)
            yield from _axis(pen, axis)
        if axis.kind is AxisKind.YEAR:
            yield from _statuses(pen, level)
    if hidden:
        names = numbers.join([pen.say(f"facet.{kind}") for kind in hidden], pen.language)
        yield Paragraph(Cell(pen.say("too-few", names=names)))
    yield from tell_years(pen, level)
    yield from tell_voids(pen, level)


def is_hidden(axis: Axis) -> bool:
    """Tell whether every count of an axis is held back: its table would say nothing."""
    counts = [cell.funded if axis.kind in _MONEY else cell.projects for cell in axis.cells]
    return None in counts and not any(counts)


def _says_something(axis: Axis) -> bool:
    """Tell whether some project has a value, and money that counts on an axis of money."""
    if not any(cell.value and cell.projects != 0 for cell in axis.cells):
        return False
    return axis.kind not in _MONEY or any(cell.funded != 0 for cell in axis.cells)


def _axis(pen: FundPen, axis: Axis) -> Iterator[Block]:
    is_money = axis.kind in _MONEY
    row = _money_row if is_money else _row
    shown = [cell for cell in axis.cells if (cell.funded if is_money else cell.projects) != 0]
    rows = tuple(row(pen, axis.kind, cell) for cell in shown)
    columns = (pen.say(f"one.{axis.kind}"), *(_money_heads(pen) if is_money else _heads(pen)))
    by = pen.say(f"facet.{axis.kind}")
    yield Grid(columns, rows, pen.say("caption.money" if is_money else "caption.axis", by=by))
    if axis.empty:
        named = ", ".join(str(pen.value(axis.kind, value)) for value in axis.empty)
        yield Paragraph(Cell(pen.say("empty", count=len(axis.empty), names=named)))
    if axis.kind in _SPREAD and axis.concentration is not None and axis.concentration.cells > 1:
        found = axis.concentration
        effective = numbers.number(found.effective, pen.language, 1)
        share = pen.percent(found.herfindahl)
        facts = {"cells": found.cells, "effective": effective, "index": share}
        yield Paragraph(Cell(pen.say("concentration", **facts), Tone.QUIET))
    yield from _targets(pen, axis)


def _heads(pen: FundPen) -> tuple[str, ...]:
    return *pen.columns("projects", "share"), *pen.heads("money"), *pen.columns("silent")


def _row(pen: FundPen, kind: AxisKind, cell: Count) -> tuple[Cell, ...]:
    whole = pen.material.balance.totals.projects
    return (
        worded(pen.value(kind, cell.value)),
        pen.count(cell.projects),
        pen.share(cell.portion, whole),
        *pen.amounts(cell.money),
        pen.count(cell.unfunded),
    )


def _money_heads(pen: FundPen) -> tuple[str, ...]:
    return *pen.columns("projects"), *pen.heads("money"), *pen.heads("part")


def _money_row(pen: FundPen, kind: AxisKind, cell: Count) -> tuple[Cell, ...]:
    name = worded(pen.value(kind, cell.value))
    return name, pen.count(cell.funded), *pen.amounts(cell.money), *pen.parts(cell.money)


def _statuses(pen: FundPen, level: int) -> Iterator[Block]:
    """What became of the money: asked for, confirmed, received; what was refused is beside."""
    sums: dict[str, list[Sum]] = {}
    for one in pen.material.balance.totals.money:
        if one.status is not None:
            sums.setdefault(one.status, []).append(one._replace(status=None))
    if all(one.amount is None for many in sums.values() for one in many):
        return
    lists = pen.portfolio.vocabularies
    order = [word.id for word in lists.funding_statuses] if lists is not None else []
    known = [status for status in order if status in sums]
    others = sorted(status for status in sums if status not in order)
    rows = tuple((worded(pen.status(s)), *pen.amounts(sums[s])) for s in (*known, *others))
    yield Heading(pen.say("part.statuses"), level)
    columns = (*pen.columns("status"), *pen.heads("money"))
    yield Grid(columns, rows, pen.say("caption.statuses"))


def _targets(pen: FundPen, axis: Axis) -> Iterator[Block]:
    """Set what was aimed at beside what there is, in projects and in each currency."""
    if not axis.distances:
        return
    declared = axis.distances[0].targets
    rows = tuple(
        (
            worded(pen.value(axis.kind, value)),
            Cell(pen.percent(target), Tone.STRONG),
            *(Cell(pen.percent(one.shares.get(value, 0))) for one in axis.distances),
        )
        for value, target in declared.items()
    )
    bases = tuple(_basis(pen, one) for one in axis.distances)
    columns = (pen.say(f"one.{axis.kind}"), *pen.columns("target"), *bases)
    yield Grid(columns, rows, pen.say("caption.targets"))
    moved = [
        pen.say("moved", share=pen.percent(one.total_variation), basis=_unit(pen, one))
        for one in axis.distances
    ]
    yield Paragraph(Cell(pen.say("distance", moved=numbers.join(moved, pen.language))))


def _unit(pen: FundPen, one: Distance) -> str:
    return one.basis or pen.say("basis.unit")


def _basis(pen: FundPen, one: Distance) -> str:
    return pen.say("basis.money", currency=one.basis) if one.basis else pen.say("basis.projects")
