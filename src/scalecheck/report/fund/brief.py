"""The brief of one cohort: why together, who, what is shared, what to do first, which means."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.model.cohort import Cohort, SharedSetting, SharedSupport
from scalecheck.model.portfolio import Member
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Items, Paragraph, Title, Tone
from scalecheck.report.fund.cohorts import cohort_name, tell_case
from scalecheck.report.fund.opening import notice
from scalecheck.report.fund.pen import FundPen, counting, worded

_YEARS = 5


def tell_brief(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    """Tell the case for scaling the projects of one cohort together."""
    kicker = pen.say("kind.cohort")
    if pen.material.day:
        kicker = f"{kicker} · {pen.speaker.date(pen.material.day)}"
    about = pen.say("count.projects", count=len(cohort.members))
    yield Title(kicker, cohort_name(pen, cohort), about)
    yield from notice(pen)
    yield Heading(pen.say("brief.why"))
    yield from tell_case(pen, cohort, listed=True)
    members = [pen.members[name] for name in cohort.members]
    yield from _projects(pen, cohort, members)
    yield from _blockers(pen, cohort)
    yield from _helps(pen, cohort)
    yield from _shared(pen, cohort)
    yield from _money(pen, members)
    yield Paragraph(Cell(pen.say("brief.indicators"), Tone.QUIET))


def _projects(pen: FundPen, cohort: Cohort, members: Sequence[Member]) -> Iterator[Block]:
    yield Heading(pen.say("brief.projects"))
    rows = tuple(
        (
            worded(pen.project(one.id)),
            Cell(pen.level(one.level.official)),
            Cell(", ".join(str(pen.speaker.text(s.title)) for s in one.settings if s.title) or "–"),
            Cell(pen.names(one.blockers) if one.blockers else "–"),
        )
        for one in members
    )
    yield Grid(pen.columns("project", "level", "settings", "held"), rows)
    if cohort.local:
        names = pen.projects(cohort.local)
        yield Paragraph(Cell(pen.say("brief.local", count=len(cohort.local), names=names)))


def _blockers(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    if not cohort.blockers:
        return
    yield Heading(pen.say("brief.blockers"))
    rows = tuple(
        (
            Cell(pen.named(one.name)),
            pen.count(len(one.blocked)),
            pen.count(len(one.alone)),
            pen.count(one.elsewhere),
        )
        for one in cohort.blockers
    )
    columns = pen.columns("requirement", "blocked", "alone", "elsewhere")
    yield Grid(columns, rows, pen.say("caption.blockers"))
    items = [
        ("→", Cell(pen.say("cohort.action", names=pen.names(one.names), count=len(one.passing))))
        for one in cohort.actions
    ]
    if items:
        yield Items(tuple(items))


def _helps(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    if not cohort.helps:
        return
    yield Heading(pen.say("brief.helps"), 3)
    items = []
    for one in cohort.helps:
        helper, helped = pen.project(one.helper), pen.project(one.helped)
        facts = {"helper": helper, "helped": helped, "names": pen.names(one.names)}
        items.append(("•", Cell(pen.say("brief.help", **facts))))
    yield Items(tuple(items))


def _shared(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    shared: tuple[SharedSetting | SharedSupport, ...] = (*cohort.settings, *cohort.supporters)
    rows = [
        (worded(pen.speaker.text(one.title)), Cell(pen.projects(one.within)), pen.count(one.load))
        for one in shared
    ]
    if rows:
        yield Heading(pen.say("brief.shared"), 3)
        columns = pen.columns("shared", "within", "load")
        yield Grid(columns, tuple(rows), pen.say("caption.shared"))


def _money(pen: FundPen, members: Sequence[Member]) -> Iterator[Block]:
    sums: dict[tuple[str, int], Fraction] = {}
    for member in members:
        for line in counting(member.funding):
            key = line.currency, line.year
            sums[key] = sums.get(key, Fraction(0)) + line.amount
    silent = sum(not counting(member.funding) for member in members)
    yield Heading(pen.say("brief.money"))
    if sums:
        years = sorted({year for _, year in sums})[-_YEARS:]
        currencies = sorted({currency for currency, _ in sums})
        rows = tuple(
            (Cell(currency), *(_amount(pen, sums.get((currency, y)), currency) for y in years))
            for currency in currencies
        )
        yield Grid((*pen.columns("currency"), *map(str, years)), rows, pen.say("caption.brief"))
    if silent:
        yield Paragraph(Cell(pen.say("silent", count=silent), Tone.QUIET))


def _amount(pen: FundPen, amount: Fraction | None, currency: str) -> Cell:
    if amount is None:
        return Cell("–", Tone.QUIET)
    return Cell(pen.amount(amount, currency))
