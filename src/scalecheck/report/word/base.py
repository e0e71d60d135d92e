"""The document that a report begins with: our own parts, kept as readable XML."""

from pathlib import Path

from scalecheck.report.office.package import Parts, write_parts

_FOLDER = Path(__file__).parent / "base"
_PLACES = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package.rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document.rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


def base_parts() -> Parts:
    """Read the parts of an empty report."""
    return {place: (_FOLDER / name).read_bytes() for place, name in _PLACES.items()}


def base_document() -> bytes:
    """Make the empty Word document that a report is laid out in."""
    return write_parts(base_parts())
