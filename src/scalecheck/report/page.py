"""A page to hand in: what it is, its blocks in reading order, and how it is to be printed."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.language import Language
from scalecheck.report.blocks import Block
from scalecheck.report.view.build import View


class PageKind(StrEnum):
    """The kinds of report, each for its reader."""

    PROJECT = "project"  # R1: the whole assessment
    PAGE = "page"  # R2: one sheet for a committee
    SETTING = "setting"  # R3: one sheet for each adopter setting
    PROGRESS = "progress"  # R4: what moved between assessments
    CARD = "card"  # R7: the rubric, for workshops and for print
    EVIDENCE = "evidence"  # R8: what is still to be documented


class Page(NamedTuple):
    """One document in one language, before any layout.

    `kind` is one of `PageKind`, or of the kinds of another room. `name` is the stem of its file;
    `title` (at most 70 characters) and `about` go to the properties of the document; `day` is its
    date, the only one that a file carries. `view` is what the page was made from, where a format
    has a layout of its own for it; `single` asks for one sheet.
    """

    kind: StrEnum
    language: Language
    name: str
    title: str
    about: str
    day: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()
    view: View | None = None
    single: bool = False


class Paper(StrEnum):
    """The sheet that is printed on."""

    LETTER = "letter"
    A4 = "a4"


class Printing(NamedTuple):
    """How pages are laid out: the sheet, the machine result to carry, the house style to follow.

    `result` is the JSON result, "" where none is to be carried; `reference` the bytes of a Word
    document whose styles are taken.
    """

    paper: Paper = Paper.LETTER
    result: str = ""
    reference: bytes | None = None
    width: int = 100
    plain: bool = False
    colour: bool = False


class Writer(NamedTuple):
    """A way to lay out pages as a file. It computes nothing, and words nothing but its own parts.

    Several pages are one document, each page in its own language: a both-languages edition.
    `extra` names the optional part that it needs, "" where it needs none.
    """

    name: str
    media_type: str
    extension: str
    extra: str
    write: Callable[[Sequence[Page], Printing], bytes]
