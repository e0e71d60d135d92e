"""Ambition and planned phases; money and indicators: as parts of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Grid, Paragraph, Tone
from scalecheck.report.kinds.pen import Pen, cell, rung_words
from scalecheck.report.view.means import Money


def tell_ambition(pen: Pen) -> Iterator[Block]:
    """Write what is aimed at and what is planned, or say that nothing is written down."""
    found = pen.view.ambition
    if found is None:
        yield Paragraph(Cell(pen.say("ambition.none")))
        return
    if found.by:
        yield Fields(((pen.old("ambition.by"), Cell(found.by)),))
    if found.targets:
        rows = []
        for row in found.targets:
            wanted = Cell(f"{row.wanted} {row.wanted_name or ''}".strip())
            rows.append((cell(row.title), wanted, Cell(row.now), Cell(row.words)))
        columns = pen.columns("target", "aimed", "now", "state")
        yield Grid(columns, tuple(rows), pen.old("caption.targets"))
    if found.plans:
        plans = []
        for plan in found.plans:
            single = plan.rung is not None and plan.level == plan.rung.value
            level = rung_words(plan.rung) if plan.rung and single else plan.level
            plans.append((cell(plan.title), Cell(plan.by), Cell(level)))
        columns = pen.columns("plan", "by", "level")
        yield Grid(columns, tuple(plans), pen.old("caption.plans"))
        yield Paragraph(Cell(pen.old("ambition.planned-note"), Tone.QUIET))


def tell_means(pen: Pen) -> Iterator[Block]:
    """Write amounts and indicators, or say that none is written down."""
    for money in pen.view.money:
        yield from _money(pen, money)
    yield from _indicators(pen)
    if not pen.view.money and not pen.view.indicators:
        yield Paragraph(Cell(pen.say("means.none")))


def _money(pen: Pen, money: Money) -> Iterator[Block]:
    lines = [
        (Cell(one.year), cell(one.purpose), cell(one.recipient), cell(one.status), Cell(one.amount))
        for one in money.lines
    ]
    columns = pen.columns("year", "purpose", "recipient", "state", "amount")
    yield Grid(columns, tuple(lines), f"{pen.old('caption.money')} ({money.currency})")
    if not all(one.counted for one in money.lines):
        yield Paragraph(Cell(pen.old("money.refused"), Tone.QUIET))
    sums = {
        "by-year": money.by_year,
        "by-purpose": money.by_purpose,
        "by-recipient": money.by_recipient,
        "by-status": money.by_status,
    }
    for key, totals in sums.items():
        rows = tuple((cell(one.label), Cell(one.amount)) for one in totals)
        if rows:
            title = pen.old(f"money.{key}")
            yield Grid((title, pen.old("column.sum")), rows, title)
    yield Fields(((pen.old("money.total"), Cell(money.total, Tone.STRONG)),))


def _indicators(pen: Pen) -> Iterator[Block]:
    rows = [
        (cell(one.title), Cell(one.baseline), Cell(one.current), Cell(one.target), Cell(one.by))
        for one in pen.view.indicators
    ]
    if rows:
        columns = pen.columns("indicator", "baseline", "current", "target", "by")
        yield Grid(columns, tuple(rows), pen.old("caption.indicators"))
    smallest = pen.teller.smallest
    fewer = pen.say("privacy.fewer", smallest=smallest)
    masked = any(fewer in row for row in pen.view.indicators)
    if masked:
        yield Paragraph(Cell(pen.say("privacy.note", smallest=smallest), Tone.QUIET))
