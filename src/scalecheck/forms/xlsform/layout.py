"""The whole form, row by row: who answers, the facts, the questions, the evidence, the end."""

from collections.abc import Iterator

from scalecheck.forms.questionnaire import GroupPart, Questionnaire
from scalecheck.forms.xlsform.asks import Spot, rows_of
from scalecheck.forms.xlsform.conditions import (
    condition_in_words,
    facts_around,
    relevance,
)
from scalecheck.forms.xlsform.facts import fact_rows
from scalecheck.forms.xlsform.marking import mark_rows
from scalecheck.forms.xlsform.names import (
    ANSWERED,
    NEW,
    code,
    fact_name,
    instance_name,
    question_name,
)
from scalecheck.forms.xlsform.opening import opening_rows
from scalecheck.forms.xlsform.records import record_rows
from scalecheck.forms.xlsform.rows import Labels, Row, Speaker, count_row
from scalecheck.forms.xlsform.telling import Telling, make_telling
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language

_LONGEST = 30_000  # under what a cell of Excel holds


def languages_of(asked: Questionnaire, first: tuple[Language, ...]) -> tuple[Language, ...]:
    """The languages of the form: those wanted, then the others that the rubric speaks."""
    return tuple(dict.fromkeys((*first, *asked.rubric.languages)))


def lay_out(asked: Questionnaire, languages: tuple[Language, ...]) -> tuple[Row, ...]:
    """Lay out every row of the form, in its order.

    Args:
        asked: what is asked, and what the form opens with.
        languages: those of the labels; the first is that of the texts it opens with.
    """
    telling = make_telling(asked, Speaker(languages))
    return tuple(_rows(telling))


def _rows(telling: Telling) -> Iterator[Row]:
    yield from mark_rows(telling.asked.sheet, telling.words.languages)
    yield from opening_rows(telling)
    yield from _facts(telling)
    yield from _parts(telling)
    for group in telling.asked.groups:
        yield from _group(telling, group)
    yield from record_rows(telling)
    yield from _end(telling)


def _facts(telling: Telling) -> Iterator[Row]:
    words, asked = telling.words, telling.asked
    if asked.fields:
        yield Row("begin_group", "p_facts", words.say("part.facts"), appearance="field-list")
        for field in asked.fields:
            given = asked.sheet.attributes.get(field.id)
            yield from fact_rows(field, fact_name(field.id), words.same(""), given, telling)
        yield Row("end_group", "p_facts", words.same(""))


def _parts(telling: Telling) -> Iterator[Row]:
    asked, words = telling.asked, telling.words
    facts = facts_around(asked)
    for part in asked.parts:
        yield Row("begin_group", f"d_{code(part.id)}", words.text(part.title))
        for question in part.questions:
            spot = Spot(
                question,
                question_name(question.id),
                words.same(""),
                asked.given(question.id),
                asked.last_given(question.id),
                relevance(question.applies_when, facts),
                condition_in_words(question.applies_when, facts, words),
            )
            yield from rows_of(spot, telling)
        yield Row("end_group", f"d_{code(part.id)}", words.same(""))


def _group(telling: Telling, group: GroupPart) -> Iterator[Row]:
    words, name = telling.words, f"g_{code(group.id)}"
    title = words.title(group)
    yield Row("begin_group", name, title)
    about = words.say("group.of-settings" if group.of_settings else "group.elements")
    yield Row("note", f"{name}_about", words.lines(words.text(group.description), about))
    for instance in group.instances:
        yield from _instance(telling, group, instance)
    yield Row("end_group", name, words.same(""))
    yield from _new_instances(telling, group)


def _instance(telling: Telling, group: GroupPart, instance: Instance) -> Iterator[Row]:
    words, name = telling.words, instance_name(group.id, instance.id)
    place = words.say("instance.place", title=words.title(instance), id=instance.id)
    yield Row("begin_group", name, place)
    for field in group.fields:
        given = instance.attributes.get(field.id)
        fact = fact_name(field.id, group.id, instance.id)
        yield from fact_rows(field, fact, place, given, telling)
    yield from _asked_of(telling, group, instance.id, place)
    yield Row("end_group", name, words.same(""))


def _asked_of(telling: Telling, group: GroupPart, name: str, place: Labels) -> Iterator[Row]:
    asked, facts = telling.asked, facts_around(telling.asked, group, name)
    is_new = name == NEW
    for question in group.questions:
        spot = Spot(
            question,
            question_name(question.id, group.id, name),
            place,
            None if is_new else asked.given(question.id, name),
            None if is_new else asked.last_given(question.id, name),
            relevance(question.applies_when, facts),
            condition_in_words(question.applies_when, facts, telling.words),
            is_new,
        )
        yield from rows_of(spot, telling)


def _new_instances(telling: Telling, group: GroupPart) -> Iterator[Row]:
    """A part to repeat, as many times as there are instances to add."""
    words, name = telling.words, instance_name(group.id, NEW)
    title = words.say("instance.new", group=words.title(group))
    yield Row("begin_repeat", name, title, appearance="minimal")
    yield Row("text", f"{name}__title", words.say("instance.title", group=words.title(group)))
    hint = words.say("hint.id")
    yield Row("text", f"{name}__id", words.say("instance.id", group=words.title(group)), hint)
    for field in group.fields:
        yield from fact_rows(field, fact_name(field.id, group.id, NEW), title, None, telling)
    yield from _asked_of(telling, group, NEW, words.say("instance.any"))
    yield Row("end_repeat", name, words.same(""))
    yield count_row(name, f"{name}__title")


def _end(telling: Telling) -> Iterator[Row]:
    """How many questions have an answer, of those that were asked from the start."""
    asked, words = telling.asked, telling.words
    names = [question_name(q.id) for part in asked.parts for q in part.questions]
    for group in asked.groups:
        for one in group.instances:
            names += [question_name(q.id, group.id, one.id) for q in group.questions]
    count = " + ".join(f"if(${{{name}__answer}} != '', 1, 0)" for name in names)
    if not names or len(count) > _LONGEST:
        return
    yield Row("calculate", ANSWERED, calculation=count)
    done = words.say("end.answered", answered=f"@{ANSWERED}@", all=len(names))
    reference = f"${{{ANSWERED}}}"
    yield Row("note", "s_end", tuple(said.replace(f"@{ANSWERED}@", reference) for said in done))
