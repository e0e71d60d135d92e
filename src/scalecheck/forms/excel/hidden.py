"""The hidden sheets: the lists that cells draw on, and the mark that says what the form is."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from scalecheck.forms.excel.plan import MARKER, Plan
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.mark import FormMark
from scalecheck.forms.sheet_json import read_sheet, write_sheet
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language

LISTS_MARK, FORM_MARK = f"{MARKER}lists", f"{MARKER}form@1"
_PIECE = 30_000


class DamagedMark(ValueError):  # noqa: N818
    """The hidden sheet of a form was changed; `cell` says where."""

    def __init__(self, cell: str) -> None:
        self.cell = cell
        super().__init__(cell)


def write_lists(out: Any, plan: Plan) -> None:
    """Write every list: its lines, what is said beside them, and what they stand for."""
    out.write_row(0, 0, ["", "", "", "", "", "", LISTS_MARK])
    line = 1
    for choices in plan.choices():
        for entry in choices.entries:
            texts = (entry.text, entry.says, entry.next, entry.value, choices.name, entry.short)
            for at, text in enumerate(texts):
                out.write_string(line, at, text)
            line += 1
    out.very_hidden()


def write_mark(out: Any, sheet: AnswerSheet, speech: Speech) -> None:
    """Write the mark: the sheet that the form opened with, in as many cells as it takes."""
    text = _compact(sheet)
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    languages = ",".join(speech.languages)
    for line, said in enumerate((FORM_MARK, languages, _seal(text), str(len(pieces)), *pieces)):
        out.write_string(line, 0, said)
    out.very_hidden()


def read_mark(cells: list[str], name: str) -> FormMark:
    """Read the mark back from the first column of its sheet.

    Raises:
        DamagedMark: a cell of it was changed or is gone.
    """
    at = cells.index(FORM_MARK)
    try:
        languages, seal, count = cells[at + 1 : at + 4]
        text = "".join(cells[at + 4 : at + 4 + int(count)])
        spoken = tuple(Language(one) for one in languages.split(","))
        sheet = read_sheet(text)
    except ValueError as error:
        raise DamagedMark(f"{name}!A{at + 1}") from error
    if _seal(text) != seal:
        raise DamagedMark(f"{name}!A{at + 3}")
    return FormMark(sheet, spoken)


def _compact(sheet: AnswerSheet) -> str:
    """Write a sheet as ASCII without a space: no office program changes such a text."""
    data = json.loads(write_sheet(sheet))
    return "".join(_escape(json.dumps(data, separators=(",", ":"))))


def _escape(text: str) -> Iterator[str]:
    for character in text:
        yield "\\u0020" if character == " " else character


def _seal(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
