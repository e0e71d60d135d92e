"""Tables of Word: a header row that repeats, rows that stay whole, widths that cut no word."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from scalecheck.report.layout.sizes import fragments
from scalecheck.report.office.text import tidy
from scalecheck.report.word.sheet import POINT
from scalecheck.report.word.xml import element

EDGE = "0A5296"
PADDING = 220  # left and right of a cell, and a little more
CHARACTER = 4.9 * POINT  # the mean width of one in a text, at the size of a cell
_NARROW, _LOWER, _UPPER, _WIDE = 3.2, 5.6, 7.0, 8.6  # points, of one in bold
_NARROW_ONES, _WIDE_ONES = frozenset("fijlrtI.,;:'’·-–()1 "), frozenset("mwMW@%œæŒ→")
_ENOUGH = 34  # characters: beyond, a text may as well go to a second line
_WIDEST_WORD = 150  # points: a word wider than this may be cut
_LONG = 1500  # characters: a row that may be cut by the end of a page


class Measure(NamedTuple):
    """The room that a column asks for: the least that cuts no word, and what it would like."""

    least: int
    liked: int


class Box(NamedTuple):
    """A cell, already written: its characters counted, the colour behind, the sides dashed."""

    inside: str
    length: int = 0
    fill: str = ""
    edge: tuple[str, ...] = ()
    drawn: bool = False


class Frame(NamedTuple):
    """What a table is: its style, its widths, whether it has a header row and named rows."""

    style: str
    widths: Sequence[int]
    header: bool = True
    named: bool = True
    about: str = ""


def measured(texts: Sequence[str], slack: float = 1) -> Measure:
    """Measure a column by the texts that stand in it, its title among them.

    `slack` is how much wider letters may be than ours: a house style has letters of its own.
    """
    wide = [
        _width(one) for text in texts for word in tidy(text).split(" ") for one in fragments(word)
    ]
    length = max((len(tidy(text)) for text in texts), default=0)
    least = round(min(max(wide, default=0), _WIDEST_WORD) * slack * POINT) + PADDING
    return Measure(least, max(least, round(min(length, _ENOUGH) * CHARACTER * slack) + PADDING))


def widths_of(measures: Sequence[Measure], room: int, free: int = -1) -> list[int]:
    """Share the room of a sheet: to each what it needs, then what it likes; one has the rest.

    Where even words do not fit, all are made narrower by the same share.
    """
    least, liked = sum(one.least for one in measures), sum(one.liked for one in measures)
    if least >= room:
        return _filled([one.least * room // max(least, 1) for one in measures], room, free)
    if liked <= room:
        return _filled([one.liked for one in measures], room, free)
    spare, wish = room - least, liked - least
    shared = [one.least + (one.liked - one.least) * spare // wish for one in measures]
    return _filled(shared, room, free)


def table(frame: Frame, rows: Sequence[Sequence[Box]]) -> str:
    """Write a table; its first row is the header where the frame has one."""
    grid = element("tblGrid", *(element("gridCol", w=width) for width in frame.widths))
    written = [
        _row(row, frame, is_header=frame.header and number == 0) for number, row in enumerate(rows)
    ]
    return element("tbl", _properties(frame), grid, *written)


def _width(word: str) -> float:
    """Tell how wide a word may be, in points."""
    return sum(
        _NARROW if one in _NARROW_ONES
        else _WIDE if one in _WIDE_ONES
        else _UPPER if one.isupper() else _LOWER
        for one in word
    )  # fmt: skip


def _filled(widths: list[int], room: int, free: int = -1) -> list[int]:
    if widths:
        widths[free] += max(room - sum(widths), 0)
    return widths


def _properties(frame: Frame) -> str:
    parts = 0x600 + 0x20 * frame.header + 0x80 * frame.named
    look = element(
        "tblLook", val=f"{parts:04X}", firstRow=int(frame.header), lastRow=0,
        firstColumn=int(frame.named), lastColumn=0, noHBand=1, noVBand=1,
    )  # fmt: skip
    about = f"<w:tblCaption w:val={quoteattr(tidy(frame.about))}/>" if frame.about else ""
    return element(
        "tblPr", element("tblStyle", val=frame.style),
        element("tblW", w=sum(frame.widths), type="dxa"),
        element("tblLayout", type="fixed"), look, about,
    )  # fmt: skip


def _row(row: Sequence[Box], frame: Frame, is_header: bool) -> str:
    whole = element("cantSplit") if sum(box.length for box in row) <= _LONG else ""
    said = whole + (element("tblHeader") if is_header else "")
    middle = any(box.drawn for box in row)
    cells = (_cell(box, width, middle) for box, width in zip(row, frame.widths, strict=True))
    return element("tr", element("trPr", said) if said else "", *cells)


def _cell(box: Box, width: int, middle: bool) -> str:
    said = element("tcW", w=width, type="dxa")
    if box.edge:
        line = {"val": "dashed", "sz": 12, "space": 0, "color": EDGE}
        said += element("tcBorders", *(element(side, **line) for side in box.edge))
    if box.fill:
        said += element("shd", val="clear", color="auto", fill=box.fill)
    if middle:
        said += element("vAlign", val="center")
    return element("tc", element("tcPr", said), box.inside)


def fair(measures: Sequence[Measure], room: int) -> list[int]:
    """Share a room in equal parts, save to those who need more."""
    least = [one.least for one in measures]
    if sum(least) >= room:
        return widths_of(measures, room)
    wide: set[int] = set()
    even = room // len(least)
    while grown := {n for n, one in enumerate(least) if one > even} - wide:
        wide |= grown
        left = room - sum(least[n] for n in wide)
        even = left // (len(least) - len(wide))
    return _filled([least[n] if n in wide else even for n in range(len(least))], room)


def shares(room: int, count: int) -> list[int]:
    """Cut a width in equal parts that add up to it."""
    marks = [room * n // count for n in range(count + 1)]
    return [after - before for before, after in pairwise(marks)]
