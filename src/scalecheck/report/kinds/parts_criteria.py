"""The criteria one by one, and the measures beside them: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Paragraph, Strip, Tone
from scalecheck.report.kinds.pen import Pen, cell, composed, joined
from scalecheck.report.view.criteria import CriterionView, DimensionView


def tell_criteria(pen: Pen) -> Iterator[Block]:
    """Write every criterion, dimension by dimension, then the measures."""
    yield Paragraph(Cell(pen.old("criteria.legend"), Tone.QUIET))
    for dimension in pen.view.criteria:
        title = dimension.title
        yield Heading(title.text, 3, f"d-{dimension.id}", title.lang)
        if dimension.description:
            yield Paragraph(cell(dimension.description, Tone.QUIET))
        yield _table(pen, dimension)
        for one in dimension.criteria:
            yield from _criterion(pen, one)
    yield from _measures(pen)


def _table(pen: Pen, dimension: DimensionView) -> Grid:
    rows = []
    for one in dimension.criteria:
        words = f"{one.mark.figure} {one.mark.words}".strip()
        if one.mark.claimed:
            words += f" ({pen.old('criteria.claimed', figure=one.mark.claimed)})"
        strip = Strip(one.mark.row, Cell(words))
        rows.append((cell(one.title), strip, Cell(one.required or "–")))
    columns = pen.columns("criterion", "figure", "required")
    return Grid(columns, tuple(rows), str(dimension.title))


def _criterion(pen: Pen, one: CriterionView) -> Iterator[Block]:
    yield Paragraph(cell(one.title, Tone.STRONG))
    if one.question:
        yield Paragraph(cell(one.question))
    rows = list(_fields(pen, one))
    if rows:
        yield Fields(tuple(rows))


def _fields(pen: Pen, one: CriterionView) -> Iterator[tuple[str, Cell]]:
    if one.aside:
        yield pen.say("criterion.why"), cell(one.aside)
    if one.cap:
        yield pen.say("criterion.counted"), Cell(one.cap)
    for key, anchor in (("reached", one.reached), ("next", one.next)):
        if anchor:
            yield f"{pen.old(f'criteria.{key}')} ({anchor.figure})", cell(anchor.text)
    if one.note:
        yield pen.old("criteria.note"), cell(one.note)
    if one.references:
        told = [f"{ref.title} ({ref.state})" for ref in one.references]
        yield pen.old("criteria.evidence"), joined(told, "; ")
    yield from _inside(one)


def _inside(one: CriterionView) -> Iterator[tuple[str, Cell]]:
    for inside in one.instances if one.mark.status == "by-instance" else ():
        words = f"{inside.mark.figure} {inside.mark.words}".strip()
        yield str(inside.title), Cell(words)


def _measures(pen: Pen) -> Iterator[Block]:
    if not pen.view.measures:
        return
    yield Heading(pen.old("title.measures"), 3, "measures")
    rows = []
    for one in pen.view.measures:
        title = composed(one.title, " (", one.at, ")") if one.at else cell(one.title)
        value = f"{one.figure} {one.words}".strip()
        if one.claimed:
            value += f" ({pen.old('criteria.claimed', figure=one.claimed)})"
        reading = [str(one.description or "")]
        if one.ties:
            label = pen.old("page.label", label=pen.old("measure.ties"))
            reading.append(f"{label} {joined(one.ties).text}.")
        reading += one.remarks
        words = " ".join(filter(None, reading)) or "–"
        rows.append((title, Cell(value), Cell(one.form_words), Cell(words)))
    columns = pen.columns("measure", "value", "form", "reading")
    yield Grid(columns, tuple(rows), pen.old("caption.measures"))
