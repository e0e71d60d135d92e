"""What a document says of itself: title, subject, language, day. No person is named."""

import datetime

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from scalecheck.report.office.text import locale, tidy
from scalecheck.report.page import Page
from scalecheck.report.word.xml import NAMESPACES, element

_LONGEST = 255
_EPOCH = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def describe(document: WordDocument, page: Page) -> None:
    """Write the properties of a document, from its first page."""
    core = document.core_properties
    core.title = tidy(page.title)[:_LONGEST]
    core.subject = tidy(page.about)[:_LONGEST]
    core.language = locale(page.language)
    core.author = core.last_modified_by = ""
    core.created = core.modified = day_of(page)
    core.revision = 1


def day_of(page: Page) -> datetime.datetime:
    """Read the day of a page: the only date that its file carries."""
    try:
        return datetime.datetime.fromisoformat(page.day).replace(tzinfo=datetime.UTC)
    except ValueError:
        return _EPOCH


def set_language(document: WordDocument, lang: str) -> None:
    """Say the language of a document where Word looks for it: in the defaults of its styles."""
    styles = document.styles.element
    told = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if told is None:
        for old in styles.findall(qn("w:docDefaults")):
            styles.remove(old)
        inside = element("rPrDefault", element("rPr"))
        styles.insert(0, parse_xml(f"<w:docDefaults {NAMESPACES}>{inside}</w:docDefaults>"))
        told = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in told.findall(qn("w:lang")):
        told.remove(old)
    told.append(parse_xml(f'<w:lang {NAMESPACES} w:val="{lang}" w:eastAsia="{lang}"/>'))
    for one in document.settings.element.findall(qn("w:themeFontLang")):
        one.set(qn("w:val"), lang)
