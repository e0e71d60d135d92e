"""A workbook that came back, as the data of its answers and the cells they stand in."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.forms.excel.back.answers import AnswerBack, Asked
from scalecheck.forms.excel.back.cells import Back, plain, said, same
from scalecheck.forms.excel.back.found import Found, Line
from scalecheck.forms.excel.back.lists import (
    Kept,
    Members,
    Records,
    read_date,
    read_fact,
    read_members,
    read_records,
)  # fmt: skip
from scalecheck.forms.excel.laid import project
from scalecheck.forms.excel.laid.answers import ANSWERS, GROUP
from scalecheck.forms.excel.laid.instances import INSTANCES
from scalecheck.forms.excel.laid.records import RECORDS
from scalecheck.forms.excel.matching import match, split
from scalecheck.forms.excel.plan import Choices, Entry, Plan, Row
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.filled import Filled
from scalecheck.forms.questionnaire import GroupPart, Questionnaire
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.plain_data import sheet_data, text_data


def read_back(found: Found, asked: Questionnaire, plan: Plan, speech: Speech) -> Filled:
    """Bring a whole form back."""
    reader = _Reader(found, asked, plan, speech)
    data = reader.read()
    misread = (*found.misread, *reader.back.notes.misread)
    return Filled(data, reader.back.cells, misread)


class _Reader:
    """Reads table after table: instances and records first, which the answers name."""

    def __init__(self, found: Found, asked: Questionnaire, plan: Plan, speech: Speech) -> None:
        self.found, self.asked, self.plan = found, asked, plan
        self.back = Back(found, speech)
        told = asked.sheet.model_copy(update={"language": speech.main})
        self.base: Mapping[str, Any] = sheet_data(told)

    def read(self) -> Mapping[str, Any]:
        """Give the data of the form: what it does not show stays as it was."""
        members = {group.id: self._members(group) for group in self.asked.groups}
        records = self._records()
        data = {**self.base, **dict(self._project(members)), **self._instances(members)}
        data["evidence"], data["still_valid"] = records.data, records.still_valid
        data["answers"] = self._answers(members, records)
        return {name: one for name, one in data.items() if one not in (None, {})}

    def _members(self, group: GroupPart) -> Members:
        table = self.plan.table(f"{INSTANCES}{group.id}")
        path: Path = ("settings",) if group.of_settings else ("groups", group.id)
        if table is None:
            return Members((), {}, {})
        return read_members(self.back, table, group, path)

    def _instances(self, members: Mapping[str, Members]) -> dict[str, Any]:
        """Give the lists of instances; an absent list stays absent while nobody adds to it."""
        found: dict[str, Any] = {}
        groups = dict(self.base.get("groups", {}))
        for group in self.asked.groups:
            data = members[group.id].data
            if group.of_settings and (data or self.asked.sheet.settings is not None):
                found["settings"] = data
            elif not group.of_settings and (data or group.id in groups):
                groups[group.id] = data
        return {**found, "groups": groups}

    def _records(self) -> Records:
        sheet, table = self.asked.sheet, self.plan.table(RECORDS)
        if table is None:
            return Records({}, {}, Choices("records", ()))
        return read_records(self.back, table, sheet.evidence, sheet.still_valid)

    def _answers(self, members: Mapping[str, Members], records: Records) -> dict[str, Any]:
        reader = AnswerBack(self.back, records.codes)
        found = dict(self._alone(reader))
        for group in self.asked.groups:
            given = self._of_group(group, members[group.id], reader)
            if given:
                found[group.id] = given
        return found

    def _alone(self, reader: AnswerBack) -> Iterator[tuple[str, Any]]:
        table = self.plan.table(ANSWERS)
        for row in table.asked() if table is not None else ():
            line, question = self.found.line(ANSWERS, row.key), self.asked.question(row.key)
            if line is not None and question is not None:
                one = Asked(question, row, self.asked.given(row.key))
                answer = reader.read(line, one, ("answers", row.key))
                if answer is not None:
                    yield row.key, answer

    def _of_group(
        self, group: GroupPart, members: Members, reader: AnswerBack
    ) -> dict[str, dict[str, Any]]:
        table = self.plan.table(f"{GROUP}{group.id}")
        found: dict[str, dict[str, Any]] = {}
        for row in table.asked() if table is not None else ():
            line, (key, _, name) = (
                self.found.line(f"{GROUP}{group.id}", row.key),
                row.key.partition("/"),
            )
            question, member = self.asked.question(name), members.ids.get(key)
            if line is None or question is None:
                continue
            if member is None:
                self._unnamed(line, row)
                continue
            path = ("answers", group.id, member, name)
            one = Asked(question, row, self.asked.given(name, member))
            answer = reader.read(line, one, path)
            if answer is not None:
                found.setdefault(member, {})[name] = answer
        return found

    def _unnamed(self, line: Line, row: Row) -> None:
        """Note answers given for a free place that nobody named."""
        typed = next((one for one in line.cells.values() if one.text.strip()), None)
        if typed is not None:
            name = row.cells["instance"].text
            self.back.notes.at("form-instance-unnamed", typed.at, name=name)

    def _project(self, members: Mapping[str, Members]) -> Iterator[tuple[str, Any]]:
        sheet, main = self.asked.sheet, self.back.speech.main
        for name, text in (("title", sheet.title), ("organization", sheet.organization)):
            yield name, self._text(name, text_data(text, main) if text else None, (name,))
        note = text_data(sheet.note, main) if sheet.note else None
        yield "note", self._text("note", note, ("note",))
        date = self._text("date", sheet.date, ("date",))
        yield "date", read_date(str(date)) if date else None
        yield "kind", self._kind()
        yield "assessor", self._assessor(members)
        yield "attributes", self._attributes()

    def _text(self, key: str, before: Any, path: Path) -> Any:
        """Bring one text of the sheet of the project back."""
        line, row = self._line(key)
        if line is None:
            return before
        self.back.place(path, line.where(project.ANSWER))
        return self.back.text(line, row, project.ANSWER, before)

    def _line(self, key: str) -> tuple[Line | None, Row | None]:
        table = self.plan.table(project.PROJECT)
        row = table.row(key) if table is not None else None
        return (self.found.line(project.PROJECT, key) if row is not None else None), row

    def _kind(self) -> Plain | None:
        line, row = self._line("kind")
        if line is None or row is None:
            return Plain(str(self.asked.sheet.kind))
        self.back.place(("kind",), line.where(project.ANSWER))
        value = self.back.choice(line, project.ANSWER, row.cells[project.ANSWER].choices)
        return Plain(value) if value is not None else None

    def _assessor(self, members: Mapping[str, Members]) -> dict[str, Any]:
        given = self.asked.sheet.assessor
        found = {
            "role": self._text("role", given.role, ("assessor", "role")),
            "organization": self._text(
                "assessor-organization", given.organization, ("assessor", "organization")
            ),
            "reader": self._text(project.READER, given.reader, ("assessor", "reader")),
            "voices": self._voices(given.voices, members) or None,
        }
        return said(found)

    def _voices(self, given: tuple[str, ...], members: Mapping[str, Members]) -> tuple[Plain, ...]:
        """Read the settings heard, named by their codes or by their names."""
        line, row = self._line(project.VOICES)
        if (
            line is None
            or row is None
            or same(line.text(project.ANSWER), row.cells[project.ANSWER].text)
        ):
            return plain(given)
        self.back.place(("assessor", "voices"), line.where(project.ANSWER))
        named = [pair for one in members.values() for pair in one.titles.items()]
        entries = (Entry(name, name, name, names=(title,)) for name, title in named)
        choices = Choices("voices", tuple(entries))
        return plain(match(part, choices) or part for part in split(line.text(project.ANSWER)))

    def _attributes(self) -> dict[str, Any]:
        """Read the facts of the project; those that the form does not show stay as they were."""
        found = dict(self.base.get("attributes", {}))
        for field in self.asked.fields:
            line, row = self._line(f"fact:{field.id}")
            if line is None or row is None:
                continue
            keys = tuple(
                key for key in row.cells if key == project.ANSWER or key.startswith("also-")
            )
            values = read_fact(self.back, Kept(line, row), keys, found.get(field.id))
            self.back.place(("attributes", field.id), line.where(project.ANSWER))
            found.pop(field.id, None)
            if values is not None:
                found[field.id] = values
        return found
