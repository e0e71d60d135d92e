"""The form as one Markdown text: the top, the facts, the questions, the evidence, the mark."""

from collections.abc import Iterator

from scalecheck.forms.mark import FormMark
from scalecheck.forms.markdown.asks import Asking, ask, field, make_asking, spots
from scalecheck.forms.markdown.blocks import blocks_of
from scalecheck.forms.markdown.marks import footprint, mark, write_mark
from scalecheck.forms.markdown.tables import Field, grid, table
from scalecheck.forms.markdown.voice import Voice, cell, literal
from scalecheck.forms.questionnaire import FactField, GroupPart, Option, Questionnaire
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.snapshot import Kind

_BLANK_ROWS = 3
RECORD_COLUMNS = ("code", "title", "kind", "date", "issuer", "grade", "where", "note")
NEW = "+"


def write(asked: Questionnaire, languages: tuple[Language, ...]) -> bytes:
    """Write the form as Markdown, in UTF-8, the same bytes for the same questions.

    Args:
        asked: what is asked, and what the form opens with.
        languages: one, or both: every text is then said in the two; the first is that of the
            texts it opens with.
    """
    asking = make_asking(asked, Voice(languages))
    text = "\n\n".join(_blocks(asking))
    known = b"".join(sorted({footprint(one) for one in blocks_of(text)}))
    made = write_mark(FormMark(asked.sheet, languages), known)
    return f"{text}\n\n{made}\n".encode()


def _blocks(asking: Asking) -> Iterator[str]:
    yield from _top(asking)
    yield from _start(asking)
    yield from _facts(asking)
    for part in asking.asked.parts:
        yield f"## {asking.voice.text(part.title)} {mark('part', part.id)}"
        yield from filter(None, (asking.voice.text(part.description),))
        for spot in spots(asking.asked, part.questions, None, ""):
            yield from ask(spot, asking)
    for group in asking.asked.groups:
        yield from _group(asking, group)
    yield from _records(asking)
    yield f"---\n\n{asking.voice.say('end')} {mark('end')}"


def _top(asking: Asking) -> Iterator[str]:
    asked, voice = asking.asked, asking.voice
    sheet = asked.sheet
    said = (sheet.rubric, literal(sheet.rubric_version or "-"), str(voice.languages[0]))
    named = sheet.title if sheet.project and sheet.title else asked.rubric.title
    yield f"# {voice.text(named)} {mark('form', *said)}"
    yield voice.say("top.about", title=asked.rubric.title)
    yield voice.say("top.how")
    yield voice.say("top.privacy")
    answered, total = count_answers(asked)
    yield f"*{voice.say('top.answered', count=answered, total=total)}*"


def count_answers(asked: Questionnaire) -> tuple[int, int]:
    """Count the questions that open with an answer, and all those of known instances."""
    found = [asked.given(one.id) for part in asked.parts for one in part.questions]
    for group in asked.groups:
        names = (instance.id for instance in group.instances)
        found += [asked.given(one.id, name) for name in names for one in group.questions]
    return sum(one is not None for one in found), len(found)


def _start(asking: Asking) -> Iterator[str]:
    voice, sheet = asking.voice, asking.asked.sheet
    yield f"## {voice.say('part.start')} {mark('part', 'start')}"
    yield table(voice.say("table.field"), voice, _start_fields(asking))
    yield from field("general-note", voice.opens(sheet.note), voice)


def _start_fields(asking: Asking) -> Iterator[Field]:
    voice, sheet = asking.voice, asking.asked.sheet
    if sheet.project is None:
        yield Field("title", voice.say("start.title"), voice.opens(sheet.title))
        yield Field("project", voice.say("start.project"), "")
        body = voice.opens(sheet.organization)
        yield Field("organization", voice.say("start.organization"), body)
    yield Field("date", voice.say("start.date"), sheet.date or "")
    kinds = (f"`{kind}` {voice.say(f'kind.{kind}')}" for kind in Kind)
    yield Field("kind", voice.say("start.kind"), str(sheet.kind), "; ".join(kinds))
    yield Field("role", voice.say("start.role"), sheet.assessor.role or "")
    yield Field("body", voice.say("start.body"), sheet.assessor.organization or "")


