"""What a committee sees in thirty seconds: levels, money, what holds back, cohorts, overlaps."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.balance import Axis, AxisKind
from scalecheck.model.overlap import Verb
from scalecheck.report.blocks import Block, Card, Cards, Cell, Fields, Heading
from scalecheck.report.fund.frequent import tell_levels
from scalecheck.report.fund.pen import FundPen, counting
from scalecheck.report.fund.sums import shown_in
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
    totals = pen.material.balance.totals
    said = [pen.say("card.money-note")] if totals.money else []
    if totals.unfunded:
        said.append(pen.say("card.unfunded", count=totals.unfunded))
    return "; ".join(said)


def _rows(pen: FundPen) -> Iterator[tuple[str, Cell]]:
    levels = tell_levels(pen)
    said = (
        ("levels" if levels.are_first else "levels-shown", levels.words),
        ("purpose", _parts(pen, AxisKind.PURPOSE)),
        ("recipient", _parts(pen, AxisKind.RECIPIENT)),
        ("statuses", "; ".join(_statuses(pen))),
        ("holds", _holds(pen)),
        ("cohorts", _cohorts(pen)),
        ("overlaps", _overlaps(pen)),
    )
    for key, words in said:
        if words:
            yield pen.say(f"summary.{key}"), Cell(words)


def _parts(pen: FundPen, kind: AxisKind) -> str:
    """The part of each value in the money of the most used currency; none is passed over."""
    axis = next((one for one in pen.material.balance.axes if one.kind is kind), None)
    if axis is None or pen.currency not in pen.currencies:
        return ""
    said = list(_shares(pen, axis))
    if not any(said) or not shown_in(pen, (cell.money for cell in axis.cells)):
        return ""
    return _of_currency(pen, "; ".join(said))


def _of_currency(pen: FundPen, parts: str) -> str:
    """Say which currency parts are of, where there are others."""
    if not pen.several:
        return parts
    return pen.say("summary.currency", parts=parts, currency=pen.currency_name(pen.currency))


def _shares(pen: FundPen, axis: Axis) -> Iterator[str]:
    targets = axis.distances[0].targets if axis.distances else {}
    for cell in axis.cells:
        counted = (one for one in cell.money or () if one.status is None)
        one = next((one for one in counted if one.currency == pen.currency), None)
        name = pen.value(axis.kind, cell.value)
        if one is not None and one.share:
            yield _part(pen, name, one.share, targets.get(cell.value))
        elif cell.money is None or (one is not None and one.amount is None):
            yield pen.say("summary.part", name=name, share=pen.say("held-back"))
        elif cell.value in targets:
            yield _part(pen, name, Fraction(0), targets[cell.value])


def _statuses(pen: FundPen) -> Iterator[str]:
    """What was only asked for, what is confirmed, what was received, in the most used currency."""
    for one in counting(pen.material.balance.totals.money):
        if one.currency == pen.currency and one.status is not None and one.amount:
            amount = pen.amount(one.amount, one.currency)
            yield pen.say("summary.part", name=pen.status(one.status), share=amount)


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
    if pen.material.balance.totals.local is None:  # with the whole, the base would give it
        return "; ".join(named)
    return pen.say("summary.of", names="; ".join(named), count=found.asked) if named else ""


def _cohorts(pen: FundPen) -> str:
    strong = [one for one in pen.material.cohorts.cohorts if one.beyond_chance]
    named = [
        pen.say("summary.group", name=pen.value(one.axis, one.value), count=len(one.members))
        for one in strong
    ]
    if not pen.material.cohorts.looks:
        return pen.say("cohort.too-few")
    return "; ".join(named) if named else pen.say("summary.no-cohort")


def _overlaps(pen: FundPen) -> str:
    pairs = pen.material.overlaps.pairs
    if not pairs:
        return pen.say("overlap.none")
    same = sum(one.verb is Verb.MERGE for one in pairs)
    said = pen.say("summary.pairs", count=len(pairs))
    return f"{said}, {pen.say('summary.same', count=same)}" if same else said
