"""The short report, for a screen of characters: the first page, then each part in brief."""

from collections.abc import Iterator

from scalecheck.report.blocks import (
    Block,
    Cell,
    Dots,
    Fields,
    Grid,
    Heading,
    Items,
    Paragraph,
    Title,
    Tone,
    Verdict,
)
from scalecheck.report.outline_parts import tell_parts
from scalecheck.report.view.build import View
from scalecheck.report.view.gaps import Action, Deed, Move
from scalecheck.report.view.levels import StepState
from scalecheck.report.view.phrase import Words
from scalecheck.report.view.profile import DimensionRow, Profile
from scalecheck.report.view.speaker import Speaker
from scalecheck.report.view.teller import Rung

_STAIRS = {
    StepState.DONE: ("■", Tone.PLAIN),
    StepState.HERE: ("▶", Tone.ACCENT),
    StepState.NEXT: ("□", Tone.STRONG),
    StepState.LATER: ("·", Tone.QUIET),
}


def outline(view: View) -> Iterator[Block]:
    """Tell a view in blocks, the answer first."""
    speaker = Speaker(view.language)
    yield from _head(view, speaker)
    yield from _answer(view, speaker)
    yield from _ladder(view)
    yield from _holding(view, speaker)
    yield from _actions(view, speaker)
    yield from _support(view, speaker)
    for profile in view.profiles:
        yield from _profile(view, profile, speaker)
    yield from tell_parts(view, speaker)


def rung_words(rung: Rung) -> str:
    """Write a level: value, name, stage."""
    name = f"{rung.value} {rung.name or ''}".strip()
    return f"{name} · {rung.stage}" if rung.stage else name


def move_words(move: Move) -> str:
    """Write a move: `Plan : 2 → 3`."""
    return f"{move.named} {move.start} → {move.target}"


def _head(view: View, speaker: Speaker) -> Iterator[Block]:
    head = view.header
    about = [str(head.organization or "")]
    about += [", ".join(str(v) for v in pair.values) for pair in head.scope]
    kicker = f"{speaker.say('page.kicker')} · {head.date}"
    yield Title(kicker, str(head.title), " · ".join(filter(None, about)))
    if head.notice:
        yield Paragraph(Cell(head.notice, Tone.STRONG))


def _answer(view: View, speaker: Speaker) -> Iterator[Block]:
    answer = view.answer
    lines = [Cell(str(answer.gate))] if answer.gate else []
    if answer.decided_by:
        label = speaker.say("page.label", label=speaker.say("answer.decided"))
        lines.append(Cell(f"{label} {answer.decided_by}", Tone.QUIET))
    yield Verdict(answer.question, str(answer.label), tuple(lines))
    rows = []
    if answer.level:
        rows.append((speaker.say("answer.level"), Cell(rung_words(answer.level), Tone.STRONG)))
    if answer.next:
        rows.append((speaker.say("answer.next"), Cell(rung_words(answer.next))))
    rows.append((speaker.say("coverage.title"), Cell("; ".join(view.coverage), Tone.QUIET)))
    yield Fields(tuple(rows))
    for aside in answer.asides:
        yield Paragraph(Cell(aside))


def _ladder(view: View) -> Iterator[Block]:
    rows = []
    for stair in view.levels.stairs:
        sign, tone = _STAIRS[stair.state]
        boxes = " ".join(box.value for box in stair.boxes)
        cells = (Cell(sign, tone), Cell(str(stair.title), tone), Cell(boxes, tone))
        rows.append((*cells, Cell(stair.words, Tone.QUIET)))
    if rows:
        yield Paragraph(Cell(""))
        yield Grid(("",) * len(rows[0]), tuple(rows))
    figures = {reading.figure for reading in view.levels.readings}
    if len(figures) > 1:
        yield Fields(
            tuple(
                (one.label, Cell(f"{one.figure} ({one.meaning})")) for one in view.levels.readings
            )
        )


