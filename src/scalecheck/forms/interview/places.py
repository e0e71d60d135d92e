"""Where an interview can be: a fact, a question at an instance, a list to extend, the end."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from scalecheck.forms.questionnaire import FactField, GroupPart, Question, Questionnaire
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.instance import Instance
from scalecheck.model.proof import Truth
from scalecheck.scoring.situation import Attributes, judge


class Kind(StrEnum):
    """What is asked at a place."""

    FACT = "fact"
    QUESTION = "question"
    ROSTER = "roster"
    RECORD = "record"
    END = "end"


class Place(NamedTuple):
    """One thing that is asked, and of which instance.

    `name` is that of a criterion, a fact, a group (a list of instances that may be longer) or a
    record of evidence (does it still hold?). `group` is empty for what is asked of the project.
    """

    kind: Kind
    name: str = ""
    group: str = ""
    instance: str = ""


END = Place(Kind.END)


def members(sheet: AnswerSheet, part: GroupPart) -> tuple[Instance, ...]:
    """The instances of a group, as they stand on the sheet."""
    found = sheet.settings if part.of_settings else sheet.groups.get(part.id)
    return found or ()


def given(sheet: AnswerSheet, place: Place) -> Answer | None:
    """The answer that stands on the sheet at a place, or None."""
    found = sheet.answers.get(place.group or place.name)
    if isinstance(found, Mapping):
        return found.get(place.instance, {}).get(place.name)
    return found if not place.group else None


def find_out(asked: Questionnaire, sheet: AnswerSheet, known: Attributes) -> Mapping[str, str]:
    """Find the questions that the facts, the track or the strategies put out by rule.

    Args:
        asked: what may be asked.
        sheet: its attributes and its context are read.
        known: the facts of the project that stand on no sheet (sector, territory…).

    Returns:
        `condition`, `strategy` or `track`, by criterion. A fact that is not known puts none out.
    """
    context, rubric = sheet.context, asked.rubric
    facts = {**known, **sheet.attributes, **context.attributes}
    out = {
        one.id: "condition"
        for one in asked.questions()
        if judge(one.applies_when, facts)[0] is Truth.UNMET
    }
    strategies = facts.get("strategy", ()) if context.strategies is None else context.strategies
    waived = [set(one.waives) for one in rubric.strategies if one.id in strategies]
    out |= dict.fromkeys(set.intersection(*waived) - out.keys() if waived else (), "strategy")
    tracks = (context.track,) if context.track else facts.get("track", ())
    for track in rubric.tracks:
        out |= dict.fromkeys(track.waives if track.id in tracks else (), "track")
    return out


def find_places(
    asked: Questionnaire, sheet: AnswerSheet, out: Mapping[str, str]
) -> tuple[Place, ...]:
    """List what is asked, in order; the end comes last.

    First the facts that decide which questions are asked, then the questions, those of a group
    once per instance; then what may be left: earlier evidence, other facts. A question that is
    out by rule is passed over, unless it was answered.
    """
    deciding = _deciding(asked)
    places = (
        *(Place(Kind.FACT, field.id) for field in asked.fields if field.id in deciding),
        *(one for one in _questions(asked, sheet) if _is_asked(sheet, one, out)),
        *_records(asked),
        *_facts_of_instances(asked, sheet),
        *(Place(Kind.FACT, field.id) for field in asked.fields if field.id not in deciding),
        END,
    )
    return tuple(dict.fromkeys(places))


def _deciding(asked: Questionnaire) -> set[str]:
    conditions = (one.applies_when for one in asked.questions())
    return {name for condition in conditions for case in condition for name in case.root}


def _questions(asked: Questionnaire, sheet: AnswerSheet) -> Iterator[Place]:
    for part in asked.parts:
        yield from (Place(Kind.QUESTION, one.id) for one in part.questions)
    for group in asked.groups:
        for instance in members(sheet, group):
            for one in group.questions:
                yield Place(Kind.QUESTION, one.id, group.id, instance.id)
        yield Place(Kind.ROSTER, group.id)


def _is_asked(sheet: AnswerSheet, place: Place, out: Mapping[str, str]) -> bool:
    is_out = place.kind is Kind.QUESTION and place.name in out
    return not is_out or given(sheet, place) is not None


def _records(asked: Questionnaire) -> Iterator[Place]:
    """The records that earlier answers cite: of a new sheet there are none."""
    if asked.last_date is not None:
        yield from (Place(Kind.RECORD, name) for name in cited(asked.last))


def cited(answers: Mapping[str, object]) -> Iterator[str]:
    """Name the records that answers cite, in their order."""
    for found in answers.values():
        if isinstance(found, Answer):
            yield from found.cited
        elif isinstance(found, Mapping):
            yield from cited(found)


def _facts_of_instances(asked: Questionnaire, sheet: AnswerSheet) -> Iterator[Place]:
    for group in asked.groups:
        for instance in members(sheet, group):
            for field in group.fields:
                yield Place(Kind.FACT, field.id, group.id, instance.id)


def group_of(asked: Questionnaire, name: str) -> GroupPart:
    """Find a group by its name."""
    return next(part for part in asked.groups if part.id == name)


def question_at(asked: Questionnaire, place: Place) -> Question | None:
    """The question asked at a place; None where a place asks something else."""
    return asked.question(place.name) if place.kind is Kind.QUESTION else None


def field_at(asked: Questionnaire, place: Place) -> FactField | None:
    """The fact asked at a place; None where a place asks something else."""
    if place.kind is not Kind.FACT:
        return None
    fields = group_of(asked, place.group).fields if place.group else asked.fields
    return next(field for field in fields if field.id == place.name)


def instance_at(asked: Questionnaire, sheet: AnswerSheet, place: Place) -> Instance | None:
    """The instance that a place is about, or None."""
    if not place.instance:
        return None
    found = members(sheet, group_of(asked, place.group))
    return next((one for one in found if one.id == place.instance), None)
