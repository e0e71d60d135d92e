"""The line mode as a pure conversation: it hears a line, and gives what to say to it."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from scalecheck.forms.carry import tidy
from scalecheck.forms.comments import clean
from scalecheck.forms.interview import telling
from scalecheck.forms.interview.entry import Act, Entry, Slip, read_line
from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind
from scalecheck.forms.interview.record import Draft, tell_step
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.interview.writing import read_text, text_in
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.text import Text

Preview = Callable[[AnswerSheet, Language], tuple[str, ...]]


class Ending(StrEnum):
    """How an interview ended: to the end, set aside on purpose, or cut short."""

    FINISHED = "finished"
    LEFT = "left"
    CUT = "cut"


class Talk(NamedTuple):
    """A conversation: where it stands, and what was just said in it.

    `draft` is a record being described. `slipped` are the lines that were not understood, counted
    from 1; `heard` is how many lines there were. A `scripted` one, whose lines were written before
    it began, does not end well where one of them was not understood.
    """

    interview: Interview
    voice: Voice
    preview: Preview
    said: tuple[str, ...] = ()
    draft: Draft | None = None
    ended: Ending | None = None
    scripted: bool = False
    heard: int = 0
    slipped: tuple[int, ...] = ()

    def open(self) -> "Talk":
        """Say what the interview is, and ask the first thing."""
        voice, total = self.voice, len(self.interview.questions)
        title = voice.text(self.interview.asked.rubric.title)
        opening = (voice.say("line.opening", title=title, count=total), voice.say("line.privacy"))
        return self._ask(*opening, voice.say("line.how"))

    def hear(self, line: str | None) -> "Talk":
        """Hear a line; None is the end of what can be heard."""
        if line is None:
            ending = Ending.FINISHED if self._may_end() else Ending.CUT
            return self._replace(said=(), ended=ending)
        talk = self._replace(heard=self.heard + 1)
        if talk.draft is not None:
            return talk._hear_record(talk.draft, line)
        read = read_line(line, talk.interview)
        return talk._refuse(read) if isinstance(read, Slip) else talk._do(read)

    def _may_end(self) -> bool:
        is_clean = not (self.scripted and self.slipped)
        return self.interview.is_over and self.draft is None and is_clean

    def _ask(self, *before: str) -> "Talk":
        """Say something, then what is asked here."""
        place = telling.tell_place(self.interview, self.voice)
        return self._replace(said=(*before, *place, self.voice.say("line.prompt")))

    def _stay(self, *words: str) -> "Talk":
        """Say something, and wait for another line at the same place."""
        return self._replace(said=(*words, self.voice.say("line.prompt")))

    def _refuse(self, slip: Slip) -> "Talk":
        wrong = telling.tell_slip(slip, self.voice)
        again = telling.heading(self.interview, self.voice)
        return self._replace(slipped=(*self.slipped, self.heard))._stay(wrong, again)

    def _go(self, interview: Interview, *before: str) -> "Talk":
        return self._replace(interview=interview)._ask(*before)

    def _change(self, interview: Interview) -> "Talk":
        """Keep a change that does not move on, and say what stands here now."""
        changed = self._replace(interview=interview)
        return changed._stay(*telling.beside(interview, self.voice))

    # What a line does ---------------------------------------------------------------------------

    def _do(self, entry: Entry) -> "Talk":
        match entry.act:
            case Act.NEXT | Act.BACK | Act.EMPTY | Act.LEAVE:
                return self._move(entry.act)
            case Act.HELP | Act.VIEW | Act.LIST | Act.REPEAT | Act.FRENCH | Act.ENGLISH:
                return self._inform(entry.act)
            case Act.NOTE | Act.REASON | Act.WHY_NOT | Act.CITE | Act.NEW_RECORD:
                return self._annotate(entry)
            case Act.ANSWER | Act.STATE | Act.CLEAR | Act.ADD | Act.CLOSE:
                return self._settle(entry)

    def _move(self, act: Act) -> "Talk":
        here = self.interview
        if act is Act.LEAVE:
            return self._replace(said=(), ended=Ending.LEFT)
        if act is Act.NEXT and here.here.kind is Kind.END:
            return self._replace(said=(), ended=Ending.FINISHED)
        if act is Act.NEXT:
            return self._go(here.forward())
        return self._go(here.back() if act is Act.BACK else here.next_empty())

    def _inform(self, act: Act) -> "Talk":
        voice = self.voice
        match act:
            case Act.FRENCH | Act.ENGLISH:
                language = Language.FR if act is Act.FRENCH else Language.EN
                return self._replace(voice=Voice(language))._ask()
            case Act.REPEAT:
                return self._ask()
            case Act.VIEW:
                return self._stay(*self.preview(self.interview.sheet, voice.language))
            case Act.LIST:
                empty = tuple(telling.tell_empty(self.interview, voice))
                return self._stay(*(empty or (voice.say("end.full"),)))
            case _:
                return self._stay(*(voice.say(f"help.{key}") for key in HELP))

    def _settle(self, entry: Entry) -> "Talk":
        before, voice = self.interview, self.voice
        match entry.act:
            case Act.ANSWER if entry.answer is not None:
                after = before.decide(entry.answer)
                return self._go(after.forward(), *telling.tell_noted(after, voice))
            case Act.STATE:
                return self._go(before.state(entry.names).forward(), voice.say("noted.fact"))
            case Act.ADD:
                name = clean(tidy(entry.text))
                added = before.add(before.here.name, text_in(name, voice.language))
                return self._go(added, voice.say("noted.added", name=name))
            case Act.CLOSE:
                closed = before.close(before.here.name)
                return self._go(closed.forward(), voice.say("noted.closed"))
            case _:
                return self._go(before.clear(), voice.say("noted.cleared"))

    def _annotate(self, entry: Entry) -> "Talk":
        before, answer = self.interview, self.interview.answer
        match entry.act:
            case Act.NEW_RECORD:
                return self._describe(Draft(before.asked.lists))
            case Act.CITE if not entry.names:
                return self._stay(*_list_records(before, self.voice))
            case Act.CITE:
                return self._change(before.remark(evidence=_cited(entry.names)))
            case Act.WHY_NOT:
                return self._change(before.decide(_why_not(answer, entry.text)))
            case _:
                word = "note" if entry.act is Act.NOTE else "reason"
                text = self._text(entry, getattr(answer, word) if answer else None)
                return self._change(before.remark(**{word: text}))

    def _text(self, entry: Entry, before: Text | None) -> Text | None:
        language = self.voice.language
        if not entry.more or before is None:
            return read_text(entry.text, before, language)
        return text_in(f"{before.said_in(language)[0]}\n{tidy(entry.text)}", language)

    # A record of evidence -----------------------------------------------------------------------

    def _describe(self, draft: Draft, *before: str) -> "Talk":
        asked = tell_step(draft, self.voice)
        return self._replace(draft=draft, said=(*before, *asked, self.voice.say("line.prompt")))

    def _hear_record(self, draft: Draft, line: str) -> "Talk":
        if line.strip() == "<":
            earlier = draft.back()
            return self._describe(earlier) if earlier else self._replace(draft=None)._ask()
        heard = draft.hear(line)
        if heard is None:
            slip = Slip(f"record-{draft.step}", line.strip())
            wrong = telling.tell_slip(slip, self.voice)
            return self._replace(slipped=(*self.slipped, self.heard))._describe(draft, wrong)
        if not heard.is_complete:
            return self._describe(heard)
        made = heard.make(self.voice.language)
        return self._replace(draft=None)._change(self.interview.record(made))


HELP = (
    *("level", "between", "amount", "unknown", "not-applicable", "note", "reason"),
    *("evidence", "evidence-new", "clear", "next", "back", "empty", "view", "list", "repeat"),
    *("language", "leave", "colon"),
)


def _why_not(before: Answer | None, line: str) -> Answer:
    """Add a line to the reason for which a question does not apply."""
    if before is None or not before.not_applicable:
        return Answer(not_applicable=tidy(line))
    # Not read anew, which would trim it: a blank line counts, for another may follow.
    return before.model_copy(update={"not_applicable": f"{before.not_applicable}\n{tidy(line)}"})


def _cited(names: tuple[str, ...]) -> tuple[str, ...]:
    return () if names == ("-",) else names


def _list_records(interview: Interview, voice: Voice) -> tuple[str, ...]:
    records = interview.sheet.evidence
    if not records:
        return (voice.say("records.empty"),)
    return tuple(
        voice.say("records.named", id=name, title=voice.text(one.title))
        for name, one in records.items()
    )
