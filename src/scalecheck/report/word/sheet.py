"""What a page is laid out on: the document, the language, the room there is, the pictures."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from scalecheck.model.language import Language
from scalecheck.report.blocks import Block, Cell, Heading
from scalecheck.report.office.text import locale, tidy
from scalecheck.report.view.address import web_address
from scalecheck.report.word.figures import Picture, Pictures
from scalecheck.report.word.lists import Lists
from scalecheck.report.word.styles import TONES, Style, Styles
from scalecheck.report.word.xml import element, paragraph, run, words

POINT = 20  # twentieths of a point, the unit of Word
_EMU = 12_700  # of a point, the unit of its drawings
_SLACK = 1.16  # how much wider than ours the letters of a house style may be
_NOT_NAMED = re.compile(r"[^A-Za-z0-9]+")


class Shared(NamedTuple):
    """What all the pages of one document share."""

    document: WordDocument
    styles: Styles
    lists: Lists
    pictures: Pictures
    numbers: Iterator[int]
    ours: bool


class Sheet:
    """One page being laid out: knows its language, its width, and the places that links name."""

    def __init__(self, shared: Shared, language: Language, width: int, places: dict[str, str]):
        self.shared, self.language, self.width, self.places = shared, language, width, places
        self.lang = locale(language)
        self._named: set[str] = set()
        self.slack = 1.0 if shared.ours else _SLACK

    def style(self, name: Style) -> str:
        """Give the identifier of a style."""
        return self.shared.styles.id(name)

    def paragraph(self, style: Style, *runs: str, more: str = "") -> str:
        """Write a paragraph under a style."""
        return paragraph(self.style(style), *runs, more=more)

    def run(self, text: str, style: Style | None = None, lang: str = "", more: str = "") -> str:
        """Write a text in its language, that of the page unless it says another."""
        name = self.style(style) if style else ""
        return run(words(text), name, locale(lang) or self.lang, more)

    def said(self, cell: Cell) -> str:
        """Write a cell: its tone, its language, its link where it may be followed."""
        style = TONES[cell.tone]
        target = self._target(cell.link)
        style = Style.LINK if target else style
        told = cell.pieces or ((cell.text, cell.lang),)
        said = "".join(self.run(text, style, lang) for text, lang in told)
        return f"<w:hyperlink {target}>{said}</w:hyperlink>" if target else said

    def anchored(self, place: str, inside: str) -> str:
        """Name a place of the page, for the links that lead to it."""
        name = self.places.get(place)
        if not name or place in self._named:
            return inside
        self._named.add(place)
        number = name.rpartition("_")[2]
        start = element("bookmarkStart", id=number, name=name)
        return start + inside + element("bookmarkEnd", id=number)

    def picture(self, picture: Picture, alternative: str = "", widest: float = 0) -> str:
        """Put a picture in: decorative without an alternative text, which says what it shows.

        Args:
            picture: the drawing.
            alternative: what it shows; "" where the words beside say the same.
            widest: in points; it is made smaller to fit. 0 for the width of the sheet.
        """
        room = widest or self.width / POINT
        scale = min(1.0, room / picture.width)
        size = (round(picture.width * scale * _EMU), round(picture.height * scale * _EMU))
        named, _ = self.shared.document.part.get_or_add_image(io.BytesIO(picture.png))
        return run(_drawing(named, size, next(self.shared.numbers), tidy(alternative)))

    def _target(self, link: str) -> str:
        if link.startswith("#"):
            name = self.places.get(link[1:])
            return f"w:anchor={quoteattr(name)}" if name else ""
        kept = web_address(link)
        if not kept:
            return ""
        part = self.shared.document.part
        return f'r:id="{part.relate_to(kept, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"'


def places_of(blocks: Iterable[Block], start: int) -> dict[str, str]:
    """Name the places of a page as Word does; `start` numbers them apart from other pages."""
    places = [block.place for block in blocks if isinstance(block, Heading) and block.place]
    return {
        place: f"{_NOT_NAMED.sub('_', f'part_{place}')[:28]}_{number}"
        for number, place in enumerate(dict.fromkeys(places), start)
    }


def _drawing(named: str, size: tuple[int, int], number: int, alternative: str) -> str:
    wide, high = size
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    plain = "" if alternative else _DECORATIVE
    head = f"id={quoteattr(str(number))} name={quoteattr(f'Picture {number}')}"
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f"<wp:docPr {head} descr={quoteattr(alternative)}>{plain}</wp:docPr>"
        f'<a:graphic><a:graphicData uri="{picture}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {head}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{named}"/><a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative val="1"/></a:ext></a:extLst>'
)
