"""Where a portfolio has nothing: stages that some sector, clientele or territory never reaches.

Stages whose counts are held back are empty for the same values: they share a line.
"""

from collections.abc import Iterator

from scalecheck.model.balance import AxisKind
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen


def tell_voids(pen: FundPen, level: int) -> Iterator[Block]:
    """Tell the pairs that no project joins, gathered by stage: one table for each other axis."""
    found: dict[AxisKind, dict[str, list[str]]] = {}
    for void in pen.material.balance.voids:
        rows = found.setdefault(void.axes[1], {})
        rows.setdefault(void.values[0], []).append(void.values[1])
    if not found:
        return
    yield Heading(pen.say("part.voids"), level)
    if pen.material.balance.smallest > 1:
        yield Paragraph(Cell(pen.say("void.held"), Tone.QUIET))
    for kind, by_stage in found.items():
        columns = (pen.say("one.stage"), pen.say(f"axis.{kind}"))
        stages: dict[tuple[str, ...], list[str]] = {}
        for stage, values in by_stage.items():
            stages.setdefault(tuple(values), []).append(stage)
        rows_of = tuple(
            (pen.values(AxisKind.STAGE, same), pen.values(kind, values))
            for values, same in stages.items()
        )
        yield Grid(columns, rows_of, pen.say(f"void.{kind}"))
