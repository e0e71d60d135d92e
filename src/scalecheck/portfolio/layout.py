"""The wide table, one row a project: the columns that the engine reads, derived from a rubric.

Convention. Every column is optional, and one that the rubric does not know is not read.

Context: `id`, `title`, `organization`, `sector`, `clientele`, `territory`, `applicant`, `track`,
`strategies`, and one column an attribute of the rubric. Several values in a cell are joined by `|`.

Answers, for each criterion `c` outside groups:

- `c`: a level (its value or its id, as text or as a number), `unknown` or `?`, `n/a`, or an
  interval `2..3`. An empty cell is a question that was not assessed.
- `c.reason`: why it does not apply, or why it is lower than it should be.
- `c.grade`: the grade of the records that support it, all alike; empty: there is none.
- `c.count`: how many records of that grade, 1 by default.
- `c.dated`: the date of the newest (`2026-10`, `2026-10-15`); empty: not stale.

Where the whole table has no `.grade` column, the caller says whether levels are deemed supported.

Groups, for the instance number k >= 1 of group `g`: `g/k/c`, `g/k/c.reason`, `g/k/c.grade`,
`g/k/c.count` and `g/k/c.dated` for its criteria; `g/k/id`; `g/k/count` (how many alike it stands
for); `g/k/a` for an attribute of the instance. `g/instances` is the number of instances listed: 0
is an empty list; instances are then numbers 1 to that. Empty, or without such a column, the
instances listed are those up to the last with a filled cell; with none, there is no list: the
group is not assessed.

Computed criteria have no column. So a row is exactly one project, with one assessment.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.criterion import Criterion
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric

ABOUT = ("id", "title", "organization")  # carried through, never read by a condition
BUILT_IN = ("sector", "clientele", "territory", "applicant", "track", "strategies")
JOINT = "|"  # between several values of one cell
UNKNOWN = ("unknown", "?")
NOT_APPLICABLE = ("n/a",)
BETWEEN = ".."
MOST_INSTANCES = 999  # a column of an instance beyond is not read


class Part(StrEnum):
    """What a column says: the level of an answer, or what goes with it; or of whom it speaks."""

    ABOUT = "about"
    ATTRIBUTE = "attribute"
    LEVEL = "level"
    REASON = "reason"
    GRADE = "grade"
    COUNT = "count"
    DATED = "dated"
    INSTANCES = "instances"
    ALIKE = "alike"


ANSWER_PARTS = (Part.LEVEL, Part.REASON, Part.GRADE, Part.COUNT, Part.DATED)
_SUFFIXES = {part.value: part for part in ANSWER_PARTS[1:]}


class Column(NamedTuple):
    """One column of the wide table.

    `subject` is a criterion, an attribute, a group (`instances`, `alike`) or the column itself.
    `group` and `instance` are "" and 0 outside groups. An `id` of an instance is an attribute.
    """

    name: str
    part: Part
    subject: str
    group: str = ""
    instance: int = 0


class Layout:
    """What each name of a column means under one rubric."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric, self.nodes = rubric, nodes_of(rubric)

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The columns of context that conditions may read, in order."""
        own = (a.id for a in self.rubric.attributes)
        return tuple(dict.fromkeys((*BUILT_IN, *own)))

    def attributes_of(self, group: str) -> tuple[str, ...]:
        """The columns that tell the instances of a group apart, `id` first."""
        found = self.nodes.groups[group]
        built_in = SETTING_ATTRIBUTES if found.of == "settings" else ()
        own = (a.id for a in found.attributes)
        return tuple(dict.fromkeys(("id", *built_in, *own)))

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria outside groups that are answered, in the rubric's order."""
        return tuple(c for c in self.nodes.asked() if c.id not in self.nodes.group_of)

    def criteria_of(self, group: str) -> tuple[Criterion, ...]:
        """The criteria answered once an instance, in the rubric's order."""
        owner = self.nodes.group_of
        asked = self.nodes.asked()
        return tuple(c for c in asked if c.id in owner and owner[c.id].id == group)

    def read(self, name: str) -> Column | None:
        """Tell what a column means; None where this rubric reads no such column."""
        if "/" in name:
            return self._read_instance(name)
        if name in self._plain:
            return self._read_answer(name, name, "", 0)
        if name in ABOUT:
            return Column(name, Part.ABOUT, name)
        if name in self.attributes:
            return Column(name, Part.ATTRIBUTE, name)
        return self._read_answer(name, name, "", 0)

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(criterion.id for criterion in self.criteria)

    def _read_instance(self, name: str) -> Column | None:
        group, _, rest = name.partition("/")
        if group not in self.nodes.groups:
            return None
        if rest == Part.INSTANCES:
            return Column(name, Part.INSTANCES, group, group)
        number, _, tail = rest.partition("/")
        instance = _number(number)
        if instance is None or not tail:
            return None
        if tail == Part.COUNT:
            return Column(name, Part.ALIKE, group, group, instance)
        if tail in self.attributes_of(group):
            return Column(name, Part.ATTRIBUTE, tail, group, instance)
        return self._read_answer(name, tail, group, instance)

    def _read_answer(self, name: str, tail: str, group: str, instance: int) -> Column | None:
        criterion, dot, suffix = tail.partition(".")
        part = _SUFFIXES.get(suffix) if dot else Part.LEVEL
        owner = self.nodes.group_of.get(criterion)
        found = self.nodes.criteria.get(criterion)
        is_here = (owner.id if owner else "") == group
        if part is None or found is None or found.computed is not None or not is_here:
            return None
        return Column(name, part, criterion, group, instance)

    def columns(
        self,
        instances: Mapping[str, int] | None = None,
        parts: tuple[Part, ...] = (Part.LEVEL, Part.GRADE),
    ) -> Iterator[Column]:
        """Give the columns of a table, in order: for a template, or for rows to be written.

        Args:
            instances: how many instances each group has room for; 3 where it is not said.
            parts: what each answer has beside its level.
        """
        for name in (*ABOUT, *self.attributes):
            if name not in self._plain:
                yield Column(name, Part.ABOUT if name in ABOUT else Part.ATTRIBUTE, name)
        for criterion in self.criteria:
            yield from _answer(criterion.id, parts, "", 0)
        for group in self.nodes.groups:
            yield Column(f"{group}/{Part.INSTANCES}", Part.INSTANCES, group, group)
            for number in range(1, (instances or {}).get(group, 3) + 1):
                yield from self._instance(group, number, parts)

    def _instance(self, group: str, number: int, parts: tuple[Part, ...]) -> Iterator[Column]:
        for name in self.attributes_of(group):
            yield Column(f"{group}/{number}/{name}", Part.ATTRIBUTE, name, group, number)
        yield Column(f"{group}/{number}/{Part.COUNT}", Part.ALIKE, group, group, number)
        for criterion in self.criteria_of(group):
            yield from _answer(criterion.id, parts, group, number)


def _answer(name: str, parts: tuple[Part, ...], group: str, number: int) -> Iterator[Column]:
    head = f"{group}/{number}/{name}" if group else name
    for part in parts:
        yield Column(_column_name(head, part), part, name, group, number)


def _column_name(head: str, part: Part) -> str:
    return head if part is Part.LEVEL else f"{head}.{part}"


def _number(text: str) -> int | None:
    """Read the number of an instance, written from 1 on without ornament."""
    if not (text.isascii() and text.isdecimal() and text[0] != "0"):
        return None
    found = int(text[:9])
    return found if found <= MOST_INSTANCES else None


def layout_of(rubric: Rubric) -> Layout:
    """Describe the wide table of a rubric."""
    return Layout(rubric)
