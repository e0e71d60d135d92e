"""R2, one sheet for a committee: cut by rule, whole sentences, and what is left out is said."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.report.blocks import Block, Cell, Fields, Heading, Ladder, Paragraph, Tone
from scalecheck.report.kinds.actions import tell_actions
from scalecheck.report.kinds.left_out import left_out
from scalecheck.report.kinds.opening import open_page
from scalecheck.report.kinds.pen import Pen, brief, bullets, cell
from scalecheck.report.kinds.setting_needs import setting_needs
from scalecheck.report.view.phrase import Phrase

_STAIRS, _BLOCKERS, _NEEDS, _YEARS = 8, 3, 2, 4
_ROOM = 150


def tell_page(pen: Pen) -> Iterator[Block]:
    """Write the sheet."""
    yield from open_page(pen, "page")
    yield from _ladder(pen)
    yield from _holding(pen)
    yield from _actions(pen)
    yield from _needs(pen)
    yield from _ask(pen)
    yield from _confidence(pen)


def _ladder(pen: Pen) -> Iterator[Block]:
    stairs = pen.view.levels.stairs
    if stairs and len(stairs) <= _STAIRS:
        yield Heading(pen.say("page.stage"))
        yield Ladder(stairs, pen.say("caption.ladder"))


def _holding(pen: Pen) -> Iterator[Block]:
    answer, gaps = pen.view.answer, pen.view.gaps
    names = [*answer.blockers, *answer.alternatives]
    yield Heading(answer.holding)
    if not names:
        yield Paragraph(Cell(pen.say("page.nothing-holds")))
        return
    reasons = {row.named: row.reason for row in reversed(gaps)}
    told = []
    for name in names[:_BLOCKERS]:
        reason = reasons.get(name)
        told.append(f"{cell(name).text} ({reason})" if reason else cell(name).text)
    more = [one.text for one in left_out(pen, len(names) - _BLOCKERS)]
    yield Paragraph(Cell(" · ".join((*told, *more)), Tone.STRONG))


def _actions(pen: Pen) -> Iterator[Block]:
    steps = pen.view.next_steps
    if steps is None:
        return
    yield Heading(steps.title)
    if steps.silence:
        yield Paragraph(Cell(steps.silence))
    yield from tell_actions(pen, steps.first, _ROOM)
    more = left_out(pen, len(steps.others))
    if more:
        yield Paragraph(more[0])


def _needs(pen: Pen) -> Iterator[Block]:
    needs = setting_needs(pen.teller)
    yield Heading(pen.say("page.setting"))
    if needs is None:
        yield Paragraph(Cell(pen.say("page.no-settings")))
        return
    told = [text for deed in needs if (text := brief(deed.do, _ROOM))]
    if not told:
        yield Paragraph(Cell(pen.say("page.settings-met")))
        return
    cells = [cell(text) for text in told[:_NEEDS]]
    yield from bullets([*cells, *left_out(pen, len(needs) - len(cells))])


def _ask(pen: Pen) -> Iterator[Block]:
    asked = [one for one in pen.teller.project.funding if one.status == "asked"]
    yield Heading(pen.say("page.ask"))
    if not asked:
        yield Paragraph(Cell(pen.say("page.no-ask")))
        return
    rows: list[tuple[str, Cell]] = []
    for currency in dict.fromkeys(one.currency for one in asked):
        own = [one for one in asked if one.currency == currency]
        sums: dict[int, Fraction] = {}
        for one in sorted(own, key=lambda one: one.year):
            sums[one.year] = sums.get(one.year, Fraction(0)) + one.amount
        total = pen.speaker.money(sum(sums.values(), Fraction(0)), currency)
        rows.append((pen.old("money.total"), Cell(total, Tone.STRONG)))
        shown = list(sums.items())[:_YEARS]
        told = [
            pen.say("page.year", year=str(y), amount=pen.speaker.money(a, currency))
            for y, a in shown
        ]
        more = [one.text for one in left_out(pen, len(sums) - _YEARS)]
        rows.append((pen.say("page.years"), Cell(" · ".join((*told, *more)))))
    yield Fields(tuple(rows))


def _confidence(pen: Pen) -> Iterator[Block]:
    yield Heading(pen.say("page.confidence"))
    told = [stage_could_change(pen)]
    if pen.view.sensitivity and pen.view.sensitivity.margin:
        told.append(pen.view.sensitivity.margin)
    yield Paragraph(Cell("; ".join(pen.view.coverage)))
    yield Paragraph(Cell(" ".join((*told, *pen.view.answer.asides[:2]))))


def stage_could_change(pen: Pen) -> str:
    """Say whether the open answers could change the stage."""
    headline = pen.teller.found.headline
    if headline.low is None or headline.high is None:
        return pen.say("confidence.no-level")
    low, high = (pen.teller.rung(end) for end in (headline.low, headline.high))
    if headline.low == headline.high:
        return pen.say("confidence.firm")
    if low.stage == high.stage or high.stage is None:
        return pen.say("confidence.level", level=high.value)
    stage: Phrase = high.stage
    return pen.say("confidence.stage", stage=stage)
