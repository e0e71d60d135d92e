"""The records consulted, and how firm the result is: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph
from scalecheck.report.kinds.evidence import tell_uncertain
from scalecheck.report.kinds.pen import Pen, bullets, cell, joined
from scalecheck.report.view.evidence import EvidenceRow


def tell_evidence(pen: Pen) -> Iterator[Block]:
    """Write the records, then what would change the level."""
    if pen.view.evidence:
        rows = tuple(_row(row) for row in pen.view.evidence)
        columns = pen.columns("title", "date", "grade", "state", "supports")
        yield Grid(columns, rows, pen.old("caption.evidence"))
    else:
        yield Paragraph(Cell(pen.say("evidence.none")))
    yield Heading(pen.old("title.sensitivity"), 3)
    found = pen.view.sensitivity
    if found and found.margin:
        yield Paragraph(Cell(found.margin))
    yield from tell_uncertain(pen)
    if found and found.pivots:
        yield Paragraph(Cell(pen.old("page.label", label=pen.old("sensitivity.pivots"))))
        yield from bullets([cell(one) for one in found.pivots])
    for line in found.stress if found else ():
        yield Paragraph(Cell(line))


def _row(row: EvidenceRow) -> tuple[Cell, ...]:
    told = [row.title, row.kind, row.issuer, None if row.url else row.where]
    named = joined([one for one in told if one], " · ")
    title = named._replace(link=row.url or "")
    supports = joined(row.supports) if row.supports else Cell("–")
    return title, Cell(row.date), cell(row.grade), Cell(row.words), supports
