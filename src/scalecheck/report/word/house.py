"""An empty document in a house style: everything but its styles, header, footer and page is gone.

What it still points at decides what is written, so nothing of its old content is left behind.
"""

import io
from collections.abc import Iterable

from scalecheck.errors import UnusableReference
from scalecheck.extras import needing
from scalecheck.report.office.package import write_parts
from scalecheck.report.word.base import base_document, base_parts
from scalecheck.report.word.reference import reference_parts
from scalecheck.report.word.refusals import Reason

with needing("docx"):
    from docx import Document
    from docx.document import Document as WordDocument
    from docx.exceptions import PythonDocxError
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.exceptions import OpcError
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml.ns import qn
    from docx.parts.numbering import NumberingPart

_KEPT = ("styles", "numbering", "theme", "fontTable", "settings", "webSettings")
_ON_THE_SHEET = ("header", "footer")
_KEPT_OF_PACKAGE = ("officeDocument", "core-properties")
_SETTINGS_DROPPED = (
    "attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection",
    "rsids", "trackRevisions", "footnotePr", "endnotePr", "attachedSchema", "savePreviewPicture",
)  # fmt: skip
_BROKEN = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, NotImplementedError,
    SyntaxError, OpcError, PythonDocxError,
)  # fmt: skip


def open_document(reference: bytes | None) -> WordDocument:
    """Open the document that a report is laid out in: ours, or one in a house style.

    Raises:
        UnusableReference: the house style is refused, or python-docx cannot read it.
    """
    if reference is None:
        return Document(io.BytesIO(base_document()))
    parts = reference_parts(reference)
    try:
        return _emptied(Document(io.BytesIO(write_parts(parts))))
    except _BROKEN as error:
        raise UnusableReference(Reason.BROKEN) from error


def _emptied(document: WordDocument) -> WordDocument:
    body = document.element.body
    for one in list(body):
        if one.tag != qn("w:sectPr"):
            body.remove(one)
    section = body.get_or_add_sectPr()
    named = {value for one in section for key, value in one.attrib.items() if key == qn("r:id")}
    _drop(document.part, _KEPT, named)
    _drop(document.part._settings_part, ())
    for name in _SETTINGS_DROPPED:
        for one in document.settings.element.findall(qn(f"w:{name}")):
            document.settings.element.remove(one)
    _forget_people(document)
    _give_numbering(document)
    return document


def _drop(part: Part, kept: Iterable[str], named: Iterable[str] = ()) -> None:
    """Drop what a part points at, save what is kept by its kind or its name."""
    for name, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        on_sheet = kind in _ON_THE_SHEET and name in set(named)
        if kind not in set(kept) and not on_sheet:
            del part.rels[name]


def _forget_people(document: WordDocument) -> None:
    package = document.part.package
    if package is None:
        return
    for name, relation in list(package.rels.items()):
        if relation.reltype.rpartition("/")[2] not in _KEPT_OF_PACKAGE:
            del package.rels[name]
    app = base_parts()["docProps/app.xml"]
    place = PackURI("/docProps/app.xml")
    part = Part(place, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, app, package)
    package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for one in list(document.core_properties._element):
        document.core_properties._element.remove(one)


def _give_numbering(document: WordDocument) -> None:
    """Give a document without lists the part that they are counted in."""
    if any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in document.part.rels.values()):
        return
    place, blob = PackURI("/word/numbering.xml"), base_parts()["word/numbering.xml"]
    package = document.part.package
    if package is None:
        return
    part = NumberingPart.load(place, CONTENT_TYPE.WML_NUMBERING, blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