def _holding(view: View, speaker: Speaker) -> Iterator[Block]:
    answer = view.answer
    if answer.blockers:
        yield Heading(answer.holding)
        yield Paragraph(Cell(" · ".join(str(one) for one in answer.blockers), Tone.STRONG))
    if answer.alternatives:
        yield Heading(speaker.say("answer.alternatives"))
        yield Paragraph(Cell(" · ".join(str(one) for one in answer.alternatives), Tone.STRONG))


def _actions(view: View, speaker: Speaker) -> Iterator[Block]:
    steps = view.next_steps
    if steps is None:
        return
    yield Heading(steps.title)
    if steps.silence:
        yield Paragraph(Cell(steps.silence))
    for number, action in enumerate(steps.first, 1):
        yield from _action(number, action, speaker)
    for key, moves in (("others", [a.move for a in steps.others]), ("fewest", list(steps.fewest))):
        if moves:
            label = speaker.say("page.label", label=speaker.say(f"actions.{key}"))
            words = "; ".join(move_words(move) for move in moves)
            yield Paragraph(Cell(f"{label} {words}", Tone.QUIET))
    if steps.note:
        yield Paragraph(Cell(steps.note, Tone.QUIET))


def _action(number: int, action: Action, speaker: Speaker) -> Iterator[Block]:
    head = move_words(action.move) + (f" · {action.reason}" if action.reason else "")
    items = [(f"{number}.", Cell(head, Tone.STRONG))]
    if action.deed:
        items.append(("", Cell(str(action.deed.do))))
        items.append(("", Cell(_terms(action.deed, speaker), Tone.QUIET)))
    if action.anchor:
        items.append(("", Cell(_labelled(speaker, "actions.anchor", action.anchor))))
    if action.through:
        through = "; ".join(move_words(move) for move in action.through)
        items.append(("", Cell(_labelled(speaker, "actions.through", through), Tone.QUIET)))
    if action.needs:
        items.append(("", Cell(action.needs, Tone.QUIET)))
    yield Items(tuple(items))


def _terms(deed: Deed, speaker: Speaker) -> str:
    """Who does it, with whom, how long it takes: each under its label."""
    told = {"who": deed.who, "with": deed.with_, "time": deed.months}
    said = [_labelled(speaker, f"actions.{key}", words) for key, words in told.items() if words]
    return " · ".join(said)


def _labelled(speaker: Speaker, key: str, words: Words) -> str:
    return f"{speaker.say('page.label', label=speaker.say(key))} {words}"


def _support(view: View, speaker: Speaker) -> Iterator[Block]:
    support = view.support
    if support is None:
        return
    yield Heading(speaker.say("support.title"))
    if support.level:
        yield Paragraph(Cell(str(support.level)))
    told = {"who": support.who, "money": support.money, "expertise": support.expertise}
    rows = [
        (speaker.say(f"support.{key}"), Cell(str(words))) for key, words in told.items() if words
    ]
    yield Fields(tuple(rows))


def _profile(view: View, profile: Profile, speaker: Speaker) -> Iterator[Block]:
    yield Heading(speaker.say("title.profile"))
    axis = " ".join(value for value, _ in profile.axis)
    columns = [speaker.say("column.dimension"), axis, speaker.say("column.figure")]
    if view.answer.next:
        columns.append(speaker.say("column.ready"))
    columns.append(speaker.say("column.evidence"))
    yield Grid(tuple(columns), tuple(_dimension(view, row) for row in profile.rows))
    signs = [f"{value} {label}" for value, label in profile.axis]
    if signs:
        yield Paragraph(Cell(" · ".join(signs), Tone.QUIET))


def _dimension(view: View, row: DimensionRow) -> tuple[Cell | Dots, ...]:
    low = Tone.ACCENT if view.calm else Tone.WARN
    tone = low if row.bottleneck else Tone.PLAIN
    words = f"{row.mark.figure} {row.mark.words}".strip()
    cells: list[Cell | Dots] = [
        Cell(str(row.title), tone),
        Dots(row.mark.row, low if row.bottleneck else Tone.ACCENT),
        Cell(f"{words} ({row.open})" if row.open else words),
    ]
    if view.answer.next:
        cells.append(Cell(row.ready or "–"))
    return (*cells, Cell(str(row.evidence), Tone.QUIET))
