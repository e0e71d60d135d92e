"""What a reader finds in a file, in reading order: the text of every format."""

import html
import io
import re
import zipfile
from functools import cache

from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from tests.report.kinds.pages import pages_of

from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS

_UNREAD = re.compile(r"<(head|script|style|svg)\b.*?</\1>", re.S)
_TAG = re.compile("<[^>]*>")
_SLICE = re.compile(r"</w:(?:p|tr)>")


def text_of(format, data):
    """The text of a document as its reader meets it; in HTML, what the page shows."""
    return {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx, "html": _html}.get(format, _plain)(data)


@cache
def told_by(name, kind, language, format):
    """The text of a report of an example, read back from its file."""
    pages = pages_of(name, kind, language)
    return text_of(format, WRITERS[format].write(pages, Printing()))


def letters(text):
    """The letters and figures alone: formats break lines and escape signs in their own ways."""
    return "".join(c for c in text if c.isalnum())


def _pdf(data):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _docx(data):
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return html.unescape(_TAG.sub("", _SLICE.sub("\n", document)))


def _xlsx(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return "\n".join(" ".join(str(value) for value in row if value != "") for row in rows)


def _html(data):
    return html.unescape(_TAG.sub("", _UNREAD.sub("", data.decode())))


def _plain(data):
    return data.decode()
