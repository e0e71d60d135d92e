"""Instances of groups and their facts: those known, then those added."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from scalecheck.forms.carry import as_plain
from scalecheck.forms.questionnaire import FactField, GroupPart
from scalecheck.forms.xlsform.names import NEW, code, fact_name, instance_name
from scalecheck.forms.xlsform.taken import Cell, Taken
from scalecheck.model.base import SLUG, Plain
from scalecheck.model.fresh import fresh_id, slug_of
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.plain_data import instance_data


class Member(NamedTuple):
    """An instance as it stands on the form, and the line that its fields are on."""

    id: str
    data: dict[str, Any]
    taken: Taken
    is_new: bool
    cells: dict[tuple[str, ...], str]


def fact_back(
    taken: Taken, name: str, field: FactField, before: tuple[str, ...] | None
) -> tuple[Plain, ...]:
    """Read a fact: its values as they were where they are the same; none where it is blank."""
    if field.options:
        named = {code(one.id): one.id for one in field.options}
        found = tuple(named.get(one, one) for one in taken.many(name))
    else:
        found = tuple(taken.text(name).replace(",", " ").split())
    if before is not None and set(found) == set(before):
        found = before
    return tuple(map(Plain, found))


def known_members(taken: Taken, group: GroupPart, language: Language) -> Iterator[Member]:
    """Read the facts of the instances that the form opened with."""
    for one in group.instances:
        data = dict(as_plain(instance_data(one, language)))
        asked = {field.id for field in group.fields}
        kept = {key: value for key, value in data.items() if key not in asked}
        facts, cells = _facts(taken, group, one.id, one)
        yield Member(one.id, {**kept, **facts}, taken, False, cells)


def _facts(
    taken: Taken, group: GroupPart, instance: str, before: Instance | None
) -> tuple[dict[str, Any], dict[tuple[str, ...], str]]:
    facts: dict[str, Any] = {}
    cells: dict[tuple[str, ...], str] = {}
    for field in group.fields:
        name = fact_name(field.id, group.id, instance)
        was = before.attributes.get(field.id) if before else None
        values = fact_back(taken, name, field, was)
        if values:
            facts[field.id] = values
            cells[(field.id,)] = taken.cell(name)
    return facts, cells


def new_members(lines: list[Taken], group: GroupPart, known: set[str]) -> Iterator[Member]:
    """Read the instances that were added: an id is made of the title of one that has none."""
    name, taken_ids = instance_name(group.id, NEW), set(known)
    for one in lines:
        if not any(field.startswith(f"{name}__") for field in one.names()):
            continue
        title = one.text(f"{name}__title").strip()
        own = _id(one, f"{name}__id", title or group.id, taken_ids)
        taken_ids.add(own)
        facts, cells = _facts(one, group, NEW, None)
        cells[("title",)] = one.cell(f"{name}__title")
        cells[("id",)] = one.cell(f"{name}__id")
        titled = {"title": Plain(title)} if title else {}
        yield Member(own, {"id": Plain(own), **titled, **facts}, one, True, cells)


def _id(one: Taken, name: str, title: str, known: set[str]) -> str:
    """Take the id that was typed; without one, make it of the title."""
    typed = one.text(name).strip()
    if not typed:
        return fresh_id(slug_of(title) or "ajout", known)
    typed = typed.lower() if SLUG.match(typed.lower()) else typed
    if typed in known:
        one.note("form-row-twice", Cell(typed, one.cell(name)), name=typed)
    return typed
