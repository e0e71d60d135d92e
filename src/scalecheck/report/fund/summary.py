"""What a committee sees in thirty seconds: levels, money, what holds back, cohorts, overlaps."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.language import numbers
from scalecheck.model.balance import AxisKind
from scalecheck.model.overlap import Verb
from scalecheck.report.blocks import Block, Card, Cards, Cell, Fields, Heading
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.view.phrase import Words

_MOST = 3


def tell_summary(pen: FundPen) -> Iterator[Block]:
    """Tell the whole portfolio in four figures and a few lines."""
    yield Cards(tuple(_cards(pen)))
    rows = tuple(_rows(pen)) if pen.portfolio.members else ()
    if rows:
        yield Heading(pen.say("part.summary"))
        yield Fields(rows)


def _cards(pen: FundPen) -> Iterator[Card]:
    totals = pen.material.balance.totals
    yield Card(pen.say("card.projects"), pen.count(totals.projects), _unread(pen))
    yield Card(pen.say("card.money"), pen.money(totals.money), _unfunded(pen))
    yield Card(pen.say("card.local"), pen.count(totals.local), pen.say("card.local-note"))
    found = pen.material.overlaps.pairs
    yield Card(pen.say("card.overlaps"), pen.count(len(found)), pen.say("card.overlaps-note"))


def _unread(pen: FundPen) -> str:
    unread = len(pen.portfolio.refused)
    return pen.say("card.unread", count=unread) if unread else ""


def _unfunded(pen: FundPen) -> str:
    unfunded = pen.material.balance.totals.unfunded
    return pen.say("card.unfunded", count=unfunded) if unfunded else ""


def _rows(pen: FundPen) -> Iterator[tuple[str, Cell]]:
    said = (
        ("levels", _levels(pen)),
        ("purpose", _parts(pen, AxisKind.PURPOSE)),
        ("recipient", _parts(pen, AxisKind.RECIPIENT)),
        ("holds", _holds(pen)),
        ("cohorts", _cohorts(pen)),
        ("overlaps", _overlaps(pen)),
    )
    for key, words in said:
        if words:
            yield pen.say(f"summary.{key}"), Cell(words)


def _levels(pen: FundPen) -> str:
    """The level that half of the projects do not exceed, and those where most of them are."""
    cells = [cell for cell in _cells(pen, AxisKind.LEVEL) if cell[0]]
    most = sorted(cells, key=lambda one: -one[1])[:_MOST]
    named = [
        pen.say("summary.group", name=pen.value(AxisKind.LEVEL, value), count=count)
        for value, count in most
        if count
    ]
    known = sorted(m.level.official for m in pen.portfolio.members if m.level.official is not None)
    if not named or len(known) < pen.material.balance.smallest:
        return "; ".join(named)
    middle = pen.say("summary.middle", level=pen.level(known[(len(known) - 1) // 2]))
    return f"{'; '.join(named)}. {middle}"


def _cells(pen: FundPen, kind: AxisKind) -> Sequence[tuple[str, int]]:
    try:
        axis = pen.material.balance.axis(kind)
    except KeyError:
        return ()
    return [(cell.value, cell.projects) for cell in axis.cells if cell.projects is not None]


def _parts(pen: FundPen, kind: AxisKind) -> str:
    """The part of each value in the money of the most used currency."""
    try:
        axis = pen.material.balance.axis(kind)
    except KeyError:
        return ""
    targets = axis.distances[0].targets if axis.distances else {}
    said = [
        _part(pen, pen.value(kind, cell.value), one.share, targets.get(cell.value))
        for cell in axis.cells
        for one in cell.money or ()
        if one.status is None and one.share and one.currency == pen.currency
    ]
    return ", ".join(said)


def _part(pen: FundPen, name: Words, share: Fraction, target: Fraction | None) -> str:
    if target is None:
        return pen.say("summary.part", name=name, share=pen.percent(share))
    facts = {"share": pen.percent(share), "target": pen.percent(target)}
    return pen.say("summary.part-target", name=name, **facts)


def _holds(pen: FundPen) -> str:
    found = pen.material.frequent
    ones = [one for one in found.bottlenecks or found.blockers if one.projects]
    shown = [one for one in ones if not pen.is_small(one.projects)][:_MOST]
    facts = ((pen.named(one.name), one.projects) for one in shown)
    named = [pen.say("summary.group", name=name, count=count) for name, count in facts]
    return pen.say("summary.of", names="; ".join(named), count=found.asked) if named else ""


def _cohorts(pen: FundPen) -> str:
    strong = [one for one in pen.material.cohorts.cohorts if one.beyond_chance]
    named = [
        pen.say("summary.group", name=pen.value(one.axis, one.value), count=len(one.members))
        for one in strong
    ]
    return numbers.join(named, pen.language) if named else pen.say("summary.no-cohort")


def _overlaps(pen: FundPen) -> str:
    pairs = pen.material.overlaps.pairs
    if not pairs:
        return pen.say("overlap.none")
    same = sum(one.verb is Verb.MERGE for one in pairs)
    said = pen.say("summary.pairs", count=len(pairs))
    return f"{said}, {pen.say('summary.same', count=same)}" if same else said
