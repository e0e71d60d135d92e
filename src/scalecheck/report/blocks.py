"""What a report to hand in is made of: a few kinds of blocks, and the tone of a text.

A kind of report tells its view in blocks; a format lays blocks out. Neither knows the other, so
every format says the same.
"""

from enum import StrEnum
from typing import NamedTuple

from scalecheck.report.figures import are_numbers, may_be_levels, names_level
from scalecheck.report.view.levels import Stair
from scalecheck.report.view.mark import Row
from scalecheck.report.view.plane import Plane


class Tone(StrEnum):
    """How a text is said. Tone repeats what words and signs already tell."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    ACCENT = "accent"
    WARN = "warn"
    GOOD = "good"


class Piece(NamedTuple):
    """A piece of a text, and its language where it is another than that of the page."""

    text: str
    lang: str = ""


class Cell(NamedTuple):
    """A text and its tone.

    `lang` is there where the words are in another language than the page; `link` is an address
    (http, https, mailto) or the place of a part of the page (`#part`). `pieces` hold the same words
    one by one where they are in several languages, and are empty everywhere else.
    """

    text: str
    tone: Tone = Tone.PLAIN
    lang: str = ""
    link: str = ""
    pieces: tuple[Piece, ...] = ()


class Dots(NamedTuple):
    """A row of dots, drawn with the signs that the screen has."""

    row: Row
    tone: Tone = Tone.ACCENT


class Strip(NamedTuple):
    """The levels of one question as boxes, and the words that say the same."""

    row: Row
    words: Cell


class Title(NamedTuple):
    """The head of the report; `lang` where the title is in another language than the page."""

    kicker: str
    title: str
    about: str
    lang: str = ""


class Verdict(NamedTuple):
    """The question and its answer, set apart; `lang` where the label is in another language."""

    question: str
    label: str
    lines: tuple[Cell, ...]
    lang: str = ""


class Heading(NamedTuple):
    """The title of a part: level 2 for a part, 3 for what is in it. `place` is what links name."""

    text: str
    level: int = 2
    place: str = ""
    lang: str = ""


class Paragraph(NamedTuple):
    """A sentence or more."""

    cell: Cell


class Items(NamedTuple):
    """A list, each item after its own sign."""

    items: tuple[tuple[str, Cell], ...]


class Fields(NamedTuple):
    """Labels and what stands beside each."""

    rows: tuple[tuple[str, Cell], ...]


class Grid(NamedTuple):
    """A table.

    `caption` says what it holds; with `named`, the first cell of each row is its header.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | Dots | Strip, ...], ...]
    caption: str = ""
    named: bool = True

    @property
    def numbers(self) -> frozenset[int]:
        """The columns, from 0, that hold only numbers: they are set to the right.

        Bare figures are levels, not numbers, where another column draws levels or names them.
        """
        shown = [(n, self._texts(n)) for n in range(self.named, len(self.columns))]
        on_a_scale = any(texts is None or any(map(names_level, texts)) for _, texts in shown)
        return frozenset(
            n
            for n, texts in shown
            if texts and are_numbers(texts) and not (on_a_scale and may_be_levels(texts))
        )

    def _texts(self, number: int) -> list[str] | None:
        """Read a column; None where it holds a drawing."""
        cells = [row[number] for row in self.rows]
        texts = [cell.text for cell in cells if isinstance(cell, Cell)]
        return texts if len(texts) == len(cells) else None


class Ladder(NamedTuple):
    """The stages and their levels, from the first to the end of the track."""

    stairs: tuple[Stair, ...]
    caption: str
    notes: tuple[str, ...] = ()


class Card(NamedTuple):
    """One thing to see at once: what it is, its figure or word, what is to be known of it."""

    label: str
    figure: Cell
    note: str = ""


class Cards(NamedTuple):
    """A few things to see at once."""

    cards: tuple[Card, ...]


class Deed(NamedTuple):
    """One action: what moves, how, and who, with whom, how long, what proof, under its label."""

    title: Cell
    lines: tuple[Cell, ...] = ()
    fields: tuple[tuple[str, Cell], ...] = ()


class Deeds(NamedTuple):
    """Actions in their order."""

    deeds: tuple[Deed, ...]


class Notice(NamedTuple):
    """Something that must not be missed."""

    title: str
    lines: tuple[Cell, ...] = ()


class Break(NamedTuple):
    """What comes next begins on a sheet of its own."""


Block = (
    Title
    | Verdict
    | Heading
    | Paragraph
    | Items
    | Fields
    | Grid
    | Ladder
    | Cards
    | Deeds
    | Plane
    | Notice
    | Break
)
