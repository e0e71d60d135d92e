"""One question in Markdown: its levels as boxes to tick, what goes with it, its note."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.forms.markdown.marks import mark
from scalecheck.forms.markdown.tables import Field, table
from scalecheck.forms.markdown.voice import Voice, literal, quoted
from scalecheck.forms.questionnaire import Choice as Level
from scalecheck.forms.questionnaire import FactField, GroupPart, Question, Questionnaire
from scalecheck.forms.xlsform.asks import level_of
from scalecheck.forms.xlsform.reasons import names_with_reason
from scalecheck.model.answer import Answer
from scalecheck.model.rules import Case, Condition


class Asking(NamedTuple):
    """What the questions of a form share."""

    asked: Questionnaire
    voice: Voice
    reasons: frozenset[str]


class Spot(NamedTuple):
    """A question in its place: the answer it opens with, the last one, the facts around it."""

    question: Question
    given: Answer | None
    last: Answer | None
    facts: tuple[FactField, ...]


def make_asking(asked: Questionnaire, voice: Voice) -> Asking:
    """Gather what the questions of a form share."""
    return Asking(asked, voice, names_with_reason(asked.rubric))


def spots(
    asked: Questionnaire, questions: tuple[Question, ...], group: GroupPart | None, instance: str
) -> Iterator[Spot]:
    """Put questions in their place; those of an instance to add have no answer yet."""
    facts = (*(group.fields if group else ()), *asked.fields)
    for one in questions:
        given, last = asked.given(one.id, instance), asked.last_given(one.id, instance)
        yield Spot(one, given, last, facts)


def ask(spot: Spot, asking: Asking) -> Iterator[str]:
    """Lay out one question, a block at a time."""
    voice, question = asking.voice, spot.question
    title = voice.text(question.title)
    yield f"### {question.number}. {title} {mark('q', question.id)}"
    if question.question is not None:
        yield f"**{voice.text(question.question)}**"
    yield from filter(None, _help(spot, asking))
    yield "\n".join(_boxes(spot, asking))
    yield table(voice.say("table.field"), voice, _fields(spot, asking))
    yield from _texts(spot, asking)


def _help(spot: Spot, asking: Asking) -> Iterator[str]:
    voice, question = asking.voice, spot.question
    if question.applies_when:
        condition = condition_in_words(question.applies_when, spot.facts, voice)
        yield f"*{voice.say('question.when', condition=condition)}*"
    yield voice.text(question.description)
    yield voice.text(question.notes)
    if question.examples is not None:
        yield voice.say("question.examples", examples=question.examples)
    if spot.last is not None:
        date = asking.asked.last_date or ""
        yield f"*{voice.say('question.last', date=date, answer=_told(spot, voice))}*"


def _told(spot: Spot, voice: Voice) -> str:
    """Tell the last answer in a few words."""
    last = spot.last or Answer(unknown=True)
    if last.level is not None:
        level = level_of(spot.question, last.level)
        return literal(last.level) if level is None else _short(level, voice)
    if last.between is not None:
        return voice.say("last.between", low=last.between[0], high=last.between[1])
    if last.amount is not None:
        return literal(str(last.amount))
    return voice.say("answer.unknown" if last.unknown else "answer.not-applicable")


def _short(level: Level, voice: Voice) -> str:
    return " · ".join(filter(None, (level.value, voice.text(level.label))))


def _boxes(spot: Spot, asking: Asking) -> Iterator[str]:
    voice, question, given = asking.voice, spot.question, spot.given
    chosen = level_of(question, given.level) if given else None
    for level in question.choices:
        yield _box(level == chosen, _level(level, asking), mark("level", level.value))
    unknown = given is not None and given.unknown
    yield _box(unknown, voice.say("answer.unknown"), mark("unknown"))
    if question.may_be_not_applicable:
        gone = given is not None and given.not_applicable is not None
        yield _box(gone, voice.say("answer.not-applicable-why"), mark("not-applicable"))


def _box(is_ticked: bool, said: str, name: str) -> str:
    return f"- [{'x' if is_ticked else ' '}] {said} {name}"


def _level(level: Level, asking: Asking) -> str:
    voice = asking.voice
    parts = [f"**{_short(level, voice)}**", voice.text(level.anchor)]
    if level.need is not None:
        grades = {grade.id: voice.title(grade) for grade in asking.asked.lists.grades}
        grade = grades.get(level.need.grade, literal(level.need.grade))
        parts.append(f"*({voice.say('level.need', grade=grade, count=level.need.count)})*")
    return " ".join(filter(None, parts))


def _fields(spot: Spot, asking: Asking) -> Iterator[Field]:
    voice, given = asking.voice, spot.given or Answer(unknown=True)
    if len(spot.question.choices) > 1:
        ends = given.between
        between = voice.own.say("range", low=ends[0], high=ends[1]) if ends else ""
        yield Field("between", voice.say("field.between"), between)
    if spot.question.takes_amounts:
        amount = "" if given.amount is None else str(given.amount)
        yield Field("amount", voice.say("field.amount"), amount)
    yield Field("evidence", voice.say("field.evidence"), ", ".join(given.cited))


def _texts(spot: Spot, asking: Asking) -> Iterator[str]:
    voice, given, question = asking.voice, spot.given, spot.question
    if question.may_be_not_applicable:
        why = (given.not_applicable if given else None) or ""
        yield from field("why-not", why, voice)
    yield from field("note", voice.opens(given.note if given else None), voice)
    if question.id in asking.reasons or (given and given.reason):
        yield from field("reason", voice.opens(given.reason if given else None), voice)


def field(name: str, opens: str, voice: Voice) -> Iterator[str]:
    """Lay out a text to write: its label, then the quote that it is written in."""
    yield f"{voice.say(f'field.{name}')} {mark('text', name)}"
    yield quoted(opens)


def condition_in_words(condition: Condition, facts: tuple[FactField, ...], voice: Voice) -> str:
    """Say when a question is to be answered."""
    return f" {voice.say('or')} ".join(_case(case, facts, voice) for case in condition)


def _case(case: Case, facts: tuple[FactField, ...], voice: Voice) -> str:
    known = {one.id: one for one in reversed(facts)}
    return "; ".join(
        _needs(name, values, known.get(name), voice) for name, values in case.root.items()
    )


def _needs(name: str, values: tuple[str, ...], fact: FactField | None, voice: Voice) -> str:
    titles = {one.id: voice.title(one) for one in fact.options} if fact else {}
    said = f" {voice.say('or')} ".join(titles.get(one, literal(one)) for one in values)
    title = voice.fact(fact) if fact else literal(name)
    return voice.say("question.fact", name=title, values=said)
