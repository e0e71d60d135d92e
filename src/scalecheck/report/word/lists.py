"""Lists that Word knows as lists: numbers that count, and bullets of any sign."""

import re
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from scalecheck.report.office.text import tidy
from scalecheck.report.word.styles import Style, Styles
from scalecheck.report.word.xml import NAMESPACES, element

_NUMBER = re.compile(r"(\d{1,4})\.")
_BULLET = "•"
_INDENT = 340


class Lists:
    """The lists of one document; each asked for gets a count of its own."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        self.root = document.part.numbering_part.element
        self.styles = styles
        self._bullets: dict[str, str] = {}

    def properties(self, sign: str, running: str) -> tuple[Style, str, str]:
        """Say how an item is listed after its sign.

        Args:
            sign: `3.` counts, `•` is a bullet of the house, "" goes on with the item above,
                anything else is a bullet of its own.
            running: the list that the number before was counted in, "" for a new one.

        Returns:
            The style, the list for `w:numId` ("" where the style says it), the running list.
        """
        sign = tidy(sign)
        found = _NUMBER.fullmatch(sign)
        if not sign:
            return Style.CONTINUE, "", running
        if found:
            counted = running or self._count(int(found[1]))
            return Style.NUMBER, counted, counted
        if sign == _BULLET and self.styles.numbered(Style.BULLET):
            return Style.BULLET, "", ""
        return Style.BULLET, self._bullet(sign), ""

    def _bullet(self, sign: str) -> str:
        if sign not in self._bullets:
            self._bullets[sign] = self._number(self._kind("bullet", sign))
        return self._bullets[sign]

    def _count(self, start: int) -> str:
        of_style = self.styles.numbered(Style.NUMBER)
        kind = self._kind_of(of_style) if of_style else ""
        return self._number(kind or self._kind("decimal", "%1."), start)

    def _kind_of(self, number: str) -> str:
        for one in self.root.findall(qn("w:num")):
            if one.get(qn("w:numId")) == number:
                return str(one.find(qn("w:abstractNumId")).get(qn("w:val")))
        return ""

    def _kind(self, form: str, sign: str) -> str:
        at = self._next("w:abstractNum", "w:abstractNumId")
        level = "".join((
            element("start", val=1), element("numFmt", val=form),
            f"<w:lvlText w:val={quoteattr(sign)}/>", element("lvlJc", val="left"),
            element("pPr", element("ind", left=_INDENT, hanging=_INDENT)),
        ))  # fmt: skip
        told = element("multiLevelType", val="singleLevel") + element("lvl", level, ilvl=0)
        before = self.root.find(qn("w:num"))
        one = self._made("abstractNum", told, f'w:abstractNumId="{at}"')
        self.root.insert(len(self.root) if before is None else self.root.index(before), one)
        return str(at)

    def _number(self, kind: str, start: int | None = None) -> str:
        at = self._next("w:num", "w:numId")
        told = element("abstractNumId", val=kind)
        if start is not None:
            told += element("lvlOverride", element("startOverride", val=start), ilvl=0)
        last = [n for n, one in enumerate(self.root) if one.tag == qn("w:num")]
        where = last[-1] + 1 if last else len(self.root)
        self.root.insert(where, self._made("num", told, f'w:numId="{at}"'))
        return str(at)

    def _made(self, name: str, inside: str, attributes: str) -> object:
        return parse_xml(f"<w:{name} {NAMESPACES} {attributes}>{inside}</w:{name}>")

    def _next(self, tag: str, attribute: str) -> int:
        taken = [int(one.get(qn(attribute))) for one in self.root.findall(qn(tag))]
        return max(taken, default=0) + 1
