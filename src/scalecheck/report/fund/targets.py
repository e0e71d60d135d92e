"""What a fund aimed at, beside what there is: in projects, and in each currency."""

from collections.abc import Iterator, Sequence

from scalecheck.language import numbers
from scalecheck.model.balance import Axis, Distance
from scalecheck.report.blocks import Block, Cell, Grid, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded

_NOT_SAID = ""


def tell_targets(pen: FundPen, axis: Axis) -> Iterator[Block]:
    """Set what was aimed at beside what there is; what is not said has its own line.

    Shares are those of the whole, as everywhere else in the report.
    """
    found = axis.distances
    if not found:
        return
    declared = found[0].targets
    is_silent = any(_NOT_SAID in one.shares for one in found)
    values = (*declared, *([_NOT_SAID] if is_silent else []))
    rows = tuple(_row(pen, axis, value, found) for value in values)
    bases = tuple(_basis(pen, one) for one in found)
    columns = (pen.say(f"one.{axis.kind}"), *pen.columns("target"), *bases)
    yield Grid(columns, rows, pen.say("caption.targets"))
    moved = [_moved(pen, one) for one in found]
    key = "distance-unsaid" if is_silent else "distance"
    yield Paragraph(Cell(pen.say(key, moved=numbers.join(moved, pen.language))))


def _row(pen: FundPen, axis: Axis, value: str, found: Sequence[Distance]) -> tuple[Cell, ...]:
    target = found[0].targets.get(value)
    said = Cell("–", Tone.QUIET) if target is None else Cell(pen.percent(target), Tone.STRONG)
    shares = (Cell(pen.percent(one.shares.get(value, 0))) for one in found)
    return worded(pen.value(axis.kind, value)), said, *shares


def _moved(pen: FundPen, one: Distance) -> str:
    share = pen.percent(one.total_variation)
    if not one.basis:
        return pen.say("moved.projects", share=share)
    return pen.say("moved.money", share=share, currency=pen.currency_name(one.basis))


def _basis(pen: FundPen, one: Distance) -> str:
    if not one.basis:
        return pen.say("basis.projects")
    return pen.say("basis.money", currency=pen.currency_name(one.basis))
