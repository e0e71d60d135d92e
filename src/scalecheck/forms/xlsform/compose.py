"""One submission as a sheet of answers: what the form opened with, and what was changed in it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.forms.carry import as_plain
from scalecheck.forms.filled import Filled
from scalecheck.forms.questionnaire import GroupPart, Questionnaire
from scalecheck.forms.xlsform.answers import Reading, cells_of, read_answer, shorten
from scalecheck.forms.xlsform.evidence import Added, added_records, still_valid
from scalecheck.forms.xlsform.members import Member, fact_back, known_members, new_members
from scalecheck.forms.xlsform.names import NEW, RECORDS, fact_name, instance_name, question_name
from scalecheck.forms.xlsform.start import read_start
from scalecheck.forms.xlsform.taken import Cell, Taken
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.language import Language
from scalecheck.model.plain_data import sheet_data

Answer = dict[str, Any]


class Written(NamedTuple):
    """An answer that was read: where it goes in the sheet, the name of its question, its parts."""

    path: Path
    name: str
    said: Answer


class Composer:
    """Reads one submission: `under` are its repetitions, each on a line of its own."""

    def __init__(self, asked: Questionnaire, language: Language, taken: Taken) -> None:
        self.asked, self.language, self.taken = asked, language, taken
        self.under = [Taken(taken.headers, line) for line in taken.under]
        self.cells: dict[Path, str] = {}
        self.written: list[Written] = []

    def compose(self) -> Filled:
        """Put the whole sheet together."""
        base = self.asked.sheet.model_copy(update={"language": self.language})
        data = dict(as_plain(sheet_data(base)))
        data.pop("still_valid", None)
        start, cells = read_start(self.taken, self.asked, self.language)
        self.cells |= cells
        data |= start
        data |= self._facts()
        self._ask_alone()
        data |= self._groups(data)
        data |= self._records(data)
        data["answers"] = self._answers(data.get("answers", {}))
        data = {name: one for name, one in data.items() if one is not None and one != {}}
        return Filled(data, self.cells, tuple(self._notes()))

    def _notes(self) -> Iterator[Any]:
        for one in (self.taken, *self.under):
            yield from one.misread

    def _facts(self) -> dict[str, Any]:
        before = self.asked.sheet.attributes
        asked = {field.id for field in self.asked.fields}
        said: dict[str, Any] = {
            name: tuple(map(Plain, values)) for name, values in before.items() if name not in asked
        }
        for field in self.asked.fields:
            name = fact_name(field.id)
            values = fact_back(self.taken, name, field, before.get(field.id))
            if values:
                said[field.id] = values
                self.cells[("attributes", field.id)] = self.taken.cell(name)
        return {"attributes": said}

    def _ask_alone(self) -> None:
        for part in self.asked.parts:
            for question in part.questions:
                before = self.asked.given(question.id)
                name = question_name(question.id)
                reading = Reading(self.taken, question, name, before, self.language)
                self._read(reading, ("answers", question.id), name)

    def _read(self, reading: Reading, path: Path, name: str) -> Answer:
        said = read_answer(reading)
        self.written.append(Written(path, name, said))
        self.cells |= cells_of(reading, path)
        return said

    def _groups(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Read every group: its instances under `settings` or `groups`, their answers apart."""
        groups = dict(data.get("groups", {}))
        settings = data.get("settings")
        for group in self.asked.groups:
            found = self._members(group)
            for member in found:
                self._ask_member(group, member)
            listed = tuple(member.data for member in found)
            root: Path = ("settings",) if group.of_settings else ("groups", group.id)
            self._place(root, found)
            if group.of_settings:
                settings = listed if listed else settings
            elif listed or group.id in groups:
                groups[group.id] = listed
        return {"settings": settings, "groups": groups}

    def _members(self, group: GroupPart) -> list[Member]:
        name = instance_name(group.id, NEW)
        known = list(known_members(self.taken, group, self.language))
        lines = self._repeated(name)
        return known + list(new_members(lines, group, {one.id for one in known}))

    def _repeated(self, name: str) -> list[Taken]:
        """The lines of a repeated part; fewer of them than the form counted is said."""
        lines = [one for one in self.under if any(n.startswith(f"{name}__") for n in one.names())]
        counted = self.taken.text(f"n_{name}").strip().removesuffix(".0")
        if counted.isdecimal() and int(counted) > len(lines):
            where = Cell(counted, self.taken.cell(f"n_{name}"))
            self.taken.note("form-repeats-missing", where, name=name, count=counted)
        return lines

    def _place(self, root: Path, found: list[Member]) -> None:
        for position, member in enumerate(found):
            for path, where in member.cells.items():
                self.cells[(*root, position, *path)] = where

    def _ask_member(self, group: GroupPart, member: Member) -> None:
        fields = NEW if member.is_new else member.id
        for question in group.questions:
            before = None if member.is_new else self.asked.given(question.id, member.id)
            name = question_name(question.id, group.id, fields)
            reading = Reading(member.taken, question, name, before, self.language)
            said = self._read(reading, ("answers", group.id, member.id, question.id), name)
            if member.is_new:
                typed = member.taken.text(f"{name}__codes").replace(",", " ").replace(";", " ")
                _cite(said, tuple(typed.lower().split()))

    def _records(self, data: Mapping[str, Any]) -> dict[str, Any]:
        sheet, lists = self.asked.sheet, self.asked.lists
        records = dict(data.get("evidence", {}))
        for one in added_records(self._repeated(RECORDS), sheet, lists):
            records[one.id] = one.data
            self._support(one)
            self.cells |= {("evidence", one.id, *path): at for path, at in one.cells.items()}
        return {"evidence": records, "still_valid": still_valid(self.taken, sheet)}

    def _support(self, added: Added) -> None:
        for answer in self.written:
            if answer.name in added.supports:
                _cite(answer.said, (added.id,))

    def _answers(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Put the answers in their places; what the form did not ask stays as it was."""
        asked = {answer.path for answer in self.written}
        found: dict[str, Any] = {
            name: dict(one) if self._is_group(name) else one
            for name, one in before.items()
            if ("answers", name) not in asked
        }
        for answer in self.written:
            name, *inner = (str(part) for part in answer.path[1:])
            if not inner:
                found |= {name: shorten(answer.said)} if answer.said else {}
            else:
                _put(found, name, inner, answer.said)
        return {name: one for name, one in found.items() if one != {}}

    def _is_group(self, name: str) -> bool:
        return any(group.id == name for group in self.asked.groups)


def _cite(said: Answer, records: tuple[str, ...]) -> None:
    """Add records to an answer; one that says nothing else becomes unknown."""
    if records:
        if not said:
            said["unknown"] = Plain("yes")
        before = said.get("evidence", ())
        said["evidence"] = (*before, *(Plain(one) for one in records if one not in before))


def _put(found: dict[str, Any], group: str, inner: list[str], said: Answer) -> None:
    instance, question = inner
    members = found.setdefault(group, {})
    parts = dict(members.get(instance, {}))
    parts.pop(question, None)
    if said:
        parts[question] = shorten(said)
    members[instance] = parts
    if not parts:
        del members[instance]
