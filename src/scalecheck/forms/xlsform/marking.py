"""What a form says of itself in fields that nobody sees, and that come back with every answer."""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Mapping

from scalecheck.forms.mark import FormMark
from scalecheck.forms.sheet_json import read_sheet, write_sheet
from scalecheck.forms.xlsform.literals import literal
from scalecheck.forms.xlsform.names import (
    FINGERPRINT,
    FORM,
    FORMAT,
    LANGUAGE,
    MARKS,
    OWNER,
    RUBRIC,
    VERSION,
)
from scalecheck.forms.xlsform.rows import Row
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language

_CHUNK = 16_000
_LARGEST = 16_000_000


def mark_rows(sheet: AnswerSheet, languages: tuple[Language, ...]) -> Iterator[Row]:
    """Write what the form is, for people who read the export, then all that it opened with.

    The sheet of answers is packed: what nobody touches comes back as it was, whichever tool
    carries it.
    """
    plain = {
        FORM: FORMAT,
        RUBRIC: sheet.rubric,
        VERSION: sheet.rubric_version,
        FINGERPRINT: sheet.fingerprint,
        OWNER: sheet.project,
        LANGUAGE: str(languages[0]),
    }
    for name, value in plain.items():
        if value:
            yield Row("calculate", name, calculation=literal(value))
    for number, chunk in enumerate(_chunks(pack_mark(FormMark(sheet, languages))), 1):
        yield Row("calculate", f"{MARKS}{number}", calculation=f"'{chunk}'")


def pack_mark(mark: FormMark, **besides: str) -> str:
    """Pack a mark, and a few texts besides, as letters that any tool carries."""
    said = [str(one) for one in mark.languages]
    packed = {"languages": said, "sheet": write_sheet(mark.sheet), **besides}
    text = json.dumps(packed, ensure_ascii=False, sort_keys=True)
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def unpack_mark(text: str) -> tuple[FormMark, Mapping[str, str]]:
    """Unpack a mark and what was packed besides; spaces and line ends do not matter.

    Raises:
        ValueError: it was changed, or cut.
    """
    try:
        packed = json.loads(_unpack("".join(text.split())))
        languages = tuple(Language(one) for one in packed.pop("languages"))
        return FormMark(read_sheet(packed.pop("sheet")), languages), packed
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("the mark was changed") from error


def _chunks(text: str) -> Iterator[str]:
    for start in range(0, len(text), _CHUNK):
        yield text[start : start + _CHUNK]


def read_mark(cells: Mapping[str, str]) -> FormMark | None:
    """Read what a form says of itself.

    Args:
        cells: the fields of one submission, by name.

    Raises:
        ValueError: it is a form of ours, and its mark cannot be read.
    """
    chunks: list[str] = []
    while cells.get(f"{MARKS}{len(chunks) + 1}"):
        chunks.append(cells[f"{MARKS}{len(chunks) + 1}"].strip())
    if not chunks:
        return None
    return unpack_mark("".join(chunks))[0]


def _unpack(text: str) -> str:
    try:
        unpacker = zlib.decompressobj()
        found = unpacker.decompress(base64.b64decode(text, validate=True), _LARGEST)
        if not unpacker.eof:
            raise ValueError("the mark is cut short, or far too large")
        return found.decode()
    except (binascii.Error, zlib.error) as error:
        raise ValueError("the mark was changed") from error


def plain_mark(cells: Mapping[str, str]) -> FormMark | None:
    """Make what is left of a mark: which rubric, which project; None where not even that."""
    if not cells.get(RUBRIC):
        return None
    said = {
        "format": "scalecheck/answers@1",
        "rubric": cells[RUBRIC],
        "rubric_version": cells.get(VERSION),
        "fingerprint": cells.get(FINGERPRINT),
        "project": cells.get(OWNER),
        "language": cells.get(LANGUAGE) or "fr",
    }
    text = json.dumps({name: value for name, value in said.items() if value})
    sheet = read_sheet(text)
    return FormMark(sheet, (sheet.language,))
