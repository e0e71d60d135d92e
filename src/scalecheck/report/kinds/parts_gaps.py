"""What the next level asks and what to do, then the ambition and the plan: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Deed, Deeds, Grid, Heading, Paragraph, Tone
from scalecheck.report.kinds.actions import advice_fields
from scalecheck.report.kinds.parts_means import tell_ambition
from scalecheck.report.kinds.pen import Pen, cell, language_of


def tell_gaps(pen: Pen) -> Iterator[Block]:
    """Write the requirements that are not held, the action for each, the ambition, the plan."""
    if pen.view.gaps:
        yield from _table(pen)
        yield from _plan(pen)
    else:
        yield Paragraph(Cell(pen.say("gaps.none")))
    yield Heading(pen.old("title.ambition"), 3)
    yield from tell_ambition(pen)


def _table(pen: Pen) -> Iterator[Block]:
    rows = []
    for row in pen.view.gaps:
        reason = row.reason
        if row.alternative:
            reason = f"{reason} ({pen.old('gaps.alternative')})"
        wanted = Cell(f"{row.wanted} {row.wanted_words}".strip(), Tone.STRONG)
        rows.append((cell(row.named), Cell(row.now or "–"), wanted, Cell(reason)))
    columns = pen.columns("criterion", "now", "wanted", "reason")
    yield Grid(columns, tuple(rows), pen.old("caption.gaps"))


def _plan(pen: Pen) -> Iterator[Block]:
    deeds = []
    for row in pen.view.gaps:
        text = f"{row.named} {row.now} → {row.wanted}"
        title = Cell(text, Tone.STRONG, language_of(row.named))
        if row.deed:
            deeds.append(Deed(title, (cell(row.deed.do),), tuple(advice_fields(pen, row.deed))))
        elif row.anchor:
            deeds.append(Deed(title, (), ((pen.old("actions.anchor"), cell(row.anchor)),)))
    if deeds:
        yield Heading(pen.say("part.plan"), 3)
        yield Deeds(tuple(deeds))
