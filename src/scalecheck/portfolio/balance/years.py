"""The level of projects year by year: what was assessed, what is planned, what is aimed at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scalecheck.model.balance import YearLevels
from scalecheck.model.portfolio import Member, MilestoneKind, Portfolio
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.balance.masking import mask, mask_within


def stage_of(rubric: Rubric, position: int | None) -> str:
    """Name the stage of a position; "" below the first level, or where there is none."""
    if position is None or not 0 <= position < len(rubric.levels):
        return ""
    return rubric.levels[position].stage or ""


def stage_rows(rubric: Rubric, levels: Iterable[str], stages: Sequence[str]) -> list[int]:
    """Find the row of the stage of each row of levels; those without a stage go together."""
    order = {stage: row for row, stage in enumerate(stages)}
    positions = (int(value) if value else None for value in levels)
    return [order.get(stage_of(rubric, position), len(order)) for position in positions]


def count_years(portfolio: Portfolio, years: Sequence[int], smallest: int) -> Iterator[YearLevels]:
    """Count projects by level, year by year and kind by kind.

    Args:
        portfolio: the projects, with their milestones.
        years: the years wanted; where empty, from the first milestone to the last.
        smallest: the least count that is shown.

    Yields:
        The years of each kind that has a milestone, from the first such year on. What was assessed
        stops at the last assessment: nobody knows what next year's will find.
    """
    for kind in MilestoneKind:
        found = [m.year for one in portfolio.members for m in one.milestones if m.kind is kind]
        if not found:
            continue
        last = max(found)
        wanted = years or range(min(found), last + 1)
        if kind is MilestoneKind.ASSESSED:
            wanted = [year for year in wanted if year <= last]
        yield from (_year(portfolio, y, kind, smallest) for y in wanted if y >= min(found))


def _year(portfolio: Portfolio, year: int, kind: MilestoneKind, smallest: int) -> YearLevels:
    rubric = portfolio.rubric
    rows: list[int | None] = [-1, *range(len(rubric.levels)), None]
    found = Counter(_position(member, year, kind) for member in portfolio.members)
    counts = [found[row] for row in rows]
    names = [stage_of(rubric, row) for row in rows]
    stages = list(dict.fromkeys((*(stage.id for stage in rubric.stages), *names)))
    groups = [stages.index(name) for name in names]
    sums = [
        sum(c for c, g in zip(counts, groups, strict=True) if g == s) for s in range(len(stages))
    ]
    held = mask_within([counts], groups, mask([sums], smallest), smallest)
    told = (None if n in held else count for n, count in enumerate(counts))
    return YearLevels(year, kind, tuple(zip(rows, told, strict=True)))


def _position(member: Member, year: int, kind: MilestoneKind) -> int | None:
    past = [m for m in member.milestones if m.kind is kind and m.year <= year]
    return max(past, key=lambda milestone: milestone.year).position if past else None
