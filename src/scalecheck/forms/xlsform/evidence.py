"""Records of evidence: whether those known still hold, and those that were added."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.forms.questionnaire import Lists
from scalecheck.forms.xlsform.names import NEW, code, record_name
from scalecheck.forms.xlsform.taken import Cell, Taken
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import SLUG, Plain
from scalecheck.model.fresh import next_record

_PARTS = ("title", "kind", "date", "issuer", "grade", "where", "note")


class Added(NamedTuple):
    """A record that was added: `supports` are the names of the questions it answers for."""

    id: str
    data: Mapping[str, Any]
    supports: tuple[str, ...]
    cells: dict[tuple[str, ...], str]


def still_valid(taken: Taken, sheet: AnswerSheet) -> dict[str, Plain]:
    """Read which of the known records still hold; those left blank are not said."""
    said = {name: taken.one(record_name(name, "still")) for name in sheet.evidence}
    return {name: Plain(one) for name, one in said.items() if one}


def added_records(lines: list[Taken], sheet: AnswerSheet, lists: Lists) -> Iterator[Added]:
    """Read the records that were added; one without a code receives the next free one."""
    known = set(sheet.evidence)
    known |= {_typed(one) for one in lines} - {""}
    seen = set(sheet.evidence)
    for one in lines:
        if not any(name.startswith(record_name(NEW, "")) for name in one.names()):
            continue
        own = _typed(one) or next_record(known)
        if own in seen:
            where = one.cell(record_name(NEW, "code"))
            one.note("form-row-twice", Cell(own, where), name=own)
        known.add(own)
        seen.add(own)
        yield _record(own, one, lists)


def _typed(one: Taken) -> str:
    typed = one.text(record_name(NEW, "code")).strip()
    return typed.lower() if SLUG.match(typed.lower()) else typed


def _record(own: str, one: Taken, lists: Lists) -> Added:
    closed = {
        "kind": [word.id for word in lists.kinds],
        "issuer": [word.id for word in lists.issuers],
        "grade": [grade.id for grade in lists.grades],
    }
    ids = {part: {code(word): word for word in words} for part, words in closed.items()}
    data: dict[str, Any] = {}
    for part in _PARTS:
        name = record_name(NEW, part)
        text = _value(one, name, ids.get(part) or {})
        if text:
            data[part] = Plain(text)
    cells: dict[tuple[str, ...], str] = {(part,): one.cell(record_name(NEW, part)) for part in data}
    cells[()] = one.cell(record_name(NEW, "title"))
    return Added(own, data, one.many(record_name(NEW, "supports")), cells)


def _value(one: Taken, name: str, ids: Mapping[str, str]) -> str:
    row = one.headers.fields.get(name)
    if row is None or not row.is_choice:
        return one.text(name).strip()
    chosen = one.one(name)
    return ids.get(chosen, chosen)
