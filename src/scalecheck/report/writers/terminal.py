"""The terminal: pages drawn by rich, or told plainly, in UTF-8."""

from collections.abc import Iterator, Sequence

from scalecheck.report.blocks import Block, Break, Cell, Paragraph, Tone
from scalecheck.report.format import Look
from scalecheck.report.page import Page, Printing
from scalecheck.report.screen import show


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages for a terminal, one after the other.

    In plain mode nothing is drawn and tables are read row by row, for a screen reader or a
    braille display. Links are left out: what they lead to is in the other formats.
    """
    look = Look(printing.width, printing.plain, printing.colour)
    told = (show(_blocks(page), look, page.language, told=printing.plain) for page in pages)
    return "\n\n".join(told).encode()


def _blocks(page: Page) -> Iterator[Block]:
    yield from page.blocks
    yield Break()
    yield from (Paragraph(Cell(line, Tone.QUIET)) for line in page.footer)
