"""The rows of one question: its levels, what goes with an answer, and what it was last time."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.forms.questionnaire import Choice as Level
from scalecheck.forms.questionnaire import Question
from scalecheck.forms.xlsform.names import (
    AMOUNT,
    BETWEEN,
    NOT_APPLICABLE,
    UNKNOWN,
    code,
    level_code,
)
from scalecheck.forms.xlsform.rows import Choice, Labels, Row
from scalecheck.forms.xlsform.telling import Telling
from scalecheck.model.answer import Answer
from scalecheck.model.base import is_number


class Spot(NamedTuple):
    """Where a question is asked: the name of its fields, and the answer it opens with.

    `place` names the instance, or is empty; `relevant` tells when the question is shown.
    """

    question: Question
    name: str
    place: Labels
    given: Answer | None
    last: Answer | None
    relevant: str
    condition: Labels
    is_new: bool = False


def level_of(question: Question, name: str | None) -> Level | None:
    """Find the level that an answer names, in any spelling of its value."""
    found = question.choice(name or "")
    if found is None and name and is_number(name) and not name.endswith("%"):
        found = question.choice(str(Fraction(name)))
    return found


def rows_of(spot: Spot, telling: Telling) -> Iterator[Row]:
    """Lay out one question: it never hides an answer that it opens with."""
    words, question = telling.words, spot.question
    relevant = "" if spot.given is not None else spot.relevant
    title = telling.heading(spot.question, spot.place)
    yield Row("begin_group", spot.name, title, relevant=relevant, appearance="field-list")
    yield Row(
        "select_one",
        f"{spot.name}__answer",
        telling.question(spot.question, spot.place),
        telling.hint(question, spot.condition, spot.last),
        f"l_{code(question.id)}",
        tuple(_answers(question, telling)),
        default=_default(question, spot.given),
    )
    yield from _details(spot, telling)
    yield from _support(spot, telling)
    yield Row("end_group", spot.name, words.same(""))


def _answers(question: Question, telling: Telling) -> Iterator[Choice]:
    yield from _levels(question, telling)
    words = telling.words
    if len(question.choices) > 1:
        yield Choice(BETWEEN, words.say("answer.between"))
    if question.takes_amounts:
        yield Choice(AMOUNT, words.say("answer.amount"))
    yield Choice(UNKNOWN, words.say("answer.unknown"))
    if question.may_be_not_applicable:
        yield Choice(NOT_APPLICABLE, words.say("answer.not-applicable"))


def _levels(question: Question, telling: Telling) -> Iterator[Choice]:
    for level in question.choices:
        yield Choice(level_code(level.value), telling.level(level))


def _default(question: Question, given: Answer | None) -> str:
    if given is None:
        return ""
    said = {
        UNKNOWN: given.unknown,
        BETWEEN: given.between is not None,
        AMOUNT: given.amount is not None,
        NOT_APPLICABLE: given.not_applicable is not None,
    }
    found = (name for name, is_said in said.items() if is_said)
    return next(found, _level_default(question, given.level))


def _level_default(question: Question, name: str | None) -> str:
    level = level_of(question, name)
    return "" if level is None else level_code(level.value)


def _details(spot: Spot, telling: Telling) -> Iterator[Row]:
    """What an answer other than a level says besides."""
    question, given, words = spot.question, spot.given or Answer(unknown=True), telling.words
    ends = given.between or (None, None)
    levels = tuple(_levels(question, telling))
    for part, end in zip(("low", "high"), ends, strict=True) if len(levels) > 1 else ():
        yield Row(
            "select_one",
            f"{spot.name}__{part}",
            telling.field(spot.question, spot.place, part),
            list_name=f"v_{code(question.id)}",
            choices=levels,
            default=_level_default(question, end),
            relevant=_when(spot, BETWEEN),
        )
    if question.takes_amounts:
        amount = "" if given.amount is None else str(given.amount)
        yield telling.text(spot.name, "amount", spot, amount, words.say("hint.amount"))._replace(
            relevant=_when(spot, AMOUNT)
        )
    if question.may_be_not_applicable:
        reason = given.not_applicable or ""
        yield telling.text(spot.name, "why_not", spot, reason)._replace(
            relevant=_when(spot, NOT_APPLICABLE), required=telling.reason_required
        )


def _when(spot: Spot, answer: str) -> str:
    return f"${{{spot.name}__answer}} = '{answer}'"


def _support(spot: Spot, telling: Telling) -> Iterator[Row]:
    """What an answer rests on: records, a note, a reason where one may be asked."""
    given, words = spot.given, telling.words
    if telling.records:
        cited = given.cited if given else ()
        yield Row(
            "select_multiple",
            f"{spot.name}__evidence",
            telling.field(spot.question, spot.place, "evidence"),
            list_name="records",
            choices=telling.records,
            default=" ".join(map(code, cited)),
        )
    if spot.is_new:
        yield telling.text(spot.name, "codes", spot, "", words.say("hint.codes"))
    note = telling.shown(given.note if given else None)
    yield telling.text(spot.name, "note", spot, note)
    if spot.question.id in telling.reasons or (given and given.reason):
        reason = telling.shown(given.reason if given else None)
        yield telling.text(spot.name, "reason", spot, reason)
