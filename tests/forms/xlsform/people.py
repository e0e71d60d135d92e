"""People who fill the form in: what they would type for a sheet of answers to come back."""

from tests.forms.xlsform.phone import Sitting

from scalecheck.forms.carry import shown
from scalecheck.forms.questionnaire import GroupPart, Question, Questionnaire
from scalecheck.forms.xlsform.asks import level_of
from scalecheck.forms.xlsform.names import (
    NEW,
    RECORDS,
    code,
    fact_name,
    instance_name,
    level_code,
    question_name,
    record_name,
)
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language

Typed = dict[str, str]


def fill(sitting: Sitting, asked: Questionnaire, wanted: AnswerSheet) -> None:
    """Type a whole sheet on a blank form."""
    person = _Person(asked, wanted)
    for name, text in person.alone().items():
        sitting.fill(name, text)
    for name, parts in person.repeated():
        sitting.repeat(name, parts)


class _Person:
    def __init__(self, asked: Questionnaire, wanted: AnswerSheet) -> None:
        self.asked, self.wanted = asked, wanted
        self.language = wanted.language

    def alone(self) -> Typed:
        sheet, said = self.wanted, {}
        said["s_title"] = shown(sheet.title, self.language)
        said["s_organization"] = shown(sheet.organization, self.language)
        said["s_project"] = sheet.project or ""
        said["s_date"], said["s_kind"] = sheet.date or "", str(sheet.kind)
        said["s_role"] = sheet.assessor.role or ""
        said["s_organisation_heard"] = sheet.assessor.organization or ""
        said["s_note"] = shown(sheet.note, self.language)
        for name, values in sheet.attributes.items():
            said[fact_name(name)] = " ".join(map(code, values))
        for part in self.asked.parts:
            for question in part.questions:
                given = sheet.answers.get(question.id)
                said |= self.answer(question, question_name(question.id), given)
        return said

    def answer(self, question: Question, name: str, given: Answer | None) -> Typed:
        if given is None:
            return {}
        said = {f"{name}__note": shown(given.note, self.language)}
        if given.reason is not None:
            said[f"{name}__reason"] = shown(given.reason, self.language)
        return said | {f"{name}__{part}": text for part, text in _stated(question, given).items()}

    def repeated(self):
        for group in self.asked.groups:
            yield from self.instances(group)
        for name, record in self.wanted.evidence.items():
            said = {
                "title": shown(record.title, self.language),
                "code": name,
                "kind": code(record.kind or ""),
                "issuer": code(record.issuer or ""),
                "grade": code(record.grade),
                "date": record.date or "",
                "where": shown(record.where, self.language),
                "note": shown(record.note, self.language),
                "supports": " ".join(self.supported(name)),
            }
            yield RECORDS, {record_name(NEW, part): text for part, text in said.items()}

    def supported(self, record: str):
        for part in self.asked.parts:
            for question in part.questions:
                given = self.wanted.answers.get(question.id)
                if given is not None and record in given.cited:
                    yield question_name(question.id)

    def instances(self, group: GroupPart):
        sheet, name = self.wanted, instance_name(group.id, NEW)
        found = sheet.settings if group.of_settings else sheet.groups.get(group.id)
        for one in found or ():
            said = {f"{name}__id": one.id, f"{name}__title": shown(one.title, self.language)}
            for fact, values in one.attributes.items():
                said[fact_name(fact, group.id, NEW)] = " ".join(map(code, values))
            for question in group.questions:
                given = sheet.answers.get(group.id, {}).get(question.id)
                members = sheet.answers.get(group.id, {})
                given = members.get(one.id, {}).get(question.id)
                field = question_name(question.id, group.id, NEW)
                said |= self.answer(question, field, given)
                if given is not None:
                    said[f"{field}__codes"] = " ".join(given.cited)
            yield name, said


def _stated(question: Question, given: Answer) -> Typed:
    if given.unknown:
        return {"answer": "unknown"}
    if given.between is not None:
        low, high = (level_code(level_of(question, one).value) for one in given.between)
        return {"answer": "between", "low": low, "high": high}
    if given.amount is not None:
        return {"answer": "amount", "amount": str(given.amount)}
    if given.not_applicable is not None:
        return {"answer": "not_applicable", "why_not": given.not_applicable}
    return {"answer": level_code(level_of(question, given.level).value)}


__all__ = ["Language", "fill"]
