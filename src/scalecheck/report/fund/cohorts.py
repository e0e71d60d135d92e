"""Projects worth scaling together: in short, cohort by cohort."""

from collections.abc import Iterator

from scalecheck.model.cohort import Cohort
from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded

_MOST = 5
_OTHERS = 30


def tell_cohorts(pen: FundPen, level: int = 2) -> Iterator[Block]:
    """Tell the cohorts that share more than chance would give, then name the other candidates."""
    found = pen.material.cohorts
    if not found.looks:
        yield Paragraph(Cell(pen.say("cohort.too-few")))
        return
    yield Paragraph(Cell(pen.say("cohort.meaning", count=found.looks)))
    strong = [one for one in found.cohorts if one.beyond_chance]
    others = [one for one in found.cohorts if not one.beyond_chance]
    for one in strong:
        yield Heading(cohort_name(pen, one), level)
        yield from tell_case(pen, one)
    if not strong:
        yield Paragraph(Cell(pen.say("cohort.none")))
    if others:
        yield Heading(pen.say("part.other-cohorts"), level)
        rows = tuple(
            (
                Cell(cohort_name(pen, one)),
                pen.count(len(one.members)),
                Cell(pen.named(one.telling) if one.telling else "–"),
            )
            for one in others[:_OTHERS]
        )
        columns = pen.columns("cohort", "projects", "shared-blocker")
        yield Grid(columns, rows, pen.say("caption.other-cohorts"))


def cohort_name(pen: FundPen, cohort: Cohort) -> str:
    """Name a cohort by what gathers it."""
    value = pen.value(cohort.axis, cohort.value)
    return pen.say(f"cohort.name.{cohort.axis}", value=value)


def tell_case(pen: FundPen, cohort: Cohort, listed: bool = False) -> Iterator[Block]:
    """Tell why a cohort would gain from scaling together, in a few lines.

    `listed` says that its projects are named beside, one by one.
    """
    rows = [(pen.say("cohort.levels"), Cell(levels_of(pen, cohort)))]
    if not listed:
        count = pen.say("count.projects", count=len(cohort.members))
        rows.insert(0, (count, Cell(pen.projects(cohort.members))))
    shared = blockers_of(pen, cohort)
    if shared:
        rows.append((pen.say("cohort.blockers"), Cell(shared)))
    if cohort.actions:
        rows.append((pen.say("cohort.actions"), Cell(action_of(pen, cohort), Tone.STRONG)))
    if cohort.local:
        rows.append((pen.say("cohort.local"), worded(pen.projects(cohort.local))))
    yield Fields(tuple(rows))


def levels_of(pen: FundPen, cohort: Cohort) -> str:
    """Say how many of its projects are at each level: a distribution, never a mean.

    Small counts are held back, at least two together: the whole is known.
    """
    counts = [count for _, count in cohort.levels]
    held = {count for count in counts if pen.is_small(count)}
    if sum(count in held for count in counts) == 1:
        held |= {min(count for count in counts if count not in held)} if len(counts) > 1 else set()
    said = [
        pen.say("cohort.at-level", count=count, level=pen.level(position))
        for position, count in cohort.levels
        if count not in held
    ]
    return "; ".join([*said, pen.say("held-back-others")] if held else said)


def blockers_of(pen: FundPen, cohort: Cohort) -> str:
    """Say what holds its projects back, and in how many of them."""
    whole = len(cohort.members)
    said = (
        pen.say("cohort.blocked", name=pen.named(one.name), count=len(one.blocked), whole=whole)
        for one in cohort.blockers[:_MOST]
        if not pen.is_small(len(one.blocked))
    )
    return "; ".join(said)


def action_of(pen: FundPen, cohort: Cohort) -> str:
    """Say the best joint action: the first that brings the most projects to their next level."""
    best = max(cohort.actions, key=lambda one: (len(one.passing), -len(one.names)))
    if pen.is_small(len(best.passing)):
        return pen.names(best.names)
    facts = {"names": pen.names(best.names), "count": len(best.passing)}
    return pen.say("cohort.action", **facts)
