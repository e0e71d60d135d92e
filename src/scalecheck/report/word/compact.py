"""One sheet: the same styles, smaller, with narrower margins."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

_LETTERS, _SPACES, _LEAST = 0.84, 0.35, 15  # shares; half-points: nothing smaller than 7.5 points
_MARGIN = 620
_SINGLE = 240  # lines, one under the other, no room between


def make_compact(document: WordDocument) -> None:
    """Make the styles and the margins of a document smaller, for a page that is one sheet."""
    styles = document.styles.element
    value = qn("w:val")
    for name in ("w:sz", "w:szCs"):
        for size in styles.iter(qn(name)):
            size.set(value, str(max(round(int(size.get(value)) * _LETTERS), _LEAST)))
    for spacing in styles.iter(qn("w:spacing")):
        _shrink(spacing, (qn("w:before"), qn("w:after")))
        if spacing.get(qn("w:line")):
            spacing.set(qn("w:line"), str(_SINGLE))
    for edges in styles.iter(qn("w:tblCellMar")):
        for side in (*edges.findall(qn("w:top")), *edges.findall(qn("w:bottom"))):
            _shrink(side, (qn("w:w"),))
    section = document.sections[0]
    section.left_margin = section.right_margin = Twips(_MARGIN + 200)
    section.top_margin = section.bottom_margin = Twips(_MARGIN)
    section.footer_distance = Twips(_MARGIN // 2)


def _shrink(one: BaseOxmlElement, keys: Iterable[str]) -> None:
    for key in keys:
        if one.get(key):
            one.set(key, str(round(int(one.get(key, "0")) * _SPACES)))
