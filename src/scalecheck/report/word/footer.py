"""The foot of a page: its lines, and the page out of how many."""

import re

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section

from scalecheck.language.catalogue import say
from scalecheck.report.page import Page
from scalecheck.report.word.sheet import Sheet
from scalecheck.report.word.styles import Style
from scalecheck.report.word.xml import NAMESPACES, element, run

_FIELD = re.compile(r"(\x02|\x03)")
_FIELDS = {"\x02": "PAGE", "\x03": "NUMPAGES"}
_LONGEST_BESIDE = 80


def write_footer(section: Section, page: Page, sheet: Sheet) -> None:
    """Write the foot of a section: in one line, or in two where its words are long."""
    section.footer.is_linked_to_previous = False
    root = section.footer._element
    for old in root.findall(qn("w:p")):
        root.remove(old)
    lines = " · ".join(page.footer)
    stop = element("tabs", element("tab", val="right", pos=sheet.width))
    beside = sheet.shared.ours and len(lines) <= _LONGEST_BESIDE
    told = [sheet.run(lines), element("r", element("tab")), *_count(sheet)]
    right = element("jc", val="right")
    rows = [(told, stop)] if beside else [(told[:1], ""), (told[2:], right)]
    for row, more in rows:
        written = sheet.paragraph(Style.FOOTER, *row, more=more)
        root.append(parse_xml(written.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def foot_in_text(page: Page, sheet: Sheet) -> str:
    """Write the lines of the foot at the end of the text, where a house style has its own foot."""
    return "".join(
        sheet.paragraph(Style.NORMAL, sheet.run(line, Style.QUIET)) for line in page.footer
    )


def _count(sheet: Sheet) -> list[str]:
    said = say("office.page", sheet.language, page="\x02", pages="\x03")
    return [
        _field(_FIELDS[piece], sheet) if piece in _FIELDS else sheet.run(piece)
        for piece in _FIELD.split(said)
        if piece
    ]


def _field(name: str, sheet: Sheet) -> str:
    inside = run("<w:t>1</w:t>", lang=sheet.lang)
    return element("fldSimple", inside, instr=f" {name} ")
