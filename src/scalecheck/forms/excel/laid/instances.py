"""The tables of instances: those known, and free rows for those to be named."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.forms.carry import shown
from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.laid.columns import (
    KEYS,
    breadth,
    column,
    fact_keys,
    fact_title,
    filled,
    said,
    spread,
    written,
)  # fmt: skip
from scalecheck.forms.excel.plan import KNOWN, NEW, Cell, Choices, Column, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import FactField, GroupPart
from scalecheck.model.instance import Instance

INSTANCES = "instances:"
TITLE, CODE = "title", "code"
_SPARE, _SPARE_OF_BLANK = 3, 5


class Member(NamedTuple):
    """One row of a table of instances: `id` is None for one to be named."""

    group: GroupPart
    key: str
    id: str | None
    name: str


def members(group: GroupPart, speech: Speech) -> Iterator[Member]:
    """The instances of a group, then the free places."""
    for one in group.instances:
        yield Member(group, f"{KNOWN}{one.id}", one.id, shown(one.title, speech.main) or one.id)
    for number in range(1, 1 + (_SPARE if group.instances else _SPARE_OF_BLANK)):
        yield Member(group, f"{NEW}{number}", None, speech.say("group.unnamed", number=number))


def instances_table(group: GroupPart, speech: Speech) -> Table:
    """Plan the list of the instances of a group, with their facts."""
    broad = {field.id: breadth(field, _most(group, field.id)) for field in group.fields}
    known = {f"{KNOWN}{one.id}": one for one in group.instances}
    rows = tuple(
        Row(member.key, dict(_cells(known.get(member.key), group, broad, speech)))
        for member in members(group, speech)
    )
    columns = (
        column(TITLE, 40, speech),
        column(CODE, 20, speech),
        *(one for field in group.fields for one in _columns(field, broad[field.id], speech)),
        KEYS,
    )
    title = speech.title(group.title, group.id)
    about = speech.each(lambda one: _about(group, one), "\n")
    said = speech.text(group.description)
    about = f"{about} {said}" if said and len(speech.languages) == 1 else about
    return Table(f"{INSTANCES}{group.id}", title, about, columns, rows, 1, TITLE, TITLE)


def _about(group: GroupPart, speech: Speech) -> str:
    return speech.say("instances.about", title=speech.title(group.title, group.id))


def _most(group: GroupPart, field: str) -> int:
    return max((len(said(one.attributes, field)) for one in group.instances), default=0)


def _cells(
    instance: Instance | None, group: GroupPart, broad: dict[str, int], speech: Speech
) -> Iterator[tuple[str, Cell]]:
    yield TITLE, written(instance.title if instance is not None else None, speech)
    code = instance.id if instance is not None else ""
    yield CODE, filled(code, speech)._replace(open=instance is None)
    for field in group.fields:
        values = said(instance.attributes, field.id) if instance is not None else ()
        yield from fact_cells(field, values, broad[field.id], speech)


def fact_cells(
    field: FactField, values: tuple[str, ...], count: int, speech: Speech
) -> Iterator[tuple[str, Cell]]:
    """Make the cells of a fact: its values by their titles, one a cell."""
    choices = lists.facts(field, speech)
    texts = spread(tuple(_read(value, choices) for value in values), count)
    for key, text in zip(fact_keys(field.id, count), texts, strict=True):
        yield key, Cell(text, open=True, choices=choices)


def _read(value: str, choices: Choices | None) -> str:
    entry = choices.entry(value) if choices is not None else None
    return value if entry is None else entry.text


def _columns(field: FactField, count: int, speech: Speech) -> Iterator[Column]:
    title = fact_title(field, speech)
    also = speech.each(lambda one: one.say("column.also", title=fact_title(field, one)))
    for number, key in enumerate(fact_keys(field.id, count), 1):
        yield Column(key, also if number > 1 else title, 22, True)
