"""The machine result inside an office file: a part of its own, which Word and Excel keep.

A report carries its own data: `read_result` gives back, byte for byte in meaning, the JSON that
was put in. The part is `customXml/item…`, its root `{urn:scalecheck:result:1}result`.
"""

import io
import re
import uuid
import zipfile
import zlib
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from scalecheck.report.office.package import CONTENT_TYPES, Parts, insert_before

NAMESPACE = "urn:scalecheck:result:1"
LARGEST = 64_000_000

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ITEM = re.compile(r"customXml/item\d+\.xml")
_BEYOND_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ElementTree.ParseError)


def attach_result(parts: Parts, main: str, result: str) -> None:
    """Put a JSON result into a package.

    Args:
        parts: the package, changed in place.
        main: its first part, which the result is tied to: `word/document.xml`.
        result: JSON. What XML cannot hold is written as JSON escapes, which mean the same.
    """
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    told = escape(_BEYOND_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", result))
    parts[item] = f'{_HEAD}<result xmlns="{NAMESPACE}">{told}</result>'.encode()
    parts[properties] = _properties(result)
    link = _relationship("rId1", "customXmlProps", f"itemProps{number}.xml")
    parts[f"customXml/_rels/item{number}.xml.rels"] = (
        f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{link}</Relationships>'.encode()
    )
    folder, _, name = main.rpartition("/")
    up = _relationship("rIdResult", "customXml", f"../{item}")
    insert_before(parts, f"{folder}/_rels/{name}.rels", "</Relationships>", up)
    override = f'<Override PartName="/{properties}" ContentType="{_PROPERTIES_TYPE}"/>'
    insert_before(parts, CONTENT_TYPES, "</Types>", override)


def read_result(data: bytes) -> str:
    """Find the JSON result that a Word or Excel report carries; "" where it carries none.

    Returns:
        The JSON as it was put in. "" too for what is not an office file, or is too large to be
        one of ours.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [one for one in package.infolist() if _ITEM.fullmatch(one.filename)]
            items = [package.read(one) for one in entries if one.file_size <= LARGEST]
            return next(filter(None, map(_told, items)), "")
    except _UNREADABLE:
        return ""


def _told(item: bytes) -> str:
    if b"<!DOCTYPE" in item:
        return ""
    root = ElementTree.fromstring(item)
    return (root.text or "") if root.tag == f"{{{NAMESPACE}}}result" else ""


def _properties(result: str) -> bytes:
    store = f"{_OFFICE}/customXml"
    name = str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE + result)).upper()
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{{name}}}" xmlns:ds="{store}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _relationship(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
