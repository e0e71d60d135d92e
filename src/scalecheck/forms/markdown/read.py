"""A Markdown form that came back, read into a sheet of answers."""

import json
import re

from scalecheck.forms.filled import Filled, Misread, misread
from scalecheck.forms.mark import FormMark
from scalecheck.forms.markdown.compose import Composer
from scalecheck.forms.markdown.found import Found, Scope
from scalecheck.forms.markdown.marks import read_mark, without_mark
from scalecheck.forms.markdown.parse import parse
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.sheet_json import read_sheet
from scalecheck.forms.xlsform.exports import decode

_HEAD = re.compile(r"<!--\s*sc:form\s+([a-z0-9-]+)\s+(\S+)\s+(fr|en)\s*-->")
_QUOTING = re.compile(r"^((?:> ?)+).*<!--\s*sc:form\b", re.MULTILINE)


def find_mark(data: bytes, name: str) -> FormMark | None:
    """Find what a Markdown form says of itself; None where it is not one of ours.

    Args:
        data: the text, in UTF-8 or in what old editors write.
        name: that of the file; it decides nothing.
    """
    return _mark_of(_text(data))[0]


def read(data: bytes, asked: Questionnaire, mark: FormMark) -> tuple[Filled, ...]:
    """Read a form.

    Args:
        data: as given to `find_mark`.
        asked: the questions of the form, made from the sheet of the mark.
        mark: what the form says of itself.

    Returns:
        One sheet of answers.
    """
    text = _text(data)
    _, known, wrong = _mark_of(text)
    found = parse(_body(text), asked, known)
    notes = list(_gone(found, asked))
    if wrong:
        notes.insert(0, misread(wrong))
    filled = Composer(asked, mark.languages[0], found).compose()
    return (filled._replace(misread=(*notes, *filled.misread)),)


def _text(data: bytes) -> str:
    """Read the text, its line ends made plain, the signs of an e-mail that cites it taken off."""
    try:
        text = decode(data)
    except UnicodeDecodeError:
        return ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    quoting = _QUOTING.search(text)
    if quoting is None:
        return text
    depth = quoting[1].count(">")
    return re.sub(rf"^(?:> ?){{1,{depth}}}", "", text, flags=re.MULTILINE)


def _mark_of(text: str) -> tuple[FormMark | None, bytes, str]:
    """Read the mark; of one that is damaged or gone, what the heading of the form still says.

    Returns:
        The mark, the footprints of the form, and what is wrong ("" for nothing).
    """
    try:
        packed = read_mark(text)
    except ValueError:
        packed = None
    if packed is not None:
        return (*packed, "")
    head = _HEAD.search(text)
    if head is None:
        return None, b"", "form-mark-lost"
    names = ("rubric", "rubric_version", "language")
    said = {"format": "scalecheck/answers@1", **dict(zip(names, head.groups(), strict=True))}
    sheet = read_sheet(json.dumps(said))
    return FormMark(sheet, (sheet.language,)), b"", "form-mark-damaged"


def _body(text: str) -> str:
    """Keep what stands from the heading of the form on; what an e-mail puts above is not its."""
    bare = without_mark(text)
    head = re.search(r"^.*<!--\s*sc:form\b", bare, re.MULTILINE)
    if head is None:
        return bare
    return "\n" * bare[: head.start()].count("\n") + bare[head.start() :]


def _gone(found: Found, asked: Questionnaire) -> list[Misread]:
    """Note the questions of the form that stand nowhere any more."""
    scopes = [Scope(question=one.id) for part in asked.parts for one in part.questions]
    for group in asked.groups:
        for place in group.instances:
            scopes += [Scope(group.id, place.id, one.id) for one in group.questions]
    gone = (scope for scope in scopes if scope not in found.scopes)
    return [
        misread("form-row-gone", name=" · ".join(filter(None, (one.instance, one.question))))
        for one in gone
    ]
