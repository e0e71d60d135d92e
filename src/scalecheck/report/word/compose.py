"""Pages composed into one Word document: sections, each in its language, in one style."""

from collections.abc import Sequence
from itertools import chain, count

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Twips

from scalecheck.report.office.text import locale
from scalecheck.report.page import Page, Paper, Printing
from scalecheck.report.word.compact import make_compact
from scalecheck.report.word.figures import draw_all, drawings_of
from scalecheck.report.word.footer import foot_in_text, write_footer
from scalecheck.report.word.house import open_document
from scalecheck.report.word.layout import lay_out
from scalecheck.report.word.lists import Lists
from scalecheck.report.word.properties import describe, set_language
from scalecheck.report.word.sheet import Shared, Sheet, places_of
from scalecheck.report.word.styles import Styles
from scalecheck.report.word.xml import NAMESPACES

_PAPERS = {Paper.LETTER: (12240, 15840), Paper.A4: (11906, 16838)}
_LEAST_ROOM = 4_000


def compose(pages: Sequence[Page], printing: Printing) -> WordDocument:
    """Lay out pages as one document, one section each.

    Raises:
        UnusableReference: the house style cannot be used.
    """
    document = open_document(printing.reference)
    ours = printing.reference is None
    if ours:
        _set_paper(document, printing.paper)
        if all(page.single for page in pages):
            make_compact(document)
    describe(document, pages[0])
    set_language(document, locale(pages[0].language))
    drawings = chain.from_iterable(drawings_of(page.blocks) for page in pages)
    styles = Styles(document)
    shared = Shared(document, styles, Lists(document, styles), draw_all(drawings), count(1), ours)
    named = 1
    for number, page in enumerate(pages):
        if number:
            document.add_section(WD_SECTION.NEW_PAGE)
        named = _add(page, shared, named)
    return document


def _add(page: Page, shared: Shared, named: int) -> int:
    """Add one page, and its foot; give the number that the next place of a link is named by."""
    section = shared.document.sections[-1]
    places = places_of(page.blocks, named)
    sheet = Sheet(shared, page.language, _room(section), places)
    written = "".join(lay_out(page, sheet))
    if _has_foot(section, page):
        written += foot_in_text(page, sheet)
    else:
        write_footer(section, page, sheet)
    body = shared.document.element.body
    root = parse_xml(f"<w:body {NAMESPACES}>{written}</w:body>")
    end = body.find(qn("w:sectPr"))
    for one in list(root):
        end.addprevious(one)
    return named + len(places)


def _has_foot(section: Section, page: Page) -> bool:
    """Tell whether the house style has words at the foot of its pages."""
    own = section._sectPr.findall(qn("w:footerReference"))
    return bool(own) and any(one.text.strip() for one in section.footer.paragraphs)


def _set_paper(document: WordDocument, paper: Paper) -> None:
    wide, high = _PAPERS[paper]
    section = document.sections[0]
    section.page_width, section.page_height = Twips(wide), Twips(high)


def _room(section: Section) -> int:
    whole, left, right = section.page_width, section.left_margin, section.right_margin
    if whole is None or left is None or right is None:
        return _PAPERS[Paper.LETTER][0] - 2 * 1440
    return max(round((whole - left - right) / Twips(1)), _LEAST_ROOM)
