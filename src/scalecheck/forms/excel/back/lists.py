"""Instances and records brought back: those known, then those that somebody added."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.forms.excel.back.cells import Back, plain, said, same
from scalecheck.forms.excel.back.found import Line
from scalecheck.forms.excel.laid import instances, records
from scalecheck.forms.excel.laid.columns import fact_keys
from scalecheck.forms.excel.plan import KNOWN, NEW, Cell, Choices, Entry, Row, Table
from scalecheck.forms.questionnaire import FactField, GroupPart
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.fresh import fresh_id, slug_of
from scalecheck.model.instance import Instance
from scalecheck.model.plain_data import instance_data, plain_data
from scalecheck.model.project import Evidence

_TEXTS = ((records.TITLE, "title"), (records.WHERE, "where"), (records.NOTE, "note"))
_WORDS = ((records.KIND, "kind"), (records.ISSUER, "issuer"), (records.GRADE, "grade"))
_DATE = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?")


class Kept(NamedTuple):
    """A row that was found, and the row of the plan; None for one that somebody inserted."""

    line: Line
    row: Row | None


class Members(NamedTuple):
    """The instances of a group: their data, and the id that each row stands for."""

    data: tuple[Mapping[str, Any], ...]
    ids: Mapping[str, str]
    titles: Mapping[str, str]


def read_members(back: Back, table: Table, group: GroupPart, path: Path) -> Members:
    """Bring the instances of a group back, with their facts."""
    data: list[Mapping[str, Any]] = []
    ids, titles = {}, {}
    taken = {one.id for one in group.instances}
    known = {f"{KNOWN}{one.id}": one for one in group.instances}
    for kept in _lines(back, table):
        instance = known.get(kept.line.key)
        if instance is None and kept.line.is_blank:
            continue
        one = _member(back, kept, group, instance)
        if instance is None:
            otherwise = f"{group.id}-{len(data) + 1}"
            one = {"id": _new_id(kept.line, taken, otherwise), **one}
        _place_member(back, kept.line, group, (*path, len(data)))
        data.append(one)
        ids[kept.line.key] = str(one["id"])
        titles[str(one["id"])] = kept.line.text(instances.TITLE)
    return Members(tuple(data), ids, titles)


def _lines(back: Back, table: Table) -> Iterator[Kept]:
    """The rows of a list in the order of the form, then those that somebody inserted."""
    found = back.found.lines.get(table.id, {})
    yield from (Kept(found[row.key], row) for row in table.asked() if row.key in found)
    yield from (Kept(line, None) for line in back.found.added.get(table.id, ()))


def _new_id(line: Line, taken: set[str], otherwise: str) -> Plain:
    name = line.text(instances.CODE) or line.text(instances.TITLE)
    return Plain(_take(slug_of(name) or otherwise, taken))


def _take(wanted: str, taken: set[str]) -> str:
    """Number a name that is taken, and note it as taken."""
    name = fresh_id(wanted, taken)
    taken.add(name)
    return name


def _member(back: Back, kept: Kept, group: GroupPart, instance: Instance | None) -> dict[str, Any]:
    base = {} if instance is None else instance_data(instance, back.speech.main)
    title = back.text(kept.line, kept.row, instances.TITLE, base.get("title"))
    rest = {name: one for name, one in base.items() if name != "title"}
    for field in group.fields:
        keys = _fact_cells(kept.line, field)
        rest[field.id] = read_fact(back, kept, keys, base.get(field.id))
    return said({**rest, "title": title})


def _fact_cells(line: Line, field: FactField) -> tuple[str, ...]:
    return tuple(key for key in fact_keys(field.id, len(line.cells)) if key in line.cells)


def _place_member(back: Back, line: Line, group: GroupPart, here: Path) -> None:
    back.place(here, line.where(instances.TITLE))
    back.place((*here, "id"), line.where(instances.CODE))
    for field in group.fields:
        where = line.where(f"fact:{field.id}")
        back.place((*here, field.id), where)
        back.place((*here, "attributes", field.id), where)


def read_fact(back: Back, kept: Kept, keys: tuple[str, ...], before: Any) -> Any:
    """Bring the values of a fact back; None where none is stated."""
    line, planned = kept.line, kept.row.cells if kept.row is not None else {}
    if kept.row is not None and all(same(line.text(key), _shown(planned, key)) for key in keys):
        return before
    choices = next((planned[key].choices for key in keys if key in planned), None)
    values = back.choices(line, keys, choices)
    return plain(values) if values else None


def _shown(cells: Mapping[str, Cell], key: str) -> str:
    return cells[key].text if key in cells else ""


class Records(NamedTuple):
    """The records of evidence: their data, what holds still, and the codes that may be cited."""

    data: Mapping[str, Any]
    still_valid: Mapping[str, Plain]
    codes: Choices


def read_records(
    back: Back, table: Table, known: Mapping[str, Evidence], still: Mapping[str, bool]
) -> Records:
    """Bring the records back."""
    data: dict[str, Any] = {}
    valid: dict[str, Plain] = {name: Plain("yes" if one else "no") for name, one in still.items()}
    entries = []
    taken = set(known)
    for line, row in _lines(back, table):
        name = line.key.removeprefix(KNOWN) if line.key.startswith(KNOWN) else ""
        if not name and not _is_told(line):
            continue
        code = name or _take(slug_of(line.text(records.CODE)) or f"p{len(data) + 1}", taken)
        data[code] = _record(back, line, row, known.get(name), ("evidence", code))
        title = line.text(records.TITLE)
        entries.append(Entry(code, code, code, names=(title,) if title else ()))
        if name:
            _note_code(back, line, name)
            _set_valid(back, line, row, name, valid)
    return Records(data, valid, Choices("records", tuple(entries)))


def _is_told(line: Line) -> bool:
    if not line.key.startswith(NEW):
        return not line.is_blank
    return any(one.text.strip() for key, one in line.cells.items() if key != records.CODE)


def _note_code(back: Back, line: Line, name: str) -> None:
    """Refuse another code for a known record: answers cite it by the one it has."""
    typed = line.text(records.CODE)
    if typed and typed != name:
        back.notes.at("form-kept-apart", line.where(records.CODE), got=typed)


def _set_valid(back: Back, line: Line, row: Row | None, name: str, valid: dict[str, Plain]) -> None:
    cell = row.cells.get(records.VALID, Cell()) if row is not None else Cell()
    if same(line.text(records.VALID), cell.text):
        return
    value = back.choice(line, records.VALID, cell.choices)
    valid.pop(name, None)
    if value is not None:
        valid[name] = Plain(value)
        back.place(("still_valid", name), line.where(records.VALID))


def _record(
    back: Back, line: Line, row: Row | None, before: Evidence | None, here: Path
) -> dict[str, Any]:
    base = {} if before is None else plain_data(before, back.speech.main)
    found: dict[str, Any] = dict(base)
    back.place(here, line.where(records.TITLE))
    for key, name in (*_TEXTS, *_WORDS, (records.DATE, "date")):
        back.place((*here, name), line.where(key))
    for key, name in _TEXTS:
        found[name] = back.text(line, row, key, base.get(name))
    for key, name in _WORDS:
        found[name] = _word(back, line, row, key, base.get(name))
    if not same(line.text(records.DATE), str(base.get("date", ""))):
        found["date"] = read_date(line.text(records.DATE))
    return said(found)


def _word(back: Back, line: Line, row: Row | None, key: str, before: Any) -> Any:
    cell = row.cells.get(key, Cell()) if row is not None else Cell()
    if row is not None and same(line.text(key), cell.text):
        return before
    value = back.choice(line, key, cell.choices)
    return Plain(value) if value is not None else None


def read_date(text: str) -> Plain | None:
    """Read a date that begins with its year, whatever signs stand between; others as typed."""
    found = _DATE.fullmatch(text)
    if found is None:
        return Plain(text) if text else None
    year, *rest = (one for one in found.groups() if one is not None)
    return Plain("-".join((year, *(one.zfill(2) for one in rest))))
