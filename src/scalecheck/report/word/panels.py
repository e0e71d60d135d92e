"""What stands apart from the text: the head, the answer, cards, the ladder, the plane, notices."""

from collections.abc import Iterator, Sequence

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Card, Cards, Cell, Ladder, Notice, Title, Tone, Verdict
from scalecheck.report.layout.hyphens import fit
from scalecheck.report.view.levels import Box as Level
from scalecheck.report.view.levels import BoxState, Stair, StepState
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.word.grids import caption
from scalecheck.report.word.sheet import Sheet
from scalecheck.report.word.styles import Style
from scalecheck.report.word.tables import Box, Frame, fair, measured, shares, table, widths_of
from scalecheck.report.word.xml import element, spacer

MOST_CARDS = 4
MOST_STAIRS = 7
_LONG_WORD = 13  # letters of a figure that a card holds on a line

_BAND, _TINT, _ACCENT, _PAPER = "EEF3F8", "CFE0F2", "0A5296", "FFFFFF"
_FILLS = {
    StepState.DONE: _TINT,
    StepState.HERE: _ACCENT,
    StepState.NEXT: _PAPER,
    StepState.LATER: _BAND,
}
_WHITE = element("color", val=_PAPER)
_TOLD_APART = (BoxState.POSSIBLE, BoxState.CLAIMED, BoxState.OUT)
_LAST = element("keepNext", val=0) + element("spacing", before=0, after=160)


def title(block: Title, sheet: Sheet) -> str:
    """Lay out the head of the report."""
    parts = [(Style.SUBTITLE, block.kicker, ""), (Style.TITLE, block.title, block.lang)]
    parts.append((Style.SUBTITLE, block.about, ""))
    told = [part for part in parts if part[1]]
    return "".join(_head(part, part is told[-1], sheet) for part in told)


def _head(part: tuple[Style, str, str], is_last: bool, sheet: Sheet) -> str:
    """Write a line of the head; a title with nothing under it is kept apart from what follows."""
    style, text, lang = part
    apart = element("spacing", after=160) if is_last and style is Style.TITLE else ""
    return sheet.paragraph(style, sheet.run(text, lang=lang), more=apart)


def verdict(block: Verdict, sheet: Sheet) -> str:
    """Lay out the question and its answer as one panel."""
    lines = [(Style.QUESTION, sheet.run(block.question, Style.QUIET))]
    lines.append((Style.ANSWER, sheet.run(block.label)))
    lines += [(Style.QUESTION, sheet.said(line)) for line in block.lines]
    return "".join(_closed(lines, sheet))


def notice(block: Notice, sheet: Sheet) -> str:
    """Lay out what must not be missed, in a frame."""
    lines = [(Style.NOTICE, sheet.run(block.title, Style.WARNING))]
    lines += [(Style.NOTICE, sheet.said(line)) for line in block.lines]
    return "".join(_closed(lines, sheet))


def cards(block: Cards, sheet: Sheet) -> str:
    """Lay out cards side by side: labels as the header, figures, notes."""
    groups = [block.cards[at : at + MOST_CARDS] for at in range(0, len(block.cards), MOST_CARDS)]
    return spacer().join(_cards(group, sheet) for group in groups)


def ladder(block: Ladder, sheet: Sheet) -> str:
    """Lay out the stages from left to right, or line by line where they are many."""
    if not block.stairs:
        return ""
    side_by_side = len(block.stairs) <= MOST_STAIRS
    drawn = _track(block, sheet) if side_by_side else _steps(block, sheet)
    notes = "".join(
        sheet.paragraph(Style.NORMAL, sheet.run(note, Style.QUIET)) for note in block.notes
    )
    return caption(block.caption, sheet) + drawn + spacer() + notes


def _closed(lines: Sequence[tuple[Style, str]], sheet: Sheet) -> Iterator[str]:
    for number, (style, said) in enumerate(lines, 1):
        yield sheet.paragraph(style, said, more=_LAST if number == len(lines) else "")


