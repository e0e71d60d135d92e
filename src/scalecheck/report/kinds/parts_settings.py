"""Settings and other groups one by one, who accompanies them, partners: as a part of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Paragraph, Strip
from scalecheck.report.kinds.pen import Pen, bullets, cell, composed, joined
from scalecheck.report.view.accompaniment import Accompaniment
from scalecheck.report.view.settings import GroupView, InstanceRow


def tell_groups(pen: Pen) -> Iterator[Block]:
    """Write the groups and the accompaniment, or say that none is written down."""
    if pen.view.plane:
        yield pen.view.plane
    for group in pen.view.groups:
        yield Heading(group.title.text, 3, lang=group.title.lang)
        yield from _group(pen, group)
    if pen.view.accompaniment:
        yield from _accompaniment(pen, pen.view.accompaniment)
    if not pen.view.groups and not pen.view.accompaniment:
        yield Paragraph(Cell(pen.say("settings.none")))


def _group(pen: Pen, group: GroupView) -> Iterator[Block]:
    if group.silence:
        yield Paragraph(Cell(group.silence))
        return
    if group.columns and len(group.columns) <= 6:
        rows: list[tuple[Cell | Strip, ...]] = []
        for row in group.rows:
            strips = (
                Strip(mark.row, Cell(f"{mark.figure} {mark.words}".strip())) for mark in row.marks
            )
            rows.append((_name(row), *strips))
        columns = (pen.old("column.setting"), *(str(title) for title in group.columns))
        yield Grid(columns, tuple(rows), str(group.title))
    for row in group.rows:
        yield from _about(group, row, pen)


def _name(row: InstanceRow) -> Cell:
    if not row.stands_for:
        return cell(row.title)
    return composed(row.title, f" ({row.stands_for})")


def _about(group: GroupView, row: InstanceRow, pen: Pen) -> Iterator[Block]:
    pairs = [(pair.label, joined(pair.values)) for pair in row.about if pair.values]
    if row.note:
        pairs.append((pen.old("criteria.note"), cell(row.note)))
    if len(group.columns) > 6:
        for title, mark in zip(group.columns, row.marks, strict=True):
            pairs.append((str(title), Cell(f"{mark.figure} {mark.words}".strip())))
    if pairs:
        yield Paragraph(_name(row))
        yield Fields(tuple(pairs))


def _accompaniment(pen: Pen, found: Accompaniment) -> Iterator[Block]:
    if found.supporters:
        title = pen.old("caption.supporters")
        yield Heading(title, 3)
        rows = []
        for one in found.supporters:
            words = [joined(many) if many else Cell("–") for many in (one.functions, one.rooted)]
            named = composed(f"{one.letter}. ", one.title)
            rows.append((named, cell(one.kind or "–"), *words, cell(one.note or "–")))
        columns = (*pen.columns("title", "kind", "function", "rooted"), pen.old("criteria.note"))
        yield Grid(columns, tuple(rows), title)
    if found.rows and found.stages:
        title = pen.old("caption.functions")
        yield Heading(title, 3)
        columns = (pen.old("column.function"), *(f"{t} ({words})" for t, words in found.stages))
        lines = tuple(
            (cell(row.title), *(Cell(one.words or one.figure) for one in row.cells))
            for row in found.rows
        )
        yield Grid(columns, lines, title)
    if found.partners:
        yield Heading(pen.old("caption.partners"), 3)
        cells = []
        for partner in found.partners:
            told = [w for w in (partner.title, partner.role, partner.note) if w]
            cells.append(joined(told, " · "))
        yield from bullets(cells)
