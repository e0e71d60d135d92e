"""What is asked, as rows of words: the question, what can be chosen, what stands beside it."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from scalecheck.forms.interview import telling
from scalecheck.forms.interview.places import Kind, group_of, members
from scalecheck.forms.interview.screen.desk import Desk
from scalecheck.forms.interview.screen.items import Item, chosen_of
from scalecheck.forms.interview.screen.listing import family_at
from scalecheck.forms.interview.screen.rows import Row, Tone, cut, row, wrapped

_INDENT = 7  # before what a level means, under its name


def paint_place(desk: Desk, width: int, height: int) -> tuple[Row, ...]:
    """Write what is asked here, and what stands there already; with more air where it fits."""
    tight = tuple(_place(desk, width))
    has_room = len(tight) + len(desk.items) <= height
    return tuple(_place(desk, width, spaced=True)) if has_room else tight


def _place(desk: Desk, width: int, *, spaced: bool = False) -> Iterator[Row]:
    interview, voice = desk.interview, desk.voice
    yield from wrapped(_kicker(desk), width, Tone.QUIET)
    title = voice.place(interview.asked, interview.sheet, interview.here)
    yield from wrapped(title, width, Tone.STRONG)
    for words in _about(desk):
        yield from wrapped(words, width)
    yield row()
    chosen = chosen_of(interview)
    for number, item in enumerate(desk.items):
        yield from _item(desk, number, item, chosen, width)
        if spaced:
            yield row()
    if desk.items and not spaced:
        yield row()
    yield from _rest(desk, width)


def _kicker(desk: Desk) -> str:
    interview, voice, here = desk.interview, desk.voice, desk.interview.here
    parts = [family_at(desk, here)]
    if here.kind is Kind.QUESTION:
        number, total = interview.questions.index(here) + 1, len(interview.questions)
        parts.append(voice.say("screen.number", number=number, total=total))
    return " · ".join(part for part in parts if part)


def _about(desk: Desk) -> Iterator[str]:
    """Say the question itself, and when it is to be answered."""
    interview, voice = desk.interview, desk.voice
    question, field = interview.question, interview.field
    if question is not None:
        yield from (voice.text(t) for t in (question.question, question.description) if t)
        if question.applies_when:
            told = voice.condition(interview.asked, question.applies_when)
            yield voice.say("condition.asked", condition=told)
        if question.id in interview.out:
            yield voice.say(f"out.{interview.out[question.id]}")
    if field is not None:
        yield voice.text(field.description)
        yield voice.say("screen.several" if field.options else "screen.typed")


def _item(
    desk: Desk, number: int, item: Item, chosen: tuple[str, ...], width: int
) -> Iterator[Row]:
    """Write a level: the cursor, the sign of what is chosen, its key, its name; what it means."""
    is_here = number == desk.cursor
    sign = "●" if item.value in chosen else "○"
    head = f"{'>' if is_here else ' '} {sign} {item.key:>1}  "
    mark = _mark(desk, item, chosen)
    names = wrap(item.name, max(width - _INDENT - len(mark) - 1, 20)) or [""]
    tone = Tone.HERE if is_here else Tone.STRONG
    yield Row(((head, Tone.ACCENT), (names[0], tone), (mark, Tone.ACCENT)), number)
    for more in names[1:]:
        yield row(" " * _INDENT + more, tone, number)
    for line in wrapped(item.detail, width, Tone.PLAIN, _INDENT):
        yield line._replace(target=number)
    if item.need and (is_here or item.value in chosen):
        for line in wrapped(item.need, width, Tone.QUIET, _INDENT):
            yield line._replace(target=number)


def _mark(desk: Desk, item: Item, chosen: tuple[str, ...]) -> str:
    """Say in words what is chosen: a sign alone would not reach everybody."""
    if item.value not in chosen:
        return ""
    key = "chosen"
    if desk.interview.question is not None and len(chosen) == 2:
        key = "low-end" if item.value == chosen[0] else "high-end"
    return f"  ({desk.voice.say(f'screen.{key}')})"


def _rest(desk: Desk, width: int) -> Iterator[Row]:
    """Write what stands beside the answer, or what the list and the end have to say."""
    interview = desk.interview
    match interview.here.kind:
        case Kind.QUESTION:
            for words in _beside(desk):
                yield from wrapped(words, width, Tone.QUIET)
        case Kind.ROSTER:
            yield from _roster(desk, width)
        case Kind.END:
            yield from _end(desk, width)
        case Kind.FACT if not desk.items and interview.values:
            yield from wrapped(", ".join(interview.values), width, Tone.ACCENT)
        case _:
            return


def _beside(desk: Desk) -> Iterator[str]:
    interview, voice, question = desk.interview, desk.voice, desk.interview.question
    if question is None:
        return
    told = list(telling.beside(interview, voice))
    last, day = telling.last_answer(interview), interview.asked.last_date
    yield from told
    if last is not None and day:
        date, said = voice.date(day), voice.answer(question, last)
        yield voice.say("screen.last", date=date, answer=said)


def _roster(desk: Desk, width: int) -> Iterator[Row]:
    interview, voice = desk.interview, desk.voice
    listed = members(interview.sheet, group_of(interview.asked, interview.here.name))
    for one in listed:
        yield from wrapped(f"- {voice.title(one)}", width)
    if not listed:
        yield from wrapped(voice.say("screen.add-first"), width)
    yield row()
    yield from wrapped(voice.say("screen.add"), width, Tone.ACCENT)


def _end(desk: Desk, width: int) -> Iterator[Row]:
    interview, voice = desk.interview, desk.voice
    total, empty = len(interview.questions), interview.empty
    yield from wrapped(voice.say("end.count", count=total - len(empty), total=total), width)
    yield row()
    yield from wrapped(voice.say("screen.end"), width, Tone.ACCENT)
    yield row()
    if interview.out:
        titles = "; ".join(_titles(desk, interview.out))
        yield from wrapped(voice.say("end.out", count=len(interview.out), list=titles), width)
    if empty:
        yield from wrapped(voice.say("end.empty", count=len(empty)), width)
    for place in empty:
        title = telling.full_title(interview, voice, place)
        yield row(cut(f"- {title}", width), Tone.PLAIN, place)


def _titles(desk: Desk, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        question = desk.interview.asked.question(name)
        if question is not None:
            yield desk.voice.title(question)
