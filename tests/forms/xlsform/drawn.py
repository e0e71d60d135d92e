"""What people can type on a blank form, of a sheet of answers drawn at random."""

from scalecheck.forms.carry import shown
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.xlsform.reasons import names_with_reason
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.text import Text


def with_reasons(sheet: AnswerSheet) -> AnswerSheet:
    """A sheet whose reasons are more than the word that stands for none."""

    def settle(given):
        if not isinstance(given, Answer):
            return {name: settle(one) for name, one in given.items()}
        if given.not_applicable in ("yes", "true"):
            return given.model_copy(update={"not_applicable": "yes, really"})
        return given

    return sheet.model_copy(update={"answers": {k: settle(v) for k, v in sheet.answers.items()}})


def typable(sheet: AnswerSheet, asked: Questionnaire) -> AnswerSheet:
    """What a person can type: texts in one language, reasons where they are asked."""
    return sheet.model_copy(
        update={
            "title": _one(sheet.title),
            "organization": _one(sheet.organization),
            "note": _one(sheet.note),
            "settings": sheet.settings or None,
            "groups": {name: some for name, some in sheet.groups.items() if some},
            "evidence": {name: _record(one) for name, one in sheet.evidence.items()},
            "answers": {
                name: _answer(one, name, asked)
                if isinstance(one, Answer)
                else {p: {q: _answer(a, q, asked) for q, a in s.items()} for p, s in one.items()}
                for name, one in sheet.answers.items()
            },
        }
        | ({"settings": _titled(sheet.settings)} if sheet.settings else {})
    )


def _one(text: Text | None) -> Text | None:
    return None if text is None else Text(fr=shown(text, Language.FR))


def _titled(instances):
    return tuple(one.model_copy(update={"title": _one(one.title)}) for one in instances)


def _record(record):
    said = {name: _one(getattr(record, name)) for name in ("title", "where", "note")}
    return record.model_copy(update=said)


def _answer(answer: Answer, name: str, asked: Questionnaire) -> Answer:
    reason = _one(answer.reason) if name in names_with_reason(asked.rubric) else None
    said = {"note": _one(answer.note), "reason": reason, "evidence": answer.evidence or None}
    return answer.model_copy(update=said)
