"""Excel: the same page as tables to sort and to filter, a sheet for each of its parts.

No drawing, no merged cell, no formula: signs and words say everything, and a text is never more.
"""

from collections.abc import Sequence

from scalecheck.extras import needing
from scalecheck.report.page import Page, Printing

MAIN = "xl/workbook.xml"
_CORE = "docProps/core.xml"


def write(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one Excel workbook, the same bytes for the same pages.

    Raises:
        MissingExtra: xlsxwriter is not installed.
        ValueError: there is no page to lay out.
    """
    if not pages:
        raise ValueError("a workbook has a page at least")
    with needing("xlsx"):
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: F401
    from scalecheck.report.excel.book import compose
    from scalecheck.report.office.package import insert_before, read_parts, write_parts
    from scalecheck.report.office.result import attach_result
    from scalecheck.report.office.text import locale

    parts = read_parts(compose(pages, printing))
    lang = f"<dc:language>{locale(pages[0].language)}</dc:language>"
    insert_before(parts, _CORE, "</cp:coreProperties>", lang)
    if printing.result:
        attach_result(parts, MAIN, printing.result)
    return write_parts(parts)
