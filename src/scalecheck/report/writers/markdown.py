"""Markdown: tables as GitHub reads them, for a wiki, an issue or an e-mail."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from scalecheck.report.blocks import (
    Block,
    Break,
    Cards,
    Cell,
    Deeds,
    Dots,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Strip,
    Title,
    Tone,
    Verdict,
)
from scalecheck.report.layout.document import Sheet, compose, first_cards
from scalecheck.report.layout.lists import entries, is_numbered, label_blocks
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.strips import strip
from scalecheck.report.templating import in_markdown, render_template
from scalecheck.report.view.levels import StepState
from scalecheck.report.view.plane import Plane

_GAPS = re.compile(r"\n{3,}")
_MARKS = {Tone.STRONG: "**", Tone.ACCENT: "**", Tone.WARN: "**"}
_UNSAFE = re.compile(r"[\s()<>|\\]")


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one Markdown text, in UTF-8, a rule between two pages.

    A single project page that holds its view has the layout made for it. Markdown carries no
    data: `printing` changes nothing.
    """
    if len(pages) == 1 and pages[0].kind is PageKind.PROJECT and pages[0].view:
        cards = first_cards(pages[0])
        text = render_template("report.md.j2", pages[0].view, glance=cards)
    else:
        text = "\n\n---\n\n".join("\n\n".join(_sheet(one)) for one in compose(pages).sheets)
    return (_GAPS.sub("\n\n", text).strip() + "\n").encode()


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from _title(sheet.title)
    for part in sheet.parts:
        heads = () if part.heading is None else (part.heading,)
        for block in (*heads, *part.blocks):
            told = label_blocks(block, sheet.page.language)
            yield "\n".join(_LAYOUTS[type(told)](told))
    yield "  \n".join(_said(line) for line in sheet.page.footer)


def _said(words: object) -> str:
    return str(in_markdown(words))


def _cell(cell: Cell) -> str:
    """Write a text with its tone and its link."""
    text, mark = _said(cell.text), _MARKS.get(cell.tone, "")
    if cell.link and not _UNSAFE.search(cell.link) and not cell.link.startswith("#"):
        text = f"[{text}]({cell.link})"
    return f"{mark}{text}{mark}" if cell.text.strip() else text


def _title(block: Title) -> Iterator[str]:
    yield f"# {_said(block.title)}"
    yield "  \n".join(_said(line) for line in (block.kicker, block.about) if line)


def _verdict(block: Verdict) -> Iterator[str]:
    yield f"> {_said(block.question)}"
    yield f"> **{_said(block.label)}**"
    yield from (f">\n> {_cell(line)}" for line in block.lines)


def _heading(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {_said(block.text)}"


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield _cell(block.cell)


def _items(block: Items) -> Iterator[str]:
    found = entries(block.items)
    numbered = is_numbered(found)
    for number, entry in enumerate(found, 1):
        bullet = f"{number}." if numbered else "-"
        sign = "" if numbered or entry.label in ("•", "–", "-") else f"{_said(entry.label)} "
        first, *rest = (_cell(line) for line in entry.lines)
        inner = "  " if entry.label == "–" else ""
        yield f"{inner}{bullet} {sign}{first}"
        yield from (f"{inner}{' ' * len(bullet)} {line}" for line in rest)


def _fields(block: Fields) -> Iterator[str]:
    for entry in entries(block.rows):
        words = "; ".join(_cell(line) for line in entry.lines)
        yield f"- {_said(entry.label)} {words}" if entry.label else f"- {words}"


def _grid(block: Grid) -> Iterator[str]:
    if block.caption:
        yield f"*{_said(block.caption)}*\n"
    yield f"| {' | '.join(_said(title) for title in block.columns)} |"
    numbers = block.numbers
    yield f"|{''.join(' ---: |' if n in numbers else ' --- |' for n in range(len(block.columns)))}"
    for row in block.rows:
        yield f"| {' | '.join(_inside(cell) for cell in row)} |"


def _inside(cell: Cell | Dots | Strip) -> str:
    match cell:
        case Dots():
            return strip(cell.row)
        case Strip():
            return f"{strip(cell.row)} {_cell(cell.words)}"
        case Cell():
            return _cell(cell)


def _ladder(block: Ladder) -> Iterator[str]:
    for stair in block.stairs:
        mark = "**" if stair.state is StepState.HERE else ""
        levels = " ".join(_said(box.value) for box in stair.boxes)
        words = f"{mark}{_said(stair.title)}{mark} ({_said(stair.words)})"
        yield f"{stair.number}. {words}" + (f" · {levels}" if levels else "")
    yield from (f"\n{_said(note)}" for note in block.notes)


def _cards(block: Cards) -> Iterator[str]:
    for card in block.cards:
        note = f" · {_said(card.note)}" if card.note else ""
        yield f"- {_said(card.label)} {_cell(card.figure._replace(tone=Tone.STRONG))}{note}"


def _deeds(block: Deeds) -> Iterator[str]:
    for number, deed in enumerate(block.deeds, 1):
        yield f"{number}. {_cell(deed.title._replace(tone=Tone.STRONG))}"
        yield from (f"   - {_cell(line)}" for line in deed.lines)
        yield from (f"   - {_said(label)} {_cell(cell)}" for label, cell in deed.fields)


def _plane(block: Plane) -> Iterator[str]:
    yield f"**{_said(block.caption)}** – {_said(block.words)}"


def _notice(block: Notice) -> Iterator[str]:
    yield f"> **{_said(block.title)}**"
    yield from (f">\n> {_cell(line)}" for line in block.lines)


def _nothing(_: Break) -> Iterator[str]:
    yield ""


_LAYOUTS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Verdict: _verdict,
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Fields: _fields,
    Grid: _grid,
    Ladder: _ladder,
    Cards: _cards,
    Deeds: _deeds,
    Plane: _plane,
    Notice: _notice,
    Break: _nothing,
}
