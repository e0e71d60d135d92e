"""What the line mode says of a place: plain sentences, for the eye, the ear and the fingertips."""

from collections.abc import Iterator

from scalecheck.forms.comments import clean
from scalecheck.forms.interview.entry import Slip, option_keys
from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind, Place, given, group_of, members
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.questionnaire import Choice, Question
from scalecheck.model.answer import Answer

_MOST = 60  # what a refusal lists of what is known, in names


def tell_place(interview: Interview, voice: Voice) -> Iterator[str]:
    """Say what is asked where an interview stands: everything that is needed to answer."""
    yield heading(interview, voice)
    tellers = {
        Kind.QUESTION: _tell_question,
        Kind.FACT: _tell_fact,
        Kind.RECORD: _tell_record,
        Kind.ROSTER: _tell_roster,
        Kind.END: _tell_end,
    }
    yield from tellers[interview.here.kind](interview, voice)


def heading(interview: Interview, voice: Voice) -> str:
    """Say where an interview stands, in one line."""
    place, asked = interview.here, interview.asked
    title = voice.place(asked, interview.sheet, place)
    about = voice.instance(asked, interview.sheet, place)
    if place.kind is Kind.QUESTION:
        number, total = interview.questions.index(place) + 1, len(interview.questions)
        family = about or family_of(interview, voice, place)
        facts = {"family": family, "number": number, "total": total, "title": title}
        return voice.say("line.question", **facts)
    if about:
        return voice.say("line.fact-of", name=title, instance=about)
    if place.kind in (Kind.FACT, Kind.RECORD):
        return voice.say(f"line.{place.kind}", name=title)
    return f"{title}."


def family_of(interview: Interview, voice: Voice, place: Place) -> str:
    """Name the dimension or the group that a question belongs to."""
    asked = interview.asked
    if place.group:
        return voice.title(group_of(asked, place.group))
    found = (part for part in asked.parts for one in part.questions if one.id == place.name)
    return "".join(voice.title(part) for part in found)


def _tell_question(interview: Interview, voice: Voice) -> Iterator[str]:
    question = interview.question
    if question is None:
        return
    yield from (voice.text(t) for t in (question.question, question.description) if t)
    if question.applies_when:
        told = voice.condition(interview.asked, question.applies_when)
        yield voice.say("condition.asked", condition=told)
    if question.id in interview.out:
        yield voice.say(f"out.{interview.out[question.id]}")
    for choice in question.choices:
        yield choice_line(interview, voice, choice)
    yield from _last(interview, voice, question)
    yield from beside(interview, voice)


def choice_line(interview: Interview, voice: Voice, choice: Choice) -> str:
    """Say a level: its value, its name, what it looks like here, the evidence it asks for."""
    name = voice.text(choice.label) or choice.id
    said = [f"{name}." if name else "", voice.text(choice.anchor)]
    said.append(voice.need(interview.asked, choice.need))
    told = " ".join(part for part in said if part)
    value = voice.value(choice)
    return voice.say("line.level", value=value, told=told) if told else value


def _last(interview: Interview, voice: Voice, question: Question) -> Iterator[str]:
    last, day = last_answer(interview), interview.asked.last_date
    if last is not None and day:
        told = voice.answer(question, last)
        yield voice.say("line.last", date=voice.date(day), answer=told)
        if last.note is not None:
            yield voice.say("line.last-note", note=voice.text(last.note))


def last_answer(interview: Interview) -> Answer | None:
    """The answer of the last assessment to what is asked here, or None."""
    place = interview.here
    return interview.asked.last_given(place.name, place.instance or None)


def beside(interview: Interview, voice: Voice) -> Iterator[str]:
    """Say the answer given here, and what stands beside it; nothing where there is none."""
    answer, question = interview.answer, interview.question
    if answer is None or question is None:
        return
    yield voice.say("line.now", answer=voice.answer(question, answer))
    if answer.evidence is not None:
        yield voice.say("line.evidence", list=records_of(interview, voice, answer))
    for word, text in (("reason", answer.reason), ("note", answer.note)):
        if text is not None:
            yield voice.say(f"line.{word}", text=voice.text(text))


def records_of(interview: Interview, voice: Voice, answer: Answer) -> str:
    """Name the records that an answer cites, each by its id and its title."""
    if not answer.cited:
        return voice.say("records.none")
    records = interview.sheet.evidence
    return voice.join(
        voice.say("records.named", id=name, title=voice.text(records[name].title))
        if name in records
        else clean(name)
        for name in answer.cited
    )


def _tell_fact(interview: Interview, voice: Voice) -> Iterator[str]:
    field = interview.field
    if field is None:
        return
    if field.description is not None:
        yield voice.text(field.description)
    for key, option in zip(option_keys(field.options), field.options, strict=True):
        yield voice.say("line.level", value=key, told=voice.title(option))
    if not field.options:
        yield voice.say("line.free")
    if interview.values:
        yield voice.say("line.now", answer=voice.options(field.options, interview.values))


def _tell_record(interview: Interview, voice: Voice) -> Iterator[str]:
    yield voice.say("records.ask")
    if interview.values:
        yield voice.say("line.now", answer=voice.say(f"records.{interview.values[0]}"))


def _tell_roster(interview: Interview, voice: Voice) -> Iterator[str]:
    listed = members(interview.sheet, group_of(interview.asked, interview.here.name))
    if listed:
        yield voice.say("roster.listed", list=voice.join(map(voice.title, listed)))
        yield voice.say("roster.ask-other")
    else:
        yield voice.say("roster.ask-first")


def _tell_end(interview: Interview, voice: Voice) -> Iterator[str]:
    done, total = len(interview.questions) - len(interview.empty), len(interview.questions)
    yield voice.say("end.count", count=done, total=total)
    yield from tell_empty(interview, voice)
    if interview.out:
        yield voice.say("end.out", count=len(interview.out), list=_titles_out(interview, voice))
    yield voice.say("end.ask")


def tell_empty(interview: Interview, voice: Voice) -> Iterator[str]:
    """List the questions that have no answer yet."""
    if interview.empty:
        yield voice.say("end.empty", count=len(interview.empty))
        yield from (full_title(interview, voice, place) for place in interview.empty)


def full_title(interview: Interview, voice: Voice, place: Place) -> str:
    """Name a place, with its instance."""
    title = voice.place(interview.asked, interview.sheet, place)
    about = voice.instance(interview.asked, interview.sheet, place)
    return voice.say("line.at", title=title, instance=about) if about else title


def _titles_out(interview: Interview, voice: Voice) -> str:
    questions = (interview.asked.question(name) for name in interview.out)
    return "; ".join(voice.title(one) for one in questions if one is not None)


def tell_noted(interview: Interview, voice: Voice) -> Iterator[str]:
    """Say what was noted here, and the evidence that the level asks for where none is cited."""
    question, answer = interview.question, given(interview.sheet, interview.here)
    if question is None or answer is None:
        return
    yield voice.say("noted.answer", answer=voice.answer(question, answer))
    choice = question.choice(answer.level or "")
    need = voice.need(interview.asked, choice.need if choice else None)
    if need and not answer.cited:
        yield voice.say("noted.need", need=need)


def tell_slip(slip: Slip, voice: Voice) -> str:
    """Say what is wrong with a line, and what would be right."""
    known = [voice.number(one) if slip.code == "not-a-level" else one for one in slip.known]
    some = ", ".join(known[:_MOST]) + (", …" if len(known) > _MOST else "")
    return voice.say(f"slip.{slip.code}", got=clean(slip.got)[:_MOST], known=some)
