"""An office file as what it is: named parts in a zip. The same parts make the same bytes."""

import io
import zipfile
from collections.abc import Mapping

Parts = dict[str, bytes]

CONTENT_TYPES = "[Content_Types].xml"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def read_parts(data: bytes) -> Parts:
    """Read the parts of a package that we wrote ourselves."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Write a package: the list of types first, then the rest by name, no clock anywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda one: (one != CONTENT_TYPES, one)):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name])
    return out.getvalue()


def insert_before(parts: Parts, name: str, closing: str, more: str) -> None:
    """Put XML before a closing tag of a part.

    Raises:
        KeyError: the part is not there, or does not close so.
    """
    before, mark, after = parts[name].rpartition(closing.encode())
    if not mark:
        raise KeyError(f"{name}: {closing}")
    parts[name] = before + more.encode() + mark + after
