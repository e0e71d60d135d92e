"""The parts of the short report that come after the first page."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Items, Paragraph, Tone
from scalecheck.report.view.build import View
from scalecheck.report.view.gates import GateState, LevelRow
from scalecheck.report.view.progress import ProgressRow
from scalecheck.report.view.settings import GroupView
from scalecheck.report.view.speaker import Speaker
from scalecheck.report.view.strategies import StrategyView

_GATES = {GateState.MET: Tone.GOOD, GateState.POSSIBLE: Tone.ACCENT, GateState.UNMET: Tone.WARN}


def tell_parts(view: View, speaker: Speaker) -> Iterator[Block]:
    """Tell gates, gaps, settings, strategies, ambition, progress, firmness, remarks, method."""
    yield from _gates(view, speaker)
    yield from _gaps(view, speaker)
    for group in view.groups:
        yield from _group(group, speaker)
    yield from _functions(view, speaker)
    yield from _strategies(view, speaker)
    yield from _ambition(view, speaker)
    yield from _progress(view, speaker)
    yield from _sensitivity(view, speaker)
    yield from _method(view, speaker)


def _labelled(speaker: Speaker, key: str, words: str) -> str:
    return f"{speaker.say('page.label', label=speaker.say(key))} {words}"


def _gates(view: View, speaker: Speaker) -> Iterator[Block]:
    if view.gates is None:
        return
    yield Heading(speaker.say("title.gates"))
    names = ("level", "result", "missing")
    columns = tuple(speaker.say(f"column.{name}") for name in names)
    yield Grid(columns, tuple(_gate(view, row, speaker) for row in view.gates.levels))
    for line in view.gates.out_of_order:
        yield Paragraph(Cell(line, Tone.STRONG))
    if view.gates.note:
        yield Paragraph(Cell(view.gates.note, Tone.QUIET))


def _gate(view: View, row: LevelRow, speaker: Speaker) -> tuple[Cell, ...]:
    tone = _GATES.get(row.state, Tone.QUIET)
    tone = Tone.ACCENT if view.calm and tone is Tone.WARN else tone
    words = f"{row.symbol} {row.words}" + (f" ({row.claimed})" if row.claimed else "")
    missing = row.remaining or (speaker.say("gates.listed") if row.missing else "")
    level = f"{row.rung.value} {row.rung.name or ''}"
    return Cell(level), Cell(words, tone), Cell(missing, Tone.QUIET)


def _gaps(view: View, speaker: Speaker) -> Iterator[Block]:
    if not view.gaps:
        return
    yield Heading(speaker.say("title.gaps"))
    columns = tuple(speaker.say(f"column.{n}") for n in ("criterion", "now", "wanted", "reason"))
    rows = []
    for row in view.gaps:
        more = f" ({speaker.say('gaps.alternative')})" if row.alternative else ""
        named, wanted = Cell(str(row.named)), Cell(row.wanted, Tone.STRONG)
        rows.append((named, Cell(row.now), wanted, Cell(row.reason + more, Tone.QUIET)))
    yield Grid(columns, tuple(rows))


def _group(group: GroupView, speaker: Speaker) -> Iterator[Block]:
    yield Heading(str(group.title))
    if group.silence:
        yield Paragraph(Cell(group.silence))
        return
    columns = (speaker.say("column.setting"), *(str(title) for title in group.columns))
    rows = []
    for row in group.rows:
        about = [str(v) for pair in row.about[:3] for v in pair.values]
        title = f"{row.title} ({row.stands_for})" if row.stands_for else str(row.title)
        words = " · ".join([title, *about])
        rows.append((Cell(words), *(Cell(f"{m.figure} {_brief(str(m.words))}") for m in row.marks)))
    yield Grid(columns, tuple(rows))


def _brief(words: str) -> str:
    return words.split(":")[0].strip()


def _functions(view: View, speaker: Speaker) -> Iterator[Block]:
    support = view.accompaniment
    if support is None or not support.rows:
        return
    yield Heading(speaker.say("caption.functions"))
    items = [
        (one.letter, Cell(" · ".join(map(str, (one.title, *one.functions)))))
        for one in support.supporters
    ]
    yield Items(tuple(items))
    for (title, words), cells in zip(
        support.stages, zip(*(row.cells for row in support.rows), strict=True), strict=True
    ):
        lacking = [
            str(row.title)
            for row, cell in zip(support.rows, cells, strict=True)
            if cell.state == "missing"
        ]
        if lacking:
            said = f"{title} ({words}), {speaker.say('support.missing')}"
            label = speaker.say("page.label", label=said)
            tone = Tone.ACCENT if view.calm else Tone.WARN
            yield Paragraph(Cell(f"{label} {', '.join(lacking)}", tone))


def _strategies(view: View, speaker: Speaker) -> Iterator[Block]:
    told = [s for s in view.strategies if s.chosen or s.state != "does-not-fit"]
    if not told:
        return
    yield Heading(speaker.say("title.strategies-local" if view.calm else "title.strategies"))
    yield Items(tuple((one.symbol, _strategy(one, speaker)) for one in told))


def _strategy(one: StrategyView, speaker: Speaker) -> Cell:
    words = f"{one.title}, {one.words}"
    if one.chosen:
        words += f" ({speaker.say('strategy.chosen')})"
    if one.missing:
        moves = (f"{m.named} {m.start} → {m.target}" for m in one.missing)
        words += ". " + _labelled(speaker, "strategy.waits", "; ".join(moves))
    return Cell(words, Tone.STRONG if one.chosen else Tone.PLAIN)


def _ambition(view: View, speaker: Speaker) -> Iterator[Block]:
    found = view.ambition
    if found is None:
        return
    yield Heading(speaker.say("title.ambition"))
    rows = [
        (str(row.title), Cell(f"{row.now} → {row.wanted} · {row.words}")) for row in found.targets
    ]
    if found.by:
        rows.append((speaker.say("ambition.by"), Cell(found.by)))
    planned = speaker.say("ambition.planned")
    for plan in found.plans:
        words = f"{speaker.say('level.figure', value=plan.level)} · {plan.by} · {planned}"
        rows.append((str(plan.title), Cell(words, Tone.QUIET)))
    yield Fields(tuple(rows))


def _progress(view: View, speaker: Speaker) -> Iterator[Block]:
    if len(view.progress) < 2:
        return
    yield Heading(speaker.say("title.progress"))
    for row in reversed(view.progress):
        yield Items(tuple(_moves(row, speaker)))


def _moves(row: ProgressRow, speaker: Speaker) -> Iterator[tuple[str, Cell]]:
    stage = f" · {row.rung.stage}" if row.rung and row.rung.stage else ""
    level = speaker.say("level.figure", value=row.level)
    first = f" · {speaker.say('progress.first')}" if row.first else ""
    yield "●", Cell(f"{row.date} · {level}{stage}{first}", Tone.STRONG)
    for fall in row.down:
        note = f" · {fall.note}" if fall.note else ""
        words = f"{fall.named} {fall.before} → {fall.now}{note}"
        yield "↓", Cell(_labelled(speaker, "progress.down", words))
    for sign, key, many in (
        ("↑", "up", row.up),
        ("+", "known", row.known),
        ("?", "lost", row.lost),
    ):
        if many:
            names = ", ".join(str(one) for one in many)
            yield sign, Cell(_labelled(speaker, f"progress.{key}", names), Tone.QUIET)


def _sensitivity(view: View, speaker: Speaker) -> Iterator[Block]:
    found = view.sensitivity
    if found is None:
        return
    yield Heading(speaker.say("title.sensitivity"))
    if found.margin:
        yield Paragraph(Cell(found.margin))
    if found.decisive:
        yield Paragraph(Cell(_labelled(speaker, "sensitivity.decisive", "").rstrip()))
        told = (f"{one.named} ({'; '.join(one.words)})" for one in found.decisive)
        yield Items(tuple(("•", Cell(words)) for words in told))
    for line in found.stress:
        yield Paragraph(Cell(line))


def _method(view: View, speaker: Speaker) -> Iterator[Block]:
    method = view.method
    if method.remarks:
        yield Heading(speaker.say("method.remarks"))
        yield Items(tuple(("•", Cell(line)) for line in method.remarks))
    yield Heading(speaker.say("title.method"))
    for paragraph in (method.paragraphs[0], *method.paragraphs[-3:]):
        yield Paragraph(Cell(paragraph, Tone.QUIET))
    rows = [
        (pair.label, Cell(", ".join(map(str, pair.values)), Tone.QUIET))
        for pair in method.fingerprint
    ]
    yield Fields(tuple(rows))
    yield Paragraph(Cell(speaker.say("page.more"), Tone.QUIET))
