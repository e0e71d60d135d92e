"""The profile by dimension, and the gates level by level: as parts of a page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Dots, Grid, Heading, Paragraph, Tone
from scalecheck.report.kinds.parts_matrix import tell_matrix
from scalecheck.report.kinds.pen import Pen, cell, composed, joined, rung_words
from scalecheck.report.view.gates import GateState, LevelRow
from scalecheck.report.view.profile import DimensionRow, Profile

_SIGNS = 12  # levels of a scale that are named one by one
_GATES = {GateState.MET: Tone.GOOD, GateState.POSSIBLE: Tone.ACCENT}


def tell_profile_table(pen: Pen) -> Iterator[Block]:
    """Write the table of each scale."""
    for profile in pen.view.profiles:
        yield from _table(pen, profile)


def tell_profile(pen: Pen) -> Iterator[Block]:
    """Write what the rows say in words, dimension by dimension."""
    for profile in pen.view.profiles:
        if profile.bottlenecks:
            low = pen.old("profile.lowest" if pen.view.calm else "profile.bottlenecks")
            label = pen.old("page.label", label=low)
            names = joined(profile.bottlenecks)
            degree = pen.old("profile.degree", figure=profile.bottleneck_figure)
            yield Paragraph(composed(f"{label} ", names, f" ({degree})", tone=pen.alarm))
        yield from _detail(pen, profile)
        if profile.spread:
            yield Paragraph(Cell(profile.spread, Tone.QUIET))
    signs = [("●", "dot"), ("━", "bar"), ("○", "ring"), ("□", "square")]
    signs.insert(1, ("◆", "diamond-calm" if pen.view.calm else "diamond"))
    if pen.view.answer.next:
        signs.append(("│", "tick"))
    if any(row.mark.row.target is not None for one in pen.view.profiles for row in one.rows):
        signs.append(("△", "triangle"))
    legend = " · ".join(f"{sign} {pen.old(f'profile.{key}')}" for sign, key in signs)
    yield Paragraph(Cell(legend, Tone.QUIET))


def _table(pen: Pen, profile: Profile) -> Iterator[Block]:
    rows = [(*_row(pen, row), cell(row.evidence, Tone.QUIET)) for row in profile.rows]
    columns = pen.columns("dimension", "profile", "figure", "evidence")
    yield Grid(columns, tuple(rows), pen.old("caption.profile"))
    signs = [f"{value} {label}".strip() for value, label in profile.axis]
    if len(signs) > _SIGNS:
        signs = [signs[0], "…", signs[-1]]
    if signs:
        yield Paragraph(Cell(" · ".join(signs), Tone.QUIET))


def _row(pen: Pen, row: DimensionRow) -> tuple[Cell | Dots, ...]:
    flag = pen.old("profile.lowest-flag" if pen.view.calm else "profile.bottleneck")
    title = cell(row.title, pen.alarm if row.bottleneck else Tone.PLAIN)
    if row.bottleneck:
        title = composed(row.title, f" ◆ {flag}", tone=title.tone)
    dots = Dots(row.mark.row, pen.alarm if row.bottleneck else Tone.ACCENT)
    return title, dots, Cell(f"{row.mark.figure} {row.mark.words}".strip())


def _detail(pen: Pen, profile: Profile) -> Iterator[Block]:
    names = ["dimension", "figure", "open"]
    if pen.view.answer.next:
        names += ["required", "ready"]
    rows = []
    for row in profile.rows:
        figure = f"{row.mark.figure} {row.mark.words}".strip()
        if row.mark.claimed:
            figure += f" ({pen.old('criteria.claimed', figure=row.mark.claimed)})"
        cells = [cell(row.title), Cell(figure), Cell(row.open or "–")]
        if pen.view.answer.next:
            cells += [Cell(row.required or "–"), Cell(row.ready or "–")]
        if any(one.previous for one in profile.rows):
            cells.append(Cell(row.previous or "–"))
        rows.append(tuple(cells))
    columns = list(pen.columns(*names))
    if any(one.previous for one in profile.rows):
        columns.append(pen.say("profile.previous"))
    yield Grid(tuple(columns), tuple(rows), pen.say("caption.dimensions"))


def tell_gates(pen: Pen) -> Iterator[Block]:
    """Write the gates, and what each level asks of each dimension."""
    gates = pen.view.gates
    if gates is None:
        return
    yield Heading(pen.say("part.gates"), 3)
    yield Paragraph(Cell(pen.old("gates.note")))
    if gates.note:
        yield Paragraph(Cell(gates.note))
    for line in gates.out_of_order:
        yield Paragraph(Cell(line))
    rows = tuple(_gate(pen, row) for row in gates.levels)
    columns = pen.columns("level", "stage", "result", "missing")
    yield Grid(columns, rows, pen.old("caption.gates"))
    yield from tell_matrix(pen, gates)


def _gate(pen: Pen, row: LevelRow) -> tuple[Cell, ...]:
    tone = pen.alarm if row.state is GateState.UNMET else _GATES.get(row.state, Tone.QUIET)
    words = f"{row.symbol} {row.words}" + (f" ({row.claimed})" if row.claimed else "")
    missing = joined(row.missing) if row.missing else Cell(row.remaining or "–")
    stage = cell(row.rung.stage or "–")
    lang = row.rung.name.lang if row.rung.name else ""
    return Cell(rung_words(row.rung), lang=lang), stage, Cell(words, tone), missing
