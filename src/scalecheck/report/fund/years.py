"""Where projects stood, are planned to stand and aim to stand, year by year."""

from collections.abc import Iterator, Sequence

from scalecheck.model.balance import YearLevels
from scalecheck.model.portfolio import MilestoneKind
from scalecheck.report.blocks import Block, Cell, Grid, Heading
from scalecheck.report.fund.pen import FundPen

_MOST = 6  # years across a sheet


def tell_years(pen: FundPen, level: int) -> Iterator[Block]:
    """Tell how many projects are at each level in each year: one table for each kind of reading.

    What was assessed keeps its last years; what is planned or aimed at, its first.
    """
    told = pen.material.balance.years
    found = [one for one in told if any(count for _, count in one.positions)]
    if not found:
        return
    yield Heading(pen.say("part.years"), level)
    for kind in MilestoneKind:
        years = [one for one in found if one.kind is kind]
        if years:
            is_past = kind is MilestoneKind.ASSESSED
            yield _table(pen, kind, years[-_MOST:] if is_past else years[:_MOST])


def _table(pen: FundPen, kind: MilestoneKind, years: Sequence[YearLevels]) -> Grid:
    counts = [dict(one.positions) for one in years]
    met = dict.fromkeys(position for one in years for position, _ in one.positions)
    known = sorted(position for position in met if position is not None)
    positions = [*known, None] if None in met else known
    rows = tuple(
        (
            Cell(pen.level(p) if p is not None else pen.say(f"milestone.none.{kind}")),
            *(pen.count(one[p]) if p in one else Cell("–") for one in counts),
        )
        for p in positions
        if any(one.get(p, 0) != 0 for one in counts)
    )
    columns = (*pen.columns("level"), *(str(one.year) for one in years))
    return Grid(columns, rows, pen.say(f"milestone.{kind}"))
