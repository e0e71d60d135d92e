"""HTML: one file, no script that runs, no request; it prints, and carries its own data."""

from collections.abc import Sequence

from scalecheck.report.layout.document import compose, first_cards
from scalecheck.report.layout.embedding import embed
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.templating import render_document, render_template


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one HTML document, in UTF-8.

    A single project page that holds its view has the layout made for it; any other page, and
    several pages together, are laid out from their blocks.
    """
    result = embed(printing.result)
    if len(pages) == 1 and pages[0].kind is PageKind.PROJECT and pages[0].view:
        cards = first_cards(pages[0])
        return render_template("report.html.j2", pages[0].view, result, cards).encode()
    return render_document(compose(pages), printing.paper.value, result).encode()
