"""When a question is asked, in words: the facts it depends on, by their titles."""

from collections.abc import Iterator

from scalecheck.forms.excel.laid.columns import fact_title
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import FactField, Question, Questionnaire


def applies(question: Question, asked: Questionnaire, speech: Speech) -> str:
    """Say when a question is asked; "" for one that always is."""
    if not question.applies_when:
        return ""
    return speech.each(lambda one: _applies(question, asked, one), "\n")


def _applies(question: Question, asked: Questionnaire, speech: Speech) -> str:
    fields = {field.id: field for field in _fields(question, asked)}
    cases = [
        speech.both([_fact(name, values, fields, speech) for name, values in case.root.items()])
        for case in question.applies_when
    ]
    return speech.say("answers.applies", condition=speech.either(cases))


def _fields(question: Question, asked: Questionnaire) -> Iterator[FactField]:
    yield from asked.fields
    for group in asked.groups:
        if group.id == question.group:
            yield from group.fields


def _fact(name: str, values: tuple[str, ...], fields: dict[str, FactField], speech: Speech) -> str:
    field = fields.get(name)
    if field is None:
        return speech.say("answers.fact", name=name, values=speech.either(list(values)))
    titles = {option.id: speech.title(option.title, option.id) for option in field.options}
    said = [titles.get(value, value) for value in values]
    return speech.say("answers.fact", name=fact_title(field, speech), values=speech.either(said))