def _cards(group: Sequence[Card], sheet: Sheet) -> str:
    rows = [
        [_box(Cell(card.label, Tone.QUIET), Style.COLUMN, sheet) for card in group],
        [_figure(card.figure, sheet) for card in group],
    ]
    if any(card.note for card in group):
        rows.append([_box(Cell(card.note), Style.CELL, sheet) for card in group])
    filled = [[box._replace(fill=_BAND) for box in row] for row in rows]
    widths = shares(sheet.width, len(group))
    return table(Frame(sheet.style(Style.TRACK), widths, named=False), filled)


def _box(cell: Cell, style: Style, sheet: Sheet) -> Box:
    return Box(sheet.paragraph(style, sheet.said(cell)), len(cell.text))


def _figure(cell: Cell, sheet: Sheet) -> Box:
    """Write what a card shows in large letters; a word wider than the card may be parted."""
    shown = fit(cell, _LONG_WORD, sheet.language)
    return Box(sheet.paragraph(Style.FIGURE, sheet.said(shown)), len(cell.text))


def _track(block: Ladder, sheet: Sheet) -> str:
    titles = [_stage(stair, sheet) for stair in block.stairs]
    levels = [_rung(stair, sheet) for stair in block.stairs]
    states = [_stated(stair, sheet) for stair in block.stairs]
    measures = [measured([str(s.title), s.words], sheet.slack) for s in block.stairs]
    widths = fair(measures, sheet.width)
    frame = Frame(sheet.style(Style.TRACK), widths, named=False, about=block.caption)
    return table(frame, [titles, levels, states])


def _stage(stair: Stair, sheet: Sheet) -> Box:
    words = stair.title
    lang = words.lang if isinstance(words, Phrase) else ""
    said = sheet.paragraph(Style.COLUMN, sheet.run(str(words), lang=lang, more=_ink(stair)))
    return _filled(stair, said, ("top", "left", "right"))


def _rung(stair: Stair, sheet: Sheet) -> Box:
    style = None if stair.state is StepState.LATER else Style.STRONG
    told = sheet.run(_values(stair.boxes), style, more=_ink(stair))
    return _filled(stair, sheet.paragraph(Style.CELL, told), ("left", "right"))


def _stated(stair: Stair, sheet: Sheet) -> Box:
    said = sheet.paragraph(Style.CELL, sheet.run(stair.words, more=_ink(stair)))
    return _filled(stair, said, ("left", "bottom", "right"))


def _filled(stair: Stair, said: str, sides: tuple[str, ...]) -> Box:
    edge = sides if stair.state is StepState.NEXT else ()
    return Box(said, fill=_FILLS[stair.state], edge=edge)


def _ink(stair: Stair) -> str:
    return _WHITE if stair.state is StepState.HERE else ""


def _values(boxes: Sequence[Level]) -> str:
    return " · ".join(
        f"{box.value} ({box.words})" if box.state in _TOLD_APART else box.value for box in boxes
    )


def _steps(block: Ladder, sheet: Sheet) -> str:
    said = [say(f"office.ladder.{key}", sheet.language) for key in ("stage", "levels", "state")]
    texts = [(str(one.title), _values(one.boxes), one.words) for one in block.stairs]
    measures = [
        measured([name, *column], sheet.slack)
        for name, column in zip(said, zip(*texts, strict=True), strict=True)
    ]
    header = [_box(Cell(name), Style.COLUMN, sheet) for name in said]
    rows = [_step(stair, sheet) for stair in block.stairs]
    frame = Frame(sheet.style(Style.TABLE), widths_of(measures, sheet.width), about=block.caption)
    return table(frame, [header, *rows])


def _step(stair: Stair, sheet: Sheet) -> list[Box]:
    words = stair.title
    tone = Tone.ACCENT if stair.state is StepState.HERE else Tone.PLAIN
    name = Cell(str(words), tone, words.lang if isinstance(words, Phrase) else "")
    told = (name, Cell(_values(stair.boxes), tone), Cell(stair.words, tone))
    return [_box(cell, Style.CELL, sheet) for cell in told]
