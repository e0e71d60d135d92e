"""The terminal: the short report, drawn by rich."""

import io
import os
from collections.abc import Iterable
from typing import assert_never

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

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
from scalecheck.report.format import Look
from scalecheck.report.outline import outline
from scalecheck.report.strips import DRAWN, PLAIN, strip
from scalecheck.report.view.build import View

WIDTHS = (40, 120)

_NO_BREAK, _KEPT, _JOINER = "\u00a0", "\ue000", "\u2060"
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.ACCENT: "bold cyan",
    Tone.WARN: "bold yellow",
    Tone.GOOD: "green",
}


def render(view: View, look: Look) -> str:
    """Lay out a view for a terminal, at a width between 40 and 120 characters."""
    return _Screen(look).draw(outline(view))


def _text(words: str, style: str = "") -> Text:
    # NOTE: rich breaks lines at a no-break space; a private character stands for it meanwhile.
    return Text(words.replace(_NO_BREAK, _KEPT).replace(_JOINER, ""), style, overflow="fold")


class _Screen:
    """A screen: its width, its signs, its colours."""

    def __init__(self, look: Look) -> None:
        self.plain = look.plain
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
            case Title():
                self._title(block)
            case Verdict():
                self._verdict(block)
            case Heading():
                self._print(f"\n{block.text}", "bold underline")
            case Paragraph():
                self._print(block.cell.text, _STYLES[block.cell.tone])
            case Items():
                self._pairs(block.items, Tone.ACCENT)
            case Fields():
                self._pairs(block.rows, Tone.QUIET)
            case Grid():
                self._grid(block)
            case _:
                assert_never(block)

    def _title(self, block: Title) -> None:
        self._print(block.kicker, "dim")
        self._print(block.title, "bold")
        self._print(block.about)
        self._print("" if self.plain else "━" * self.console.width, "cyan")

    def _verdict(self, block: Verdict) -> None:
        table = Table.grid(padding=(0, 1))
        table.add_column(style="cyan")
        table.add_column(ratio=1)
        said = [(block.question, "dim"), (block.label, "bold cyan")]
        said += [(line.text, _STYLES[line.tone]) for line in block.lines]
        for words, style in said:
            table.add_row(_text("" if self.plain else "▌"), _text(words, style))
        self.console.print(table)
        self._print("")

    def _pairs(self, rows: tuple[tuple[str, Cell], ...], tone: Tone) -> None:
        table = Table.grid(padding=(0, 1))
        table.add_column(min_width=2, max_width=self.console.width // 3)
        table.add_column(ratio=1)
        for label, cell in rows:
            table.add_row(_text(label, _STYLES[tone]), _text(cell.text, _STYLES[cell.tone]))
        self.console.print(table)

    def _grid(self, block: Grid) -> None:
        table = Table(
            box=None if self.plain else SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
            padding=(0, 2, 0, 0),
            show_header=any(block.columns),
            header_style="bold",
            border_style="dim",
        )
        for number, title in enumerate(block.columns):
            fixed = any(isinstance(row[number], Dots) for row in block.rows)
            table.add_column(_text(title), no_wrap=fixed, overflow="fold")
        for row in block.rows:
            table.add_row(*(self._cell(cell) for cell in row))
        self.console.print(table)

    def _cell(self, cell: Cell | Dots) -> Text:
        words = strip(cell.row, self.signs) if isinstance(cell, Dots) else cell.text
        return _text(words, _STYLES[cell.tone])