def _facts(asking: Asking) -> Iterator[str]:
    asked, voice = asking.asked, asking.voice
    if asked.fields:
        yield f"## {voice.say('part.facts')} {mark('part', 'facts')}"
        rows = (_fact(one, asked.sheet.attributes.get(one.id), voice) for one in asked.fields)
        yield table(voice.say("table.fact"), voice, rows)


def _fact(one: FactField, given: tuple[str, ...] | None, voice: Voice) -> Field:
    label = " ".join(filter(None, (f"**{voice.fact(one)}**", voice.text(one.description))))
    return Field(f"fact-{one.id}", label, ", ".join(given or ()), _choices(one.options, voice))


def _choices(options: tuple[Option, ...], voice: Voice) -> str:
    return "; ".join(f"`{one.id}` {voice.text(one.title)}".strip() for one in options)


def _group(asking: Asking, group: GroupPart) -> Iterator[str]:
    voice = asking.voice
    yield f"## {voice.title(group)} {mark('part', group.id)}"
    yield from filter(None, (voice.text(group.description),))
    yield voice.say("group.of-settings" if group.of_settings else "group.elements")
    for instance in group.instances:
        yield from _instance(asking, group, instance)
    yield from _instance(asking, group, None)


def _instance(asking: Asking, group: GroupPart, one: Instance | None) -> Iterator[str]:
    """Lay out an instance, or the blank part that one to add is written in."""
    voice, name = asking.voice, one.id if one else NEW
    title = voice.title(one) if one else voice.say("instance.new")
    yield f"## {voice.title(group)} · {title} {mark('instance', group.id, name)}"
    if one is None:
        yield voice.say("instance.copy")
    given = one.attributes if one else {}
    rows = [_fact(fact, given.get(fact.id), voice) for fact in group.fields]
    if one is None:
        named = Field("instance-title", voice.say("instance.title"), "")
        rows = [named, Field("instance-id", voice.say("instance.id"), ""), *rows]
    if rows:
        yield table(voice.say("table.fact"), voice, rows)
    for spot in spots(asking.asked, group.questions, group, name):
        yield from ask(spot, asking)


def _records(asking: Asking) -> Iterator[str]:
    voice, sheet, lists = asking.voice, asking.asked.sheet, asking.asked.lists
    yield f"## {voice.say('part.records')} {mark('part', 'records')}"
    if sheet.evidence:
        yield voice.say("record.still-help")
        yield grid(
            [voice.say(f"record.{one}") for one in ("code", "title", "date", "still")],
            _known_records(asking),
        )
    yield f"{voice.say('record.new-help')} {mark('new-records')}"
    heads = [voice.say(f"record.{one}") for one in RECORD_COLUMNS]
    yield grid(heads, ([""] * len(heads) for _ in range(_BLANK_ROWS)))
    grades = tuple(Option(one.id, one.title) for one in lists.grades)
    yield voice.say("record.grades", choices=_choices(grades, voice))
    for name, words in (("kinds", lists.kinds), ("issuers", lists.issuers)):
        if words:
            options = tuple(Option(one.id, one.label) for one in words)
            yield voice.say(f"record.{name}", choices=_choices(options, voice))


def _known_records(asking: Asking) -> Iterator[list[str]]:
    voice, sheet = asking.voice, asking.asked.sheet
    for name, record in sheet.evidence.items():
        held = sheet.still_valid.get(name)
        said = "" if held is None else voice.own.say("record.yes" if held else "record.no")
        title = cell(voice.opens(record.title))
        yield [f"`{name}` {mark('record', name)}", title, record.date or "", said]
