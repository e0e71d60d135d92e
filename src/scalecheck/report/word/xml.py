"""WordprocessingML as text: elements, paragraphs, runs. Everything written passes through here."""

import re
from xml.sax.saxutils import escape, quoteattr

from scalecheck.report.layout.hyphens import HYPHEN
from scalecheck.report.office.text import tidy

NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.{home}"'
    for prefix, home in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "r": "openxmlformats.org/officeDocument/2006/relationships",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "pic": "openxmlformats.org/drawingml/2006/picture",
        "adec": "microsoft.com/office/drawing/2017/decorative",
    }.items()
)
KEEP = "<w:keepNext/>"
_RANGE, _FIRM = "\u2060–\u2060", "\u2011"  # fonts of office draw the joiner of a range as a box
_HYPHENS = {HYPHEN: "<w:softHyphen/>", _FIRM: "<w:noBreakHyphen/>"}
_PARTS = re.compile(f"([{HYPHEN}{_FIRM}])")


def element(tag: str, /, *inside: str, **attributes: object) -> str:
    """Write an element of Word; its attributes are in the same namespace."""
    said = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    body = "".join(inside)
    return f"<w:{tag}{said}>{body}</w:{tag}>" if body else f"<w:{tag}{said}/>"


def words(text: str) -> str:
    """Write a text, its spaces kept; hyphens that are soft, or that no line parts, as Word does."""
    told = tidy(text.replace(_RANGE, _FIRM))
    return "".join(
        _HYPHENS.get(one) or f'<w:t xml:space="preserve">{escape(one)}</w:t>'
        for one in _PARTS.split(told)
        if one
    )


def run(inside: str, style: str = "", lang: str = "", more: str = "") -> str:
    """Write a run: what is inside, under a character style, in a language of its own."""
    said = element("rStyle", val=style) if style else ""
    said += more
    said += element("lang", val=lang) if lang else ""
    return element("r", element("rPr", said) if said else "", inside)


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """Write a paragraph; `more` are properties of its own, in the order of the schema."""
    return element("p", element("pPr", element("pStyle", val=style), more), *runs)


def spacer(new_page: bool = False) -> str:
    """Write the thin line that keeps two tables apart, or that begins a sheet."""
    thin = element("spacing", before=0, after=0, line=120, lineRule="exact")
    before = element("pageBreakBefore") if new_page else ""
    return element("p", element("pPr", before, thin))
