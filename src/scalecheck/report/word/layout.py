"""A page laid out: each block as WordprocessingML, in reading order."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from scalecheck.report.blocks import (
    Block,
    Break,
    Cards,
    Deeds,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Title,
    Verdict,
)
from scalecheck.report.charts import draw
from scalecheck.report.page import Page
from scalecheck.report.view.plane import Plane
from scalecheck.report.word import grids, panels
from scalecheck.report.word.deeds import deeds
from scalecheck.report.word.sheet import Sheet
from scalecheck.report.word.styles import Style
from scalecheck.report.word.xml import element, spacer

_Panel = Title | Verdict | Notice | Cards | Ladder | Fields | Grid | Deeds
_HEADINGS = (Style.PART, Style.SECTION, Style.DETAIL)
_FIRST = re.compile(r"<w:p><w:pPr><w:pStyle w:val=\"[^\"]*\"/>(?:<w:keepNext/>)?")
_PLANE = 230  # points: as wide as it need be to be read
_NEW_PAGE = "<w:pageBreakBefore/>"


def lay_out(page: Page, sheet: Sheet) -> Iterator[str]:
    """Lay out the blocks of a page. Two tables never touch: Word would make one of them."""
    layout = _Layout(sheet)
    kept = [block for block in page.blocks if not _is_empty(block)]
    for block, following in pairwise([*kept, None]):
        if block is None or isinstance(block, Break):
            layout.begins_sheet = layout.has_begun
            continue
        written = layout.block(block)
        yield layout.placed(written)
        if written.endswith("</w:tbl>") and not isinstance(following, Heading):
            yield spacer()


def _is_empty(block: Block) -> bool:
    """Tell a paragraph that only holds room in a page of characters."""
    return isinstance(block, Paragraph) and not block.cell.text.strip()


def _panel(block: _Panel, sheet: Sheet) -> str:
    match block:
        case Title():
            return panels.title(block, sheet)
        case Verdict():
            return panels.verdict(block, sheet)
        case Notice():
            return panels.notice(block, sheet)
        case Cards():
            return panels.cards(block, sheet)
        case Ladder():
            return panels.ladder(block, sheet)
        case _:
            return _table(block, sheet)


def _table(block: Fields | Grid | Deeds, sheet: Sheet) -> str:
    match block:
        case Fields():
            return grids.fields(block, sheet)
        case Grid():
            return grids.grid(block, sheet)
        case Deeds():
            return deeds(block, sheet)
        case _:
            assert_never(block)


class _Layout:
    """A page on its way: the depth of its headings, the count of its lists, its sheets."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.depth = 0
        self.running = ""
        self.begins_sheet = False
        self.has_begun = False

    def placed(self, written: str) -> str:
        """Begin a new sheet where one was asked for."""
        begins, self.begins_sheet, self.has_begun = self.begins_sheet, False, True
        found = _FIRST.match(written) if begins else None
        if found is None:
            return spacer(new_page=True) + written if begins else written
        return found[0] + _NEW_PAGE + written[found.end() :]

    def block(self, block: Block) -> str:
        """Write one block."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self.sheet.paragraph(Style.NORMAL, self.sheet.said(block.cell))
            case Items():
                return self._items(block)
            case Plane():
                return self._plane(block)
            case Break():
                return ""
            case _:
                return _panel(block, self.sheet)

    def _heading(self, block: Heading) -> str:
        """Write a heading; none is deeper by two than the one before."""
        self.running = ""
        self.depth = max(1, min(block.level - 1, self.depth + 1, len(_HEADINGS)))
        said = self.sheet.anchored(block.place, self.sheet.run(block.text, lang=block.lang))
        return self.sheet.paragraph(_HEADINGS[self.depth - 1], said)

    def _items(self, block: Items) -> str:
        """Write a list; numbers go on from the list before until a heading comes."""
        if block.items and block.items[0][0] == "1.":
            self.running = ""
        written = []
        for sign, cell in block.items:
            style, number, running = self.sheet.shared.lists.properties(sign, self.running)
            self.running = running or self.running
            count = element("numPr", element("ilvl", val=0), element("numId", val=number))
            said = self.sheet.said(cell)
            written.append(self.sheet.paragraph(style, said, more=count if number else ""))
        return "".join(written)

    def _plane(self, block: Plane) -> str:
        """Write two ranks: the drawing where there is one, and the words that say the same."""
        sheet, picture = self.sheet, self.sheet.shared.pictures.get(draw(block))
        said = grids.caption(block.caption, sheet)
        if picture is not None:
            shown = sheet.picture(picture, f"{block.caption}. {block.words}", _PLANE)
            said += sheet.paragraph(Style.NORMAL, shown, more=element("keepNext"))
        return said + sheet.paragraph(Style.NORMAL, sheet.run(block.words))
