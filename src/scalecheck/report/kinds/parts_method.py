"""How the result was made and what it is not, the sources, the fingerprint: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Heading, Paragraph, Tone
from scalecheck.report.kinds.pen import Pen, bullets, cell, composed, joined
from scalecheck.report.view.method import OutView


def tell_method(pen: Pen) -> Iterator[Block]:
    """Write the method."""
    method, header = pen.view.method, pen.view.header
    reading = tuple((pair.label, joined(pair.values)) for pair in header.reading if pair.values)
    if reading:
        yield Fields(reading)
    if header.note:
        yield Fields(((pen.old("header.note"), cell(header.note)),))
    for words in method.paragraphs:
        yield Paragraph(Cell(words))
    yield from _reach(pen)
    yield Heading(pen.old("method.conventions"), 3)
    yield from bullets([Cell(line) for line in method.conventions])
    if method.grades:
        yield Heading(pen.old("method.grades"), 3)
        yield Fields(tuple((pair.label, joined(pair.values)) for pair in method.grades))
    if method.remarks:
        yield Heading(pen.old("method.remarks"), 3)
        yield from bullets([Cell(line) for line in method.remarks])
    if method.aside:
        yield Heading(pen.old("method.aside"), 3)
        yield from bullets([_aside(one) for one in method.aside])
    yield from _rubric(pen)


def _reach(pen: Pen) -> Iterator[Block]:
    level = pen.teller.project.confidentiality.value
    label = pen.say(f"confidentiality.{level}.title")
    yield Fields(((label, Cell(pen.say(f"confidentiality.{level}.meaning"))),))


def _aside(one: OutView) -> Cell:
    return joined([one.named, one.words, *((one.reason,) if one.reason else ())], " · ")


def _rubric(pen: Pen) -> Iterator[Block]:
    method = pen.view.method
    if method.notes:
        yield Heading(pen.old("method.notes"), 3)
        yield Paragraph(cell(method.notes))
    if method.sources:
        yield Heading(pen.old("method.sources"), 3)
        cells = []
        for one in method.sources:
            notes = (" ", one.notes) if one.notes else ()
            cells.append(composed(one.title, f" ({one.use})", *notes, link=one.url or ""))
        yield from bullets(cells)
    yield Heading(pen.old("method.fingerprint"), 3)
    rows = [(pair.label, joined(pair.values, tone=Tone.QUIET)) for pair in method.fingerprint]
    yield Fields(tuple(rows))
