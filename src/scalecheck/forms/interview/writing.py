"""Write on a sheet of answers: each function gives another one; the one before stays as it was."""

from collections.abc import Mapping
from typing import Any

from scalecheck.forms.carry import shown, tidy
from scalecheck.forms.interview.places import Place, given, members
from scalecheck.forms.questionnaire import GroupPart, Questionnaire
from scalecheck.model.answer import Answer, Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.fresh import fresh_id, next_record, slug_of
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text


def put(sheet: AnswerSheet, place: Place, answer: Answer | None) -> AnswerSheet:
    """Write an answer at a place, or take it away."""
    found = dict(sheet.answers)
    if not place.group:
        _set(found, place.name, answer)
        return sheet.model_copy(update={"answers": found})
    before = found.get(place.group)
    group = dict(before) if isinstance(before, Mapping) else {}
    inside = dict(group.get(place.instance, {}))
    _set(inside, place.name, answer)
    _set(group, place.instance, inside or None)
    _set(found, place.group, group or None)
    return sheet.model_copy(update={"answers": found})


def _set(table: dict[str, Any], name: str, value: object) -> None:
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value


def decide(sheet: AnswerSheet, place: Place, answer: Answer) -> AnswerSheet:
    """Answer at a place: what stood beside the answer before stays beside this one."""
    before = given(sheet, place)
    kept = (
        {word: getattr(before, word) for word in ("evidence", "note", "reason")} if before else {}
    )
    return put(sheet, place, answer.model_copy(update=kept))


def remark(sheet: AnswerSheet, place: Place, **beside: Any) -> AnswerSheet:
    """Change what stands beside an answer; where there is none, the answer is unknown."""
    before = given(sheet, place) or Answer(unknown=True)
    return put(sheet, place, before.model_copy(update=beside))


def read_text(typed: str, before: Text | None, language: Language) -> Text | None:
    """Make a text of what was typed: as it was before, where nobody touched it.

    Args:
        typed: in any number of lines.
        before: the text that stood there.
        language: the one it was shown in, and typed in.
    """
    said = tidy(typed).strip()
    if before is not None and said == shown(before, language).strip():
        return before
    return text_in(said, language) if said else None


def text_in(words: str, language: Language) -> Text:
    """Make a text of words in one language."""
    return Text.model_construct(**{str(language): words})


def state(
    sheet: AnswerSheet, place: Place, part: GroupPart | None, values: tuple[str, ...]
) -> AnswerSheet:
    """Write a fact of the project, or of an instance of a group; no value takes it away."""
    if part is None:
        facts = dict(sheet.attributes)
        _set(facts, place.name, values or None)
        return sheet.model_copy(update={"attributes": facts})
    changed = tuple(
        _stated(one, place.name, values) if one.id == place.instance else one
        for one in members(sheet, part)
    )
    return list_members(sheet, part, changed)


def _stated(instance: Instance, name: str, values: tuple[str, ...]) -> Instance:
    facts = dict(instance.attributes)
    _set(facts, name, values or None)
    return instance.model_copy(update={"attributes": facts})


def list_members(sheet: AnswerSheet, part: GroupPart, listed: tuple[Instance, ...]) -> AnswerSheet:
    """Write the instances of a group; an empty list says that there is none."""
    if part.of_settings:
        return sheet.model_copy(update={"settings": listed})
    return sheet.model_copy(update={"groups": {**sheet.groups, part.id: listed}})


def add_member(sheet: AnswerSheet, part: GroupPart, title: Text) -> tuple[AnswerSheet, Instance]:
    """Add an instance under a title; its identifier is made of it."""
    listed = members(sheet, part)
    name = slug_of(title.fr or title.en or "") or part.id
    made = Instance(id=fresh_id(name, {one.id for one in listed}), title=title)
    return list_members(sheet, part, (*listed, made)), made


def add_record(sheet: AnswerSheet, record: Evidence) -> tuple[AnswerSheet, str]:
    """Add a record of evidence under the next free name: `p1`, then `p2`."""
    name = next_record(sheet.evidence)
    return sheet.model_copy(update={"evidence": {**sheet.evidence, name: record}}), name


def confirm(sheet: AnswerSheet, record: str, holds: bool | None) -> AnswerSheet:
    """Say whether an earlier record still holds; None says nothing of it."""
    said = dict(sheet.still_valid)
    _set(said, record, holds)
    return sheet.model_copy(update={"still_valid": said})


def in_order(asked: Questionnaire, sheet: AnswerSheet) -> AnswerSheet:
    """Put the answers in the order of the questions, whatever the order they came in."""
    names = [one.id for one in asked.questions()]
    found: dict[str, Any] = {n: sheet.answers[n] for n in names if n in sheet.answers}
    for part in asked.groups:
        inside = sheet.answers.get(part.id)
        if isinstance(inside, Mapping):
            instances = [one.id for one in members(sheet, part)]
            ordered = sorted(inside, key=lambda name: _position(instances, name))
            found[part.id] = {name: _sorted(inside[name], names) for name in ordered}
    rest: Answers = {name: one for name, one in sheet.answers.items() if name not in found}
    return sheet.model_copy(update={"answers": {**found, **rest}})


def _sorted(answers: Mapping[str, Answer], names: list[str]) -> dict[str, Answer]:
    return {name: answers[name] for name in sorted(answers, key=lambda n: _position(names, n))}


def _position(names: list[str], name: str) -> int:
    return names.index(name) if name in names else len(names)
