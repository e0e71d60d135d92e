"""PDF: printed sheets, tagged for screen readers, with fonts inside and the result attached."""

from collections.abc import Sequence

from scalecheck.extras import needing
from scalecheck.report.page import Page, Printing


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one PDF (PDF/UA-1 with PDF/A-3a); same pages, same bytes.

    Raises:
        MissingExtra: Typst is not installed.
        PrintingError: Typst refuses the document.
    """
    with needing("pdf"):
        from scalecheck.report.typst.printer import print_pages
    return print_pages(pages, printing)


def sheets(pages: Sequence[Page], printing: Printing) -> int:
    """Count the sheets that pages take; a page that asks for one may need its words cut.

    Raises:
        MissingExtra: Typst is not installed.
        PrintingError: Typst refuses the document.
    """
    with needing("pdf"):
        from scalecheck.report.typst.printer import count_sheets
    return count_sheets(pages, printing)
