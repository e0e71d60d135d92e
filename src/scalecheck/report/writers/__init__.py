"""The writers of pages, one visible list. What a writer needs is imported when it writes."""

from collections.abc import Mapping, Sequence

from scalecheck.report.page import Page, Printing, Writer


def _html(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.html import write

    return write(pages, printing)


def _markdown(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.markdown import write

    return write(pages, printing)


def _terminal(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.terminal import write

    return write(pages, printing)


def _pdf(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.pdf import write

    return write(pages, printing)


def _docx(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.docx import write

    return write(pages, printing)


def _xlsx(pages: Sequence[Page], printing: Printing) -> bytes:
    from scalecheck.report.writers.xlsx import write

    return write(pages, printing)


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

WRITERS: Mapping[str, Writer] = {
    "terminal": Writer("terminal", "text/plain", "txt", "", _terminal),
    "markdown": Writer("markdown", "text/markdown", "md", "", _markdown),
    "html": Writer("html", "text/html", "html", "", _html),
    "pdf": Writer("pdf", "application/pdf", "pdf", "pdf", _pdf),
    "docx": Writer("docx", _WORD, "docx", "docx", _docx),
    "xlsx": Writer("xlsx", _EXCEL, "xlsx", "xlsx", _xlsx),
}
