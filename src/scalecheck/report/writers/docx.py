"""Word: a document that stays open to changes, read by a screen reader as it is by the eye."""

import io
from collections.abc import Sequence

from scalecheck.extras import needing
from scalecheck.report.page import Page, Printing

MAIN = "word/document.xml"


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one Word document, the same bytes for the same pages.

    Raises:
        MissingExtra: python-docx is not installed.
        UnusableReference: the house style is refused; the reason and the part say why.
        ValueError: there is no page to lay out.
    """
    if not pages:
        raise ValueError("a document has a page at least")
    with needing("docx"):
        import docx  # noqa: F401
    from scalecheck.report.office.package import read_parts, write_parts
    from scalecheck.report.office.result import attach_result
    from scalecheck.report.word.compose import compose

    out = io.BytesIO()
    compose(pages, printing).save(out)
    parts = read_parts(out.getvalue())
    if printing.result:
        attach_result(parts, MAIN, printing.result)
    return write_parts(parts)
