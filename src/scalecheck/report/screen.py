"""A screen of characters: blocks drawn by rich, or told plainly for ears and fingertips."""

import io
import os
from collections.abc import Iterable
from typing import Literal, assert_never

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scalecheck.model.language import Language
from scalecheck.report import screen_words as words_of
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
from scalecheck.report.format import Look
from scalecheck.report.strips import DRAWN, PLAIN, strip
from scalecheck.report.view.phrase import printable
from scalecheck.report.view.plane import Plane

WIDTHS = (40, 120)

_NO_BREAK, _KEPT, _JOINER = "\u00a0", "\ue000", "\u2060"
_LEAST = 9  # characters of a column under which a table is told row by row
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.ACCENT: "bold cyan",
    Tone.WARN: "bold yellow",
    Tone.GOOD: "green",
}


def show(blocks: Iterable[Block], look: Look, language: Language, *, told: bool = False) -> str:
    """Draw blocks for a terminal, at a width between 40 and 120 characters.

    Args:
        blocks: in reading order.
        look: the width, and whether colours and drawn lines are wanted.
        language: of the page.
        told: read tables row by row, each cell after its column, as a screen reader or a braille
            display follows best; tables too wide for the screen are read so anyway.
    """
    return _Screen(look, language, told=told).draw(blocks)


def _text(words: str, style: str = "") -> Text:
    # NOTE: rich breaks lines at a no-break space; a private character stands for it meanwhile.
    shown = printable(words).replace(_NO_BREAK, _KEPT).replace(_JOINER, "")
    return Text(shown, style, overflow="fold")


class _Screen:
    """A screen: its width, its signs, its colours."""

    def __init__(self, look: Look, language: Language, *, told: bool) -> None:
        self.plain, self.told, self.language = look.plain, told, language
        self.signs = PLAIN if look.plain else DRAWN
        colour = look.colour and not look.plain and not os.environ.get("NO_COLOR")
        self.out = io.StringIO()
        self.console = Console(
            file=self.out,
            width=min(max(look.width, WIDTHS[0]), WIDTHS[1]),
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def draw(self, blocks: Iterable[Block]) -> str:
        for block in blocks:
            self._block(block)
        lines = self.out.getvalue().replace(_KEPT, _NO_BREAK).split("\n")
        return "\n".join(line.rstrip(" ") for line in lines).rstrip("\n") + "\n"

    def _print(self, words: str, style: str = "") -> None:
        self.console.print(_text(words, style))

    def _block(self, block: Block) -> None:
        match block:
            case Title() | Verdict() | Heading() | Notice() | Break():
                self._sign(block)
            case Paragraph():
                self._print(block.cell.text, _STYLES[block.cell.tone])
            case Items():
                self._pairs(block.items, Tone.ACCENT)
            case Fields():
                self._named(block.rows)
            case Grid():
                self._grid(block)
            case Ladder() | Cards() | Deeds() | Plane():
                self._told(block)
            case _:
                assert_never(block)

    def _sign(self, block: Title | Verdict | Heading | Notice | Break) -> None:
        match block:
            case Title():
                self._title(block)
            case Verdict():
                said = [Cell(block.question, Tone.QUIET), Cell(block.label, Tone.ACCENT)]
                self._set_apart((*said, *block.lines))
            case Heading():
                self._print("")
                self._print(block.text, "bold underline" if block.level == 2 else "bold")
            case Notice():
                self._set_apart((Cell(block.title, Tone.STRONG), *block.lines))
            case Break():
                self._print("")
            case _:
                assert_never(block)

    def _title(self, block: Title) -> None:
        self._print(block.kicker, "dim")
        self._print(block.title, "bold")
        self._print(block.about)
        self._print("" if self.plain else "━" * self.console.width, "cyan")

    def _set_apart(self, lines: tuple[Cell, ...]) -> None:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="cyan")
        table.add_column(ratio=1)
        for line in lines:
            bar = _text("" if self.plain else "▌")
            table.add_row(bar, _text(line.text, _STYLES[line.tone]))
        self.console.print(table)
        self._print("")

    def _told(self, block: Ladder | Cards | Deeds | Plane) -> None:
        match block:
            case Ladder():
                self._pairs(words_of.ladder(block, plain=self.plain), Tone.ACCENT)
                for note in block.notes:
                    self._print(note, "dim")
            case Cards():
                self._named(words_of.cards(block))
            case Deeds():
                self._pairs(words_of.deeds(block, self.language), Tone.ACCENT)
            case Plane():
                self._plane(block)
            case _:
                assert_never(block)

    def _plane(self, block: Plane) -> None:
        self._print(block.caption, "bold")
        self._print(block.words)
        if not self.told and not self.plain and words_of.fits(block, self.console.width):
            for line in words_of.plane(block):
                self.console.print(_text(line), no_wrap=True)

    def _pairs(self, rows: tuple[tuple[str, Cell], ...], tone: Tone) -> None:
        table = Table.grid(padding=(0, 1))
        table.add_column(min_width=2, max_width=self.console.width // 3)
        table.add_column(ratio=1)
        for label, cell in rows:
            table.add_row(_text(label, _STYLES[tone]), _text(cell.text, _STYLES[cell.tone]))
        self.console.print(table)

    def _named(self, rows: tuple[tuple[str, Cell], ...]) -> None:
        if not self.told:
            self._pairs(rows, Tone.QUIET)
            return
        for label, cell in rows:
            self._print(words_of.labelled(label, cell.text, self.language))

    def _grid(self, block: Grid) -> None:
        if self.told or self.console.width < len(block.columns) * _LEAST:
            self._records(block)
            return
        if block.caption and any(block.columns):
            self._print(block.caption, "italic")
        table = Table(
            box=None if self.plain else SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
            padding=(0, 2, 0, 0),
            show_header=any(block.columns),
            header_style="bold",
            border_style="dim",
        )
        numbers = block.numbers
        for number, title in enumerate(block.columns):
            fixed = any(isinstance(row[number], Dots) for row in block.rows)
            side: Literal["left", "right"] = "right" if number in numbers else "left"
            table.add_column(_text(title), no_wrap=fixed, overflow="fold", justify=side)
        for row in block.rows:
            table.add_row(*(self._cell(cell) for cell in row))
        self.console.print(table)

    def _records(self, block: Grid) -> None:
        self._print(block.caption, "italic")
        for row in block.rows:
            for line in words_of.record(block.columns, row, self.language):
                self._print(line)

    def _cell(self, cell: Cell | Dots | Strip) -> Text:
        match cell:
            case Dots():
                return _text(strip(cell.row, self.signs), _STYLES[cell.tone])
            case Strip():
                words = cell.words
                drawn = "" if self.plain else f"{strip(cell.row, self.signs)}  "
                return _text(f"{drawn}{words.text}", _STYLES[words.tone])
            case Cell():
                return _text(cell.text, _STYLES[cell.tone])
