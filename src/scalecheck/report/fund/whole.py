"""The whole portfolio: what it holds, what holds it back, who could work together."""

from collections.abc import Iterator, Sequence

from scalecheck.model.balance import AxisKind
from scalecheck.model.cohort import Frequent
from scalecheck.report.blocks import (
    Block,
    Cell,
    Grid,
    Heading,
    Items,
    Paragraph,
    Tone,
)
from scalecheck.report.findings.refused import word_refused
from scalecheck.report.fund.balance import is_hidden, tell_balance
from scalecheck.report.fund.cohorts import tell_cohorts
from scalecheck.report.fund.opening import head, notice
from scalecheck.report.fund.overlaps import tell_overlaps
from scalecheck.report.fund.pen import FundPen, worded
from scalecheck.report.fund.summary import tell_summary

_MOST_REFUSED = 50


def tell_whole(pen: FundPen) -> Iterator[Block]:
    """Tell a portfolio from what is seen at once to the method."""
    yield head(pen, "portfolio")
    yield from notice(pen)
    yield from tell_summary(pen)
    if pen.portfolio.members:
        yield from _found(pen)
    yield Heading(pen.say("part.quality"))
    yield from _quality(pen)
    yield Heading(pen.say("part.method"))
    yield Items(tuple(("•", Cell(pen.say(f"method.{n}"))) for n in _METHOD))


def _found(pen: FundPen) -> Iterator[Block]:
    yield Heading(pen.say("part.levels"))
    yield from _levels(pen)
    yield Heading(pen.say("part.holds"))
    yield from _holds(pen)
    yield Heading(pen.say("part.balance"))
    yield from tell_balance(pen, 3, (AxisKind.LEVEL,))
    yield Heading(pen.say("part.cohorts"))
    yield from tell_cohorts(pen, 3)
    yield Heading(pen.say("part.overlaps"))
    yield from tell_overlaps(pen, 3)
    yield from _local(pen)


_METHOD = ("level", "unknown", "order", "money", "overlap", "chance", "masked")


def _levels(pen: FundPen) -> Iterator[Block]:
    """How many projects stand at each level: counts, for a mean of ranks means nothing."""
    try:
        axis = pen.material.balance.axis(AxisKind.LEVEL)
    except KeyError:
        return
    if is_hidden(axis):
        yield Paragraph(Cell(pen.say("too-few", names=pen.say("facet.level"))))
        return
    whole = pen.material.balance.totals.projects
    rows = tuple(
        (
            worded(pen.value(AxisKind.LEVEL, cell.value)),
            pen.count(cell.projects),
            pen.share(cell.portion, whole),
        )
        for cell in axis.cells
    )
    yield Grid(pen.columns("level", "projects", "share"), rows, pen.say("caption.levels"))


def _holds(pen: FundPen) -> Iterator[Block]:
    found = pen.material.frequent
    if pen.is_small(found.asked):
        yield Paragraph(Cell(pen.say("holds.too-few")))
        return
    for key, ones in (("bottlenecks", found.bottlenecks), ("blockers", found.blockers)):
        if ones:
            yield _held(pen, key, ones)
    if found.asked and not found.blockers:
        yield Paragraph(Cell(pen.say("holds.none")))


def _held(pen: FundPen, key: str, ones: Sequence[Frequent]) -> Grid:
    """What holds projects back, out of those that aim further.

    Where too few projects stay local, how many do not is not told: neither are shares of them.
    """
    asked, with_base = pen.material.frequent.asked, pen.material.balance.totals.local is not None
    rows = []
    for one in ones:
        shown = None if pen.is_small(one.projects) else one.projects
        share = [pen.share(shown, asked)] if with_base else []
        if one.projects:
            rows.append((Cell(pen.named(one.name)), pen.count(shown), *share))
    columns = pen.columns(key, "projects", *(["share"] if with_base else []))
    caption = f"caption.{key}-held" if with_base else f"caption.{key}-some"
    return Grid(columns, tuple(rows), pen.say(caption, count=asked))


def _local(pen: FundPen) -> Iterator[Block]:
    found = [member for member in pen.portfolio.members if member.local]
    if not found or pen.material.balance.totals.local is None:
        return
    yield Heading(pen.say("part.local"))
    yield Paragraph(Cell(pen.say("local.meaning")))
    if pen.material.balance.smallest > 1:
        yield Items(tuple(("•", worded(pen.project(m.id))) for m in found))
        return
    rows = tuple((worded(pen.project(m.id)), Cell(pen.level(m.level.official))) for m in found)
    yield Grid(pen.columns("project", "level"), rows, pen.say("caption.local"))


def _quality(pen: FundPen) -> Iterator[Block]:
    members = pen.portfolio.members
    counts = {
        "unknown": sum(1 for m in members if m.open.unknown or m.open.not_assessed),
        "decisive": sum(1 for m in members if m.open.decisive),
        "level": sum(1 for m in members if m.level.official is None),
        "claimed": sum(1 for m in members if m.level.claimed != m.level.official),
    }
    told = {key: n for key, n in counts.items() if n and not pen.is_small(n)}
    items = [("•", Cell(pen.say(f"quality.{key}", count=n))) for key, n in told.items()]
    if items:
        yield Items(tuple(items))
    refused = pen.portfolio.refused
    if not refused:
        yield Paragraph(Cell(pen.say("quality.all-read" if members else "nobody")))
        return
    rows = tuple(
        (
            Cell(one.source),
            Cell(one.place or "–"),
            Cell(word_refused(one.problem, pen.language).whole),
        )
        for one in refused[:_MOST_REFUSED]
    )
    yield Grid(pen.columns("source", "place", "why"), rows, pen.say("caption.refused"))
    if len(refused) > _MOST_REFUSED:
        more = pen.say("quality.more", count=len(refused) - _MOST_REFUSED)
        yield Paragraph(Cell(more, Tone.QUIET))
