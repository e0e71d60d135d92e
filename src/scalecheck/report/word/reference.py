"""A house style: a Word document given by someone, judged before anything reads it as one.

It is kept for its styles, its header and footer and its page. Its words, its pictures, its
comments and its properties never reach a report.
"""

import io
import re
import zipfile
import zlib

from scalecheck.errors import UnusableReference
from scalecheck.report.office.package import CONTENT_TYPES, Parts
from scalecheck.report.word.refusals import Reason

LARGEST_FILE = 20_000_000
LARGEST_WHOLE = 100_000_000
MOST_PARTS = 2_000

_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_MAIN = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_ACTIVE_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject", re.I)
_ACTIVE_NAMES = re.compile(r"vbaProject|vbaData|activeX/|embeddings/|\.(?:bin|exe|dll|js)$", re.I)
_STYLED = re.compile(r"word/_rels/(?:header|footer)\d*\.xml\.rels")
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"relationships/hyperlink[\"']")


def reference_parts(data: bytes) -> Parts:
    """Read a house style, or refuse it.

    Returns:
        Its parts; a template (.dotx) reads as a document.

    Raises:
        UnusableReference: it is not a Word document, it is too large once unfolded, it holds
            macros or other active parts, or it fetches pictures from elsewhere.
    """
    if data.startswith(_OLD_OR_LOCKED):
        raise UnusableReference(Reason.OLD_OR_LOCKED)
    if len(data) > LARGEST_FILE:
        raise UnusableReference(Reason.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _unfold(package)
    except zipfile.BadZipFile as error:
        raise UnusableReference(Reason.NOT_WORD) from error
    return _judged(parts)


def _unfold(package: zipfile.ZipFile) -> Parts:
    entries = package.infolist()
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > LARGEST_WHOLE:
        raise UnusableReference(Reason.TOO_LARGE)
    parts: Parts = {}
    for entry in entries:
        if entry.filename in parts:
            raise UnusableReference(Reason.BROKEN, entry.filename)
        try:
            parts[entry.filename] = package.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as bad:
            raise UnusableReference(Reason.BROKEN, entry.filename) from bad
    return parts


def _judged(parts: Parts) -> Parts:
    types = parts.get(CONTENT_TYPES, b"")
    if _ACTIVE_TYPES.search(types):
        raise UnusableReference(Reason.ACTIVE, CONTENT_TYPES)
    if _MAIN not in types and _TEMPLATE not in types:
        raise UnusableReference(Reason.NOT_WORD)
    for name, part in parts.items():
        _judge(name, part)
    return parts | {CONTENT_TYPES: types.replace(_TEMPLATE, _MAIN)}


def _judge(name: str, part: bytes) -> None:
    if _ACTIVE_NAMES.search(name):
        raise UnusableReference(Reason.ACTIVE, name)
    if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part:
        raise UnusableReference(Reason.DOCTYPE, name)
    if _STYLED.fullmatch(name) and not all(map(_LINK.search, _OUTSIDE.findall(part))):
        raise UnusableReference(Reason.LINKED, name)
