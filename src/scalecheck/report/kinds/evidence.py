"""R8, what is still to be documented, for whoever gathers the records."""

from collections.abc import Iterator

from scalecheck.model.criterion import level_needs
from scalecheck.model.facts import Fact, RecordState
from scalecheck.model.project import EvidenceStatus
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.kinds.opening import open_page
from scalecheck.report.kinds.pen import Pen, bullets, cell
from scalecheck.report.rubric_words import RubricWords

_SOON = 12  # months: what must be renewed before the next yearly assessment


def tell_evidence_page(pen: Pen) -> Iterator[Block]:
    """Write the page."""
    yield from open_page(pen, "evidence")
    facts = list(pen.teller.found.facts.values())
    claimed = [fact for fact in facts if fact.claimed and fact.claimed.high > 0]
    bare = [fact for fact in claimed if not fact.records]
    above = [fact for fact in claimed if fact.counted != fact.claimed]
    yield Heading(pen.say("evidence.bare"))
    none = "no-bare" if claimed else "no-claim"
    yield Paragraph(Cell(pen.say(f"evidence.{'bare-note' if bare else none}")))
    yield from bullets([_name(pen, fact) for fact in bare])
    yield Heading(pen.say("evidence.above"))
    yield from _above(pen, above)
    yield Heading(pen.say("evidence.old"))
    yield from _ageing(pen)
    yield Heading(pen.say("evidence.uncertain"))
    yield from tell_uncertain(pen)
    yield Heading(pen.say("evidence.planned"))
    yield from _planned(pen)


def _name(pen: Pen, fact: Fact) -> Cell:
    return cell(pen.teller.name(*fact.key))


def _above(pen: Pen, facts: list[Fact]) -> Iterator[Block]:
    if not facts:
        yield Paragraph(Cell(pen.say("evidence.no-above")))
        return
    words = RubricWords(pen.teller.rubric, pen.language)
    rows = []
    for fact in facts:
        name = fact.key.criterion
        criterion = pen.teller.nodes.criteria[name]
        scale = pen.teller.nodes.scales[criterion.scale]
        told, held = fact.claimed, fact.counted
        if told is None or held is None:
            continue
        need = words.need(level_needs(criterion, scale)[told.high])
        examples = pen.speaker.maybe(criterion.evidence.examples)
        figures = (Cell(pen.teller.value(name, *ends)) for ends in (told, held))
        rows.append((_name(pen, fact), *figures, Cell(need or "–"), cell(examples or "–")))
    columns = (
        pen.old("column.criterion"),
        *(pen.say(f"evidence.column.{key}") for key in ("claimed", "counted", "need", "examples")),
    )
    yield Grid(columns, tuple(rows), pen.say("evidence.above"))


def _ageing(pen: Pen) -> Iterator[Block]:
    """List the records that count today and will soon hold as a declaration, and those that do."""
    limit = pen.teller.rubric.evidence.max_age
    lists = pen.teller.found.vocabularies
    ageless = lists.ageless if lists else frozenset()
    records = {r.id: r for fact in pen.teller.found.facts.values() for r in fact.records}
    rows = []
    for name, one in pen.teller.project.evidence.items():
        record = records.get(name)
        if record is None or limit is None or one.date is None or one.kind in ageless:
            continue
        left = limit + 1 - (record.age or 0)
        is_old = record.state is RecordState.STALE
        if is_old or (record.state is RecordState.COUNTED and left <= _SOON):
            month = pen.speaker.date(_months_after(one.date, limit + 1))
            words = pen.say("evidence.stale" if is_old else "evidence.until", month=month)
            title = cell(pen.speaker.text(one.title))
            rows.append((title, Cell(pen.speaker.date(one.date)), Cell(words)))
    if rows:
        columns = pen.columns("title", "date", "state")
        yield Grid(columns, tuple(rows), pen.say("evidence.old"))
    else:
        yield Paragraph(Cell(pen.say("evidence.no-old")))


def _months_after(iso: str, months: int) -> str:
    """The month that comes so many months after a date."""
    year, month = (*map(int, iso.split("-")), 12)[:2]
    years, rest = divmod(year * 12 + month - 1 + months, 12)
    return f"{years:04d}-{rest + 1:02d}"


def tell_uncertain(pen: Pen) -> Iterator[Block]:
    """Name the open answers that would change the level."""
    found = pen.view.sensitivity
    if found is None:
        yield Paragraph(Cell(pen.say("confidence.no-level")))
        return
    if not found.decisive:
        yield Paragraph(Cell(pen.old("sensitivity.no-decisive")))
        return
    rows = []
    for one in found.decisive:
        rows.append((cell(one.named), Cell("; ".join(one.words) or "–")))
    columns = (pen.old("column.criterion"), pen.say("evidence.column.effect"))
    yield Grid(columns, tuple(rows), pen.old("sensitivity.decisive"))


def _planned(pen: Pen) -> Iterator[Block]:
    records = pen.teller.project.evidence.values()
    planned = [one for one in records if one.status is EvidenceStatus.PLANNED]
    if not planned:
        yield Paragraph(Cell(pen.say("evidence.no-planned")))
        return
    rows = []
    for one in planned:
        date = pen.speaker.date(one.date) if one.date else pen.old("evidence.undated")
        rows.append((cell(pen.speaker.text(one.title)), Cell(date)))
    yield Grid(pen.columns("title", "by"), tuple(rows), pen.say("evidence.planned"))
    yield Paragraph(Cell(pen.say("evidence.planned-note"), Tone.QUIET))
