"""What the kinds of report write with: the view, what names things, and small ways to say them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.assessment import Assessment
from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Items, Paragraph, Piece, Tone
from scalecheck.report.view.build import View
from scalecheck.report.view.gaps import Move
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.speaker import Speaker
from scalecheck.report.view.teller import Named, Rung, Teller

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")

Sayable = Words | Named


class Pen(NamedTuple):
    """One document being written."""

    view: View
    teller: Teller
    history: tuple[Assessment, ...]
    version: str

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.view.language

    @property
    def speaker(self) -> Speaker:
        """What says texts, numbers and dates in that language."""
        return self.teller.speaker

    @property
    def alarm(self) -> Tone:
        """The tone of what holds a project back: no alarm where its ladder ends by choice."""
        return Tone.ACCENT if self.view.calm else Tone.WARN

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `pages.<key>`."""
        return say(f"pages.{key}", self.language, **facts)

    def old(self, key: str, **facts: object) -> str:
        """Say the words of `report.<key>`, which every report shares."""
        return self.speaker.say(key, **facts)

    def columns(self, *names: str) -> tuple[str, ...]:
        """Head the columns of a table."""
        return tuple(self.old(f"column.{name}") for name in names)


def language_of(said: Sayable) -> str:
    """The language of words, "" where it is that of the page."""
    if isinstance(said, Named):
        return said.title.lang
    return said.lang if isinstance(said, Phrase) else ""


def cell(said: Sayable, tone: Tone = Tone.PLAIN, link: str = "") -> Cell:
    """Write words in a cell, marked with their language."""
    return composed(said, tone=tone, link=link)


def joined(many: Sequence[Sayable], link: str = ", ", tone: Tone = Tone.PLAIN) -> Cell:
    """Write several words in a cell; it bears their language where they all share it."""
    spoken = {language_of(one) for one in many}
    if len(spoken) == 1:
        return Cell(link.join(str(one) for one in many), tone, spoken.pop())
    apart = [piece for one in many for piece in (link, one)][1:]
    return composed(*apart, tone=tone)


def composed(*said: Sayable | Cell, tone: Tone = Tone.PLAIN, link: str = "") -> Cell:
    """Write a cell of several words one after the other, each marked with its own language."""
    pieces = tuple(piece for one in said for piece in _pieces(one) if piece.text)
    text, spoken = "".join(one.text for one in pieces), {one.lang for one in pieces}
    if len(spoken) <= 1:
        return Cell(text, tone, "".join(spoken), link)
    return Cell(text, tone, "", link, pieces)


def _pieces(said: Sayable | Cell) -> tuple[Piece, ...]:
    if isinstance(said, Cell):
        return said.pieces or (Piece(said.text, said.lang),)
    if isinstance(said, Named) and said.at:
        at = Piece(str(said.at), said.at.lang)
        return (Piece(f"{said.title} (", said.title.lang), at, Piece(")", said.title.lang))
    return (Piece(str(said), language_of(said)),)


def paragraph(said: Sayable, tone: Tone = Tone.PLAIN) -> Iterator[Paragraph]:
    """Write words as a paragraph, or nothing where there are none."""
    if str(said):
        yield Paragraph(cell(said, tone))


def bullets(cells: Sequence[Cell]) -> Iterator[Items]:
    """Write a list, or nothing where it is empty."""
    if cells:
        yield Items(tuple(("•", one) for one in cells))


def move_cell(move: Move, tone: Tone = Tone.STRONG) -> Cell:
    """Write a move, marked with the language of its title; its two levels stay on one line."""
    step = f"{move.start}\u00a0→\u00a0{move.target}"
    return composed(move.named, f" {step}", tone=tone)


def rung_words(rung: Rung) -> str:
    """Write a level by its value and its name."""
    return f"{rung.value} {rung.name or ''}".strip()


def brief(said: Words, room: int) -> Words:
    """Keep the whole sentences that fit in so many characters; "" where not even one does."""
    kept = ""
    for sentence in _SENTENCE.split(str(said)):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > room:
            break
        kept = longer
    return Phrase(kept, said.lang) if isinstance(said, Phrase) and kept else kept
