"""A Markdown form as a sheet of answers: what it opened with, and what was changed in it."""

from collections.abc import Mapping
from typing import Any

from scalecheck.forms.carry import as_plain, fold
from scalecheck.forms.filled import Filled
from scalecheck.forms.markdown.answers import Reading, cells_of, read_answer, text_back
from scalecheck.forms.markdown.choices import one_of, several_of
from scalecheck.forms.markdown.found import Found, Scope, Value
from scalecheck.forms.markdown.records import Keeper, new_records, still_valid
from scalecheck.forms.questionnaire import GroupPart, Option, Question, Questionnaire
from scalecheck.language.catalogue import say
from scalecheck.model.base import SLUG, Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.fresh import fresh_id, slug_of
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.plain_data import instance_data, sheet_data
from scalecheck.model.snapshot import Kind
from scalecheck.model.text import Text

Data = dict[str, Any]
_TOP = Scope()


class Composer:
    """Puts a sheet together from what was found on a form."""

    def __init__(self, asked: Questionnaire, language: Language, found: Found) -> None:
        self.asked, self.language, self.found = asked, language, found
        self.cells: dict[Path, str] = {}

    def compose(self) -> Filled:
        """Give the whole sheet in plain data, and the line of each part."""
        base = self.asked.sheet.model_copy(update={"language": self.language})
        data: Data = dict(as_plain(sheet_data(base)))
        data |= self._start(data)
        data |= {"attributes": self._facts()}
        answers = self._alone(data.get("answers", {}))
        data |= self._groups(data, answers)
        keeper = Keeper(self.found, self.cells)
        added = new_records(keeper, self.asked)
        data["evidence"] = {**data.get("evidence", {}), **added}
        data["still_valid"] = still_valid(keeper, self.asked)
        data["answers"] = answers
        kept = {name: one for name, one in data.items() if one is not None and one != {}}
        return Filled(kept, self.cells, tuple(self.found.misread))

    def _start(self, data: Mapping[str, Any]) -> Data:
        sheet = self.asked.sheet
        kinds = tuple(Option(str(one), self._kind(one)) for one in Kind)
        kind = one_of(self._top("kind", ("kind",)).text, kinds)
        note = self._text("general-note", sheet.note, ("note",))
        said: Data = {
            "date": self._plain("date", ("date",)),
            "kind": Plain(kind or str(sheet.kind)),
            "assessor": self._assessor(),
            "note": note,
        }
        if sheet.project is None:
            said["title"] = self._text("title", sheet.title, ("title",))
            body = self._text("organization", sheet.organization, ("organization",))
            said |= {"organization": body, "project": self._plain("project", ("project",))}
        return said

    @staticmethod
    def _kind(kind: Kind) -> Text:
        key = f"markdown_form.kind.{kind}"
        return Text(fr=say(key, Language.FR), en=say(key, Language.EN))

    def _assessor(self) -> Data:
        before = self.asked.sheet.assessor
        said: Data = {
            "role": self._line("role", before.role, ("assessor", "role")),
            "organization": self._line("body", before.organization, ("assessor", "organization")),
            "voices": tuple(map(Plain, before.voices)),
            "reader": before.reader and Plain(before.reader),
        }
        return {name: one for name, one in said.items() if one}

    def _top(self, name: str, path: Path) -> Value:
        value = self.found.value(_TOP, name)
        self.cells[path] = value.cell
        return value

    def _plain(self, name: str, path: Path) -> Plain | None:
        text = self._top(name, path).text.strip()
        return Plain(text) if text else None

    def _line(self, name: str, before: str | None, path: Path) -> Plain | None:
        text = self._plain(name, path)
        same = text is not None and before is not None and fold(text) == fold(before)
        return Plain(before) if same else text

    def _text(self, name: str, before: Text | None, path: Path) -> Any:
        said = text_back(self._top(name, path).text, before, self.language)
        return None if said is None else as_plain(said)

    def _facts(self) -> Data:
        before = self.asked.sheet.attributes
        asked = {field.id for field in self.asked.fields}
        said: Data = {k: tuple(map(Plain, v)) for k, v in before.items() if k not in asked}
        for field in self.asked.fields:
            value = self._top(f"fact-{field.id}", ("attributes", field.id))
            values = several_of(value.text, field.options, before.get(field.id))
            if values:
                said[field.id] = values
        return said

    def _alone(self, before: Mapping[str, Any]) -> Data:
        """Read the answers given once; those that the form did not ask stay as they were."""
        asked = [question for part in self.asked.parts for question in part.questions]
        names = {one.id for one in asked}
        groups = {group.id for group in self.asked.groups}
        kept = {k: dict(v) if k in groups else v for k, v in before.items() if k not in names}
        for question in asked:
            given = self.asked.given(question.id)
            scope = Scope(question=question.id)
            said = self._answer(question, scope, given, ("answers", question.id))
            if said is not None:
                kept[question.id] = said
        return kept

    def _answer(self, question: Question, scope: Scope, before: Any, path: Path) -> Any:
        reading = Reading(self.found, scope, question, before, self.language)
        self.cells |= cells_of(reading, path)
        return read_answer(reading)

    def _groups(self, data: Mapping[str, Any], answers: Data) -> Data:
        """Read the instances of every group, and put their answers in place."""
        groups, settings = dict(data.get("groups", {})), data.get("settings")
        for group in self.asked.groups:
            root: Path = ("settings",) if group.of_settings else ("groups", group.id)
            members = self._members(group, root)
            told = {**answers.pop(group.id, {})}
            for name, scope in members:
                told[name["id"]] = self._told(group, name["id"], scope)
            told = {name: parts for name, parts in told.items() if parts}
            answers |= {group.id: told} if told else {}
            listed = tuple(name for name, _ in members)
            if group.of_settings:
                settings = listed or settings
            elif listed or group.id in groups:
                groups[group.id] = listed
        return {"settings": settings, "groups": groups}

    def _told(self, group: GroupPart, name: str, scope: Scope) -> Data:
        found: Data = {}
        for question in group.questions:
            path = ("answers", group.id, name, question.id)
            given = self.asked.given(question.id, scope.instance)
            said = self._answer(question, scope._replace(question=question.id), given, path)
            if said is not None:
                found[question.id] = said
        return found

    def _members(self, group: GroupPart, root: Path) -> list[tuple[Data, Scope]]:
        found: list[tuple[Data, Scope]] = []
        for one in group.instances:
            scope = Scope(group.id, one.id)
            found.append((self._known(group, one, scope, (*root, len(found))), scope))
        taken = {one.id for one in group.instances}
        for scope in self.found.added(group.id):
            if self._is_used(scope):
                added = self._new(group, scope, taken, (*root, len(found)))
                taken.add(added["id"])
                found.append((added, scope))
        return found

    def _is_used(self, scope: Scope) -> bool:
        """Whether anything was written in the part of an instance to add."""
        ticked = (one._replace(question="") for one in self.found.ticks)
        written = (key[0] for key, value in self.found.values.items() if value.text.strip())
        return scope in (*ticked, *(one._replace(question="") for one in written))

    def _known(self, group: GroupPart, one: Instance, scope: Scope, path: Path) -> Data:
        data = dict(as_plain(instance_data(one, self.language)))
        asked = {field.id for field in group.fields}
        kept = {name: value for name, value in data.items() if name not in asked}
        return kept | self._facts_of(group, scope, one.attributes, path)

    def _facts_of(
        self, group: GroupPart, scope: Scope, before: Mapping[str, tuple[str, ...]], path: Path
    ) -> Data:
        said: Data = {}
        for field in group.fields:
            value = self.found.value(scope, f"fact-{field.id}")
            values = several_of(value.text, field.options, before.get(field.id))
            if values:
                said[field.id] = values
                self.cells[(*path, field.id)] = value.cell
        return said

    def _new(self, group: GroupPart, scope: Scope, taken: set[str], path: Path) -> Data:
        title = self.found.value(scope, "instance-title")
        typed = self.found.value(scope, "instance-id")
        name = typed.text.strip()
        name = name.lower() if SLUG.match(name.lower()) else name
        if name in taken:
            self.found.note("form-row-twice", typed.line, name=name)
        name = name or fresh_id(slug_of(title.text) or slug_of(group.id), taken)
        self.cells |= {(*path, "title"): title.cell, (*path, "id"): typed.cell}
        titled = {"title": Plain(title.text.strip())} if title.text.strip() else {}
        return {"id": Plain(name), **titled, **self._facts_of(group, scope, {}, path)}
