"""The styles of a document: found by the names that Word gives them in every language.

A house style that lacks one gets ours, so that a report is laid out whatever it was given.
"""

import copy
from collections.abc import Mapping
from enum import StrEnum

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from scalecheck.report.blocks import Tone
from scalecheck.report.word.base import base_parts


class Style(StrEnum):
    """The styles that a report uses: names of Word, and a few of its own that begin by Report."""

    NORMAL = "Normal"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    PART = "heading 1"
    SECTION = "heading 2"
    DETAIL = "heading 3"
    BULLET = "List Bullet"
    NUMBER = "List Number"
    CONTINUE = "List Continue"
    QUESTION = "Quote"
    ANSWER = "Intense Quote"
    NOTICE = "Block Text"
    CAPTION = "caption"
    FOOTER = "footer"
    FIELD = "Report Field"
    CELL = "Report Cell"
    COLUMN = "Report Column"
    FIGURE = "Report Figure"
    STRONG = "Strong"
    QUIET = "Subtle Emphasis"
    ACCENT = "Intense Emphasis"
    WARNING = "Report Warning"
    GOOD = "Report Good"
    LINK = "Hyperlink"
    TABLE = "Report Table"
    TRACK = "Report Track"


TONES: Mapping[Tone, Style | None] = {
    Tone.PLAIN: None,
    Tone.STRONG: Style.STRONG,
    Tone.QUIET: Style.QUIET,
    Tone.ACCENT: Style.ACCENT,
    Tone.WARN: Style.WARNING,
    Tone.GOOD: Style.GOOD,
}

_ID, _NAME, _VALUE = qn("w:styleId"), qn("w:name"), qn("w:val")
_POINTERS = (qn("w:basedOn"), qn("w:next"))


class Styles:
    """The styles of one document, by name; a style is put in when it is first asked for."""

    def __init__(self, document: WordDocument) -> None:
        self.sheet: BaseOxmlElement = document.styles.element
        self._found = _by_name(self.sheet)
        self._ours = _by_name(parse_xml(base_parts()["word/styles.xml"]))
        self._names = {one.get(_ID): name for name, one in self._ours.items()}

    def id(self, name: str) -> str:
        """Give the identifier that the document knows a style by."""
        found = self._found.get(name.lower())
        if found is None:
            found = self._copied(name.lower())
        return str(found.get(_ID))

    def numbered(self, name: str) -> str:
        """Give the list that a style counts in, "" where it counts in none."""
        self.id(name)
        told = self._found[name.lower()].find(f".//{qn('w:numPr')}/{qn('w:numId')}")
        return "" if told is None else str(told.get(_VALUE))

    def _copied(self, name: str) -> BaseOxmlElement:
        style = copy.deepcopy(self._ours[name])
        taken = {one.get(_ID) for one in self.sheet}
        if style.get(_ID) in taken:
            style.set(_ID, next(f"Report{n}" for n in range(1000) if f"Report{n}" not in taken))
        style.attrib.pop(qn("w:default"), None)
        for numbered in style.findall(f".//{qn('w:numPr')}"):
            numbered.getparent().remove(numbered)
        self._found[name] = style
        self.sheet.append(style)
        for pointer in [one for one in style if one.tag in _POINTERS]:
            pointer.set(_VALUE, self.id(self._names[pointer.get(_VALUE)]))
        return style


def _by_name(sheet: BaseOxmlElement) -> dict[str, BaseOxmlElement]:
    found: dict[str, BaseOxmlElement] = {}
    for style in sheet.findall(qn("w:style")):
        name = style.find(_NAME)
        if name is not None and style.get(_ID):
            found.setdefault(str(name.get(_VALUE)).lower(), style)
    return found
