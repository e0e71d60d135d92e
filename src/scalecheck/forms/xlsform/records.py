"""The rows of the evidence: which records still hold, and which are added."""

from collections.abc import Iterator

from scalecheck.forms.xlsform.names import (
    NEW,
    RECORDS,
    code,
    question_name,
    record_name,
)
from scalecheck.forms.xlsform.rows import Choice, Row, count_row
from scalecheck.forms.xlsform.telling import Telling, record_label
from scalecheck.model.vocabularies import Word


def record_rows(telling: Telling) -> Iterator[Row]:
    """Ask whether the known records still hold, then for new ones, as many as there are."""
    words = telling.words
    if telling.records:
        yield Row("begin_group", "p_records", words.say("part.records"), appearance="field-list")
        yield from _known(telling)
        yield Row("end_group", "p_records", words.same(""))
    head = words.say("new-record.head")
    yield Row("begin_repeat", RECORDS, head, appearance="minimal")
    yield from _new(telling)
    yield Row("end_repeat", RECORDS, words.same(""))
    yield count_row(RECORDS, record_name(NEW, "title"))


def _known(telling: Telling) -> Iterator[Row]:
    words, sheet = telling.words, telling.asked.sheet
    yes_no = (Choice("yes", words.say("record.yes")), Choice("no", words.say("record.no")))
    for name, record in sheet.evidence.items():
        held = sheet.still_valid.get(name)
        label = words.say("record.still", record=record_label(name, record, words))
        default = "" if held is None else ("yes" if held else "no")
        yield Row(
            "select_one",
            record_name(name, "still"),
            label,
            list_name="yes_no",
            choices=yes_no,
            default=default,
        )


def _new(telling: Telling) -> Iterator[Row]:
    words, lists = telling.words, telling.asked.lists
    yield _text("title", telling)
    yield _text("code", telling, hint="hint.code")
    grades = tuple(Choice(code(one.id), words.title(one)) for one in lists.grades)
    yield _one_of("grade", grades, telling)
    for part, known in (("kind", lists.kinds), ("issuer", lists.issuers)):
        if known:
            yield _one_of(part, _choices(known, telling), telling)
        else:
            yield _text(part, telling, hint="hint.word")
    yield _text("date", telling, hint="hint.month")
    yield _text("where", telling, hint="hint.where")
    yield _text("note", telling)
    supported = tuple(_supported(telling))
    if supported:
        label = words.say("new-record.supports")
        name = record_name(NEW, "supports")
        yield Row("select_multiple", name, label, list_name="questions", choices=supported)


def _choices(known: tuple[Word, ...], telling: Telling) -> tuple[Choice, ...]:
    return tuple(Choice(code(one.id), telling.words.text(one.label)) for one in known)


def _text(part: str, telling: Telling, hint: str = "") -> Row:
    words = telling.words
    said = words.say(hint) if hint else ()
    return Row("text", record_name(NEW, part), words.say(f"new-record.{part}"), said)


def _one_of(part: str, choices: tuple[Choice, ...], telling: Telling) -> Row:
    label = telling.words.say(f"new-record.{part}")
    return Row("select_one", record_name(NEW, part), label, list_name=f"{part}s", choices=choices)


def _supported(telling: Telling) -> Iterator[Choice]:
    """The answers that a new record may support: those of instances to add name it themselves."""
    words, asked = telling.words, telling.asked
    for part in asked.parts:
        for one in part.questions:
            yield Choice(question_name(one.id), telling.heading(one, words.same("")))
    for group in asked.groups:
        for place in group.instances:
            for one in group.questions:
                name = question_name(one.id, group.id, place.id)
                yield Choice(name, telling.heading(one, words.title(place)))
