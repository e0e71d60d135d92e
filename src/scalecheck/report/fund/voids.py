"""Where a portfolio has nothing: stages that some sector, clientele or territory never reaches."""

from collections.abc import Iterator

from scalecheck.model.balance import AxisKind
from scalecheck.report.blocks import Block, Grid, Heading
from scalecheck.report.fund.pen import FundPen, worded


def tell_voids(pen: FundPen, level: int) -> Iterator[Block]:
    """Tell the pairs that no project joins, gathered by stage: one table for each other axis."""
    found: dict[AxisKind, dict[str, list[str]]] = {}
    for void in pen.material.balance.voids:
        rows = found.setdefault(void.axes[1], {})
        rows.setdefault(void.values[0], []).append(void.values[1])
    if not found:
        return
    yield Heading(pen.say("part.voids"), level)
    for kind, by_stage in found.items():
        columns = (pen.say("one.stage"), pen.say(f"axis.{kind}"))
        rows_of = tuple(
            (worded(pen.value(AxisKind.STAGE, stage)), pen.values(kind, values))
            for stage, values in by_stage.items()
        )
        yield Grid(columns, rows_of, pen.say(f"void.{kind}"))
