"""A workbook that came back, opened with care: bounded, and rebuilt from what was checked.

The library that reads cells takes any size that a file claims: a single cell at the far end of a
sheet makes it ask for more memory than there is, and stops the whole program. So sizes are read
first, and it is given only what was read.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

MOST_BYTES = 64_000_000  # of all parts together, once unpacked
MOST_PARTS = 2_000
_KEPT = (".xml", ".rels", "mimetype")


# What a damaged archive makes its reader say: a wrong place, a wrong size, an unknown method.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
)


class RefusedPackage(ValueError):  # noqa: N818
    """The file is no workbook that can be read, or is larger than any form."""


def read_package(data: bytes) -> Mapping[str, bytes]:
    """Unpack the parts of a workbook that hold texts.

    Raises:
        RefusedPackage: it is not a package, or more than a form could hold.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return dict(_parts(package))
    except RefusedPackage:
        raise
    except _BROKEN as error:
        raise RefusedPackage(str(error)) from error


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    left = MOST_BYTES
    infos = package.infolist()
    if len(infos) > MOST_PARTS:
        raise RefusedPackage("parts")
    for info in infos:
        if not info.filename.endswith(_KEPT):
            continue
        with package.open(info) as part:
            read = part.read(left + 1)
        left -= len(read)
        if left < 0 or b"<!DOCTYPE" in read or b"<!ENTITY" in read:
            raise RefusedPackage(info.filename)
        yield info.filename, read


def rebuild(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Pack again the parts that were read, and nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part)
    out.seek(0)
    return out


def is_workbook(parts: Mapping[str, bytes]) -> bool:
    """Tell a workbook (xlsx or ods) from any other package."""
    return "xl/workbook.xml" in parts or is_open_document(parts)


def is_open_document(parts: Mapping[str, bytes]) -> bool:
    """Tell a workbook of LibreOffice from one of Excel."""
    return parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet")
