"""What a short report is made of: a few kinds of blocks, and the tone of a text."""

from enum import StrEnum
from typing import NamedTuple

from scalecheck.report.view.mark import Row


class Tone(StrEnum):
    """How a text is said. Tone repeats what words and signs already tell."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    ACCENT = "accent"
    WARN = "warn"
    GOOD = "good"


class Cell(NamedTuple):
    """A text and its tone."""

    text: str
    tone: Tone = Tone.PLAIN


class Dots(NamedTuple):
    """A row of dots, drawn with the signs that the screen has."""

    row: Row
    tone: Tone = Tone.ACCENT


class Title(NamedTuple):
    """The head of the report."""

    kicker: str
    title: str
    about: str


class Verdict(NamedTuple):
    """The question and its answer, set apart from the rest."""

    question: str
    label: str
    lines: tuple[Cell, ...]


class Heading(NamedTuple):
    """The title of a part."""

    text: str


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
    """A table. The last column takes the room that is left."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | Dots, ...], ...]


Block = Title | Verdict | Heading | Paragraph | Items | Fields | Grid
