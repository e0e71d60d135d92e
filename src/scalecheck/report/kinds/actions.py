"""Actions as blocks: the next three with who does them, the others in a line."""

from collections.abc import Iterator, Sequence

from scalecheck.report.blocks import Block, Cell, Deed, Deeds, Paragraph, Tone
from scalecheck.report.kinds.pen import Pen, brief, cell, joined, move_cell
from scalecheck.report.view.gaps import Action
from scalecheck.report.view.gaps import Deed as Advised
from scalecheck.report.view.phrase import Words

_LONG = 100_000


def tell_actions(pen: Pen, actions: Sequence[Action], room: int = _LONG) -> Iterator[Block]:
    """Write actions, the texts of each in so many characters."""
    if actions:
        yield Deeds(tuple(_deed(pen, action, room) for action in actions))


def _deed(pen: Pen, action: Action, room: int) -> Deed:
    lines = []
    if action.deed and (told := brief(action.deed.do, room)):
        lines.append(cell(told))
    if action.anchor and (told := brief(action.anchor, room)):
        lines.append(cell(told))
    fields = list(advice_fields(pen, action.deed, room)) if action.deed else []
    if action.reason and room == _LONG:
        fields.insert(0, (pen.old("column.reason"), Cell(action.reason)))
    if action.through:
        through = joined([move_cell(move).text for move in action.through], "; ")
        fields.append((pen.old("actions.through"), through))
    if action.needs:
        lines.append(Cell(action.needs, Tone.QUIET))
    return Deed(move_cell(action.move), tuple(lines), tuple(fields))


def advice_fields(pen: Pen, deed: Advised, room: int = _LONG) -> Iterator[tuple[str, Cell]]:
    """Write who does it, with whom, how long it takes, what proof it leaves."""
    told: dict[str, Words | None] = {
        "who": deed.who,
        "with": deed.with_,
        "time": deed.months,
        "proof": deed.proof,
    }
    kept = told if room == _LONG else {key: told[key] for key in ("who", "time")}
    for key, words in kept.items():
        if words is not None and len(str(words)) <= room:
            yield pen.old(f"actions.{key}"), cell(words)


def tell_rest(pen: Pen) -> Iterator[Block]:
    """Write the other actions, the shortest list, and what to know of them."""
    steps = pen.view.next_steps
    if steps is None:
        return
    for key, moves in (("others", [a.move for a in steps.others]), ("fewest", list(steps.fewest))):
        if moves:
            label = pen.old("page.label", label=pen.old(f"actions.{key}"))
            words = "; ".join(move_cell(move).text for move in moves)
            yield Paragraph(Cell(f"{label} {words}", Tone.QUIET))
    if steps.note:
        yield Paragraph(Cell(steps.note, Tone.QUIET))
