"""The brief of one cohort: why together, who, what is shared, what to do first, which means."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from scalecheck.model.cohort import Cohort, SharedSetting, SharedSupport
from scalecheck.model.portfolio import Member
from scalecheck.report.blocks import (
    Block,
    Cell,
    Grid,
    Heading,
    Items,
    Notice,
    Paragraph,
    Title,
    Tone,
)
from scalecheck.report.fund.cohorts import (
    cohort_name,
    figures_of,
    heads,
    names_of,
    split_members,
    tell_case,
)
from scalecheck.report.fund.opening import notice
from scalecheck.report.fund.pen import FundPen, counting, worded

_CURRENCIES = 5  # in one table: a sheet is no wider
_EVERY = 1_000_000  # a brief names all its projects

Sums = Mapping[tuple[str, int], Fraction]


def tell_brief(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    """Tell the case for scaling the projects of one cohort together.

    It names projects one by one: nothing is masked in it, whatever the least count of the rest,
    and it says first that it is for the committee alone.
    """
    balance = pen.material.balance._replace(smallest=1)
    yield from _tell(FundPen(pen.material._replace(balance=balance)), cohort)


def _tell(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    kicker = pen.say("kind.cohort")
    if pen.material.day:
        kicker = f"{kicker} · {pen.speaker.date(pen.material.day)}"
    about = pen.say("count.projects", count=len(cohort.members))
    yield Title(kicker, cohort_name(pen, cohort), about)
    yield Notice(pen.say("brief.reserved"), (Cell(pen.say("brief.reserved-why")),))
    yield from notice(pen)
    yield Heading(pen.say("brief.why"))
    yield from tell_case(pen, cohort, listed=True)
    yield from _projects(pen, cohort)
    yield from _blockers(pen, cohort)
    yield from _helps(pen, cohort)
    yield from _shared(pen, cohort)
    yield from _money(pen, [pen.members[name] for name in cohort.members])
    yield Paragraph(Cell(pen.say("brief.indicators"), Tone.QUIET))


def _projects(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    yield Heading(pen.say("brief.projects"))
    for key, names in zip(("sharing", "apart"), split_members(cohort), strict=True):
        if names:
            rows = tuple(_project(pen, pen.members[name]) for name in names)
            columns = pen.columns("project", "level", "settings", "held")
            yield Grid(columns, rows, pen.say(f"brief.{key}", name=pen.named(cohort.telling)))
    if cohort.local:
        facts = {"count": len(cohort.local), "names": pen.projects(cohort.local, _EVERY)}
        yield Paragraph(Cell(pen.say("brief.local", **facts)))


def _project(pen: FundPen, one: Member) -> tuple[Cell, ...]:
    places = [str(pen.speaker.text(place.title)) for place in one.settings if place.title]
    return (
        worded(pen.project(one.id)),
        Cell(pen.level(one.level.official)),
        Cell("; ".join(places) or "–"),
        Cell(names_of(pen, one.blockers) or "–"),
    )


def _blockers(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    if not cohort.blockers:
        return
    yield Heading(pen.say("brief.blockers"))
    rows = tuple(
        (Cell(pen.named(one.name)), *figures_of(pen, cohort, one), pen.count(len(one.alone)))
        for one in cohort.blockers
    )
    columns = heads(pen, "requirement", "here", "elsewhere", "expected", "alone")
    yield Grid(columns, rows, pen.say("cohort.caption.blockers"))
    facts = (
        {"names": names_of(pen, one.names), "count": len(one.passing)} for one in cohort.actions
    )
    items = tuple(("→", Cell(pen.say("cohort.action", **one))) for one in facts)
    if items:
        yield Items(items)


def _helps(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    if not cohort.helps:
        return
    yield Heading(pen.say("brief.helps"), 3)
    offers: dict[str, list[str]] = {}
    for one in cohort.helps:
        facts = {"helper": pen.project(one.helper), "names": names_of(pen, one.names)}
        offers.setdefault(one.helped, []).append(pen.say("brief.help", **facts))
    alike: dict[str, list[str]] = {}
    for helped, some in offers.items():
        alike.setdefault(" ".join(some), []).append(helped)
    rows = tuple((Cell(pen.projects(some, _EVERY)), Cell(said)) for said, some in alike.items())
    yield Grid(heads(pen, "helped", "helpers"), rows, pen.say("brief.helps-how"))


def _shared(pen: FundPen, cohort: Cohort) -> Iterator[Block]:
    if not (cohort.settings or cohort.supporters):
        return
    yield Heading(pen.say("brief.shared"), 3)
    for key, some in (("setting", cohort.settings), ("supporter", cohort.supporters)):
        if some:
            rows = tuple(_use(pen, one) for one in some)
            columns = heads(pen, key, "within", "load", "named-by")
            yield Grid(columns, rows, pen.say(f"brief.{key}"))


def _use(pen: FundPen, one: SharedSetting | SharedSupport) -> tuple[Cell, ...]:
    counts = pen.count(len(one.within)), pen.count(one.load)
    return worded(pen.speaker.text(one.title)), *counts, Cell(pen.projects(one.within, _EVERY))


def _money(pen: FundPen, members: Sequence[Member]) -> Iterator[Block]:
    sums = _sums(members)
    yield Heading(pen.say("brief.money"))
    currencies = sorted({currency for currency, _ in sums})
    for start in range(0, len(currencies), _CURRENCIES):
        yield _calendar(pen, sums, currencies[start : start + _CURRENCIES])
    silent = sum(not member.funding for member in members)
    refused = sum(bool(m.funding) and not counting(m.funding) for m in members)
    for key, count in (("silent", silent), ("refused", refused)):
        if count:
            yield Paragraph(Cell(pen.say(f"brief.{key}", count=count), Tone.QUIET))


def _sums(members: Sequence[Member]) -> Sums:
    """What counts in each currency and each year."""
    sums: dict[tuple[str, int], Fraction] = {}
    for line in (line for member in members for line in counting(member.funding)):
        key = line.currency, line.year
        sums[key] = sums.get(key, Fraction(0)) + line.amount
    return sums


def _calendar(pen: FundPen, sums: Sums, currencies: Sequence[str]) -> Grid:
    """Every year that has an amount, whatever their number, and the sum of them all."""
    years = sorted({year for _, year in sums})
    rows = [
        (Cell(str(year)), *(_amount(pen, sums.get((one, year)), one) for one in currencies))
        for year in years
    ]
    totals = {one: sum(sums.get((one, year), Fraction(0)) for year in years) for one in currencies}
    whole = (_amount(pen, Fraction(total), one, Tone.STRONG) for one, total in totals.items())
    rows.append((Cell(pen.say("brief.total"), Tone.STRONG), *whole))
    named = (pen.say("brief.money-in", currency=pen.currency_name(one)) for one in currencies)
    columns = (pen.say("brief.year"), *named)
    return Grid(columns, tuple(rows), pen.say("brief.calendar"))


def _amount(pen: FundPen, amount: Fraction | None, currency: str, tone: Tone = Tone.PLAIN) -> Cell:
    if amount is None:
        return Cell("–", Tone.QUIET)
    return Cell(pen.amount(amount, currency), tone)
