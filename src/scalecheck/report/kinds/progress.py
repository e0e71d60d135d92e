"""R4, what changed between assessments, in names and words, never in sums of ranks."""

from collections.abc import Iterator

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Key, RecordState, Status
from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Items, Paragraph, Tone
from scalecheck.report.kinds.opening import open_page
from scalecheck.report.kinds.parts_means import tell_ambition
from scalecheck.report.kinds.pen import Pen, bullets, cell, composed, rung_words
from scalecheck.report.view.progress import ProgressRow


def tell_progress_page(pen: Pen) -> Iterator[Block]:
    """Write the page."""
    yield from open_page(pen, "progress")
    yield Heading(pen.say("progress.changed"))
    yield from tell_dates(pen)
    yield from _moves(pen, level=2)
    yield Heading(pen.say("progress.planned"))
    yield from tell_ambition(pen)
    yield Heading(pen.say("progress.different"))
    yield from _others(pen)


def tell_progress(pen: Pen) -> Iterator[Block]:
    """Write what changed, as a part of a longer report."""
    yield from tell_dates(pen)
    yield from _moves(pen, level=3)


def tell_dates(pen: Pen) -> Iterator[Block]:
    """Write the level and the stage at each date, and what moved last in a sentence."""
    rows = pen.view.progress
    if len(rows) < 2:
        yield Paragraph(Cell(pen.old("progress.none")))
        yield Paragraph(Cell(pen.say("progress.first-use"), Tone.QUIET))
        return
    yield Paragraph(Cell(_sentence(pen), Tone.STRONG))
    cells = []
    for row in reversed(rows):
        stage = cell(row.rung.stage) if row.rung and row.rung.stage else Cell("–")
        single = row.rung is not None and row.level == row.rung.value
        level = rung_words(row.rung) if row.rung and single else row.level
        cells.append((Cell(row.date), Cell(level), stage, Cell(row.kind)))
    columns = (*pen.columns("date", "level", "stage"), pen.old("header.kind"))
    yield Grid(columns, tuple(cells), pen.say("caption.dates"))


def _sentence(pen: Pen) -> str:
    row = pen.view.progress[-1]
    counts = {"up": row.up, "down": row.down, "known": row.known}
    said = [pen.say(f"progress.count.{key}", count=len(one)) for key, one in counts.items() if one]
    if (aside := _not_applicable(pen)) != []:
        said.append(pen.say("progress.count.aside", count=len(aside)))
    return "; ".join(said) if said else pen.old("progress.same")


def _not_applicable(pen: Pen) -> list[Key]:
    """What does not apply, and was not said so the time before."""
    if not pen.history:
        return []
    before, now = pen.history[-1].facts, pen.teller.found.facts
    return [
        key
        for key, fact in now.items()
        if fact.status is Status.NOT_APPLICABLE
        and (key not in before or before[key].status is not Status.NOT_APPLICABLE)
    ]


def _moves(pen: Pen, level: int) -> Iterator[Block]:
    if len(pen.view.progress) < 2:
        return
    yield Heading(pen.say("progress.criteria"), level)
    row = pen.view.progress[-1]
    yield from _row(pen, row)
    records = _new_records(pen)
    yield Heading(pen.say("progress.evidence"), level)
    if records:
        yield from bullets(records)
    else:
        yield Paragraph(Cell(pen.say("progress.no-evidence")))


def _row(pen: Pen, row: ProgressRow) -> Iterator[Block]:
    items: list[tuple[str, Cell]] = []
    for fall in row.down:
        label = pen.old("page.label", label=pen.old("progress.down"))
        moved = f" {fall.before}\u00a0→\u00a0{fall.now}"
        items.append(("↓", composed(f"{label} ", fall.named, moved, tone=Tone.STRONG)))
        if fall.note:
            items.append(("", cell(fall.note, Tone.QUIET)))
    groups = {"up": ("↑", row.up), "known": ("+", row.known), "lost": ("?", row.lost)}
    for key, (sign, names) in groups.items():
        for name in names:
            label = pen.old("page.label", label=pen.old(f"progress.{key}"))
            items.append((sign, composed(f"{label} ", name)))
    for name in pen.teller.names(_not_applicable(pen)):
        label = pen.old("page.label", label=pen.old("status.not-applicable"))
        items.append(("–", composed(f"{label} ", name)))
    yield Items(tuple(items)) if items else Paragraph(Cell(pen.old("progress.same")))


def _counted(found: Assessment) -> list[str]:
    every = (record for fact in found.facts.values() for record in fact.records)
    return list(dict.fromkeys(r.id for r in every if r.state is RecordState.COUNTED))


def _new_records(pen: Pen) -> list[Cell]:
    before = set(_counted(pen.history[-1])) if pen.history else set()
    titles = {row.id: row.title for row in pen.view.evidence}
    names = [name for name in _counted(pen.teller.found) if name not in before]
    return [cell(titles[name]) for name in names if name in titles]


def _others(pen: Pen) -> Iterator[Block]:
    """Say which assessments are under another rubric, or another edition of this one."""
    used = {(one.snapshot.date, one.position) for one in (*pen.history, pen.teller.found)}
    now = pen.teller.found.snapshot.date
    rows = []
    for position, snapshot in enumerate(pen.teller.project.assessments):
        if (snapshot.date, position) in used or snapshot.date > now:
            continue
        if snapshot.kind.value != "panel":
            edition = f"{snapshot.rubric} {snapshot.rubric_version or ''}".strip()
            rows.append((pen.speaker.date(snapshot.date), Cell(edition)))
    if not rows:
        yield Paragraph(Cell(pen.say("progress.same-rubric")))
        return
    yield Paragraph(Cell(pen.say("progress.not-compared")))
    yield Fields(tuple(rows))
