"""The screen as a pure value: where the cursor is, and what each key does to it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind, Place
from scalecheck.forms.interview.screen.items import Item, chosen_of, group_here, items_of
from scalecheck.forms.interview.talk import Ending
from scalecheck.forms.interview.voice import Voice
from scalecheck.model.answer import Answer
from scalecheck.model.language import Language


class Wish(StrEnum):
    """What a key asks for that takes more than a key."""

    NOTE = "note"
    REASON = "reason"
    WHY_NOT = "why-not"
    AMOUNT = "amount"
    VALUE = "value"
    NAME = "name"
    EVIDENCE = "evidence"
    HELP = "help"
    PREVIEW = "preview"
    RECORD = "record"


class Between(NamedTuple):
    """An interval being given: its lower end, once it is known."""

    low: str | None = None


class Desk(NamedTuple):
    """What is on the screen. Every key gives another one.

    `cursor` counts from 0 among what can be chosen here. `between` is there while an interval is
    given; `wish` while a key waits for more than itself; `listing` where the list covers a `narrow`
    screen. `word` is what was just said, `ended` how the interview ended.
    """

    interview: Interview
    voice: Voice
    cursor: int = 0
    between: Between | None = None
    wish: Wish | None = None
    narrow: bool = False
    listing: bool = False
    word: str = ""
    ended: Ending | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """What can be chosen here."""
        return items_of(self.interview, self.voice)

    def say(self, key: str, **facts: object) -> "Desk":
        """Say something at the foot of the screen, until the next key."""
        return self._replace(word=self.voice.say(key, **facts))

    def at(self, interview: Interview) -> "Desk":
        """Stand at a place, the cursor on what is chosen there."""
        moved = self._replace(interview=interview, between=None, wish=None, word="")
        values = [item.value for item in moved.items]
        chosen = [values.index(one) for one in chosen_of(interview) if one in values]
        return moved._replace(cursor=chosen[0] if chosen else 0)

    def go(self, place: Place) -> "Desk":
        """Go to a place that was pointed at."""
        return self.at(self.interview.go(place))._replace(listing=False)

    def press(self, key: str) -> "Desk":
        """Do what a key asks for; a key that asks for nothing here says so."""
        quiet = self._replace(word="", wish=None)
        if self.listing and key in ("up", "down", "enter", "escape"):
            return quiet._browse(key)
        number = next((n for n, item in enumerate(self.items) if key and item.key == key), None)
        if number is not None:
            return quiet.choose(number)
        act = _KEYS.get(key)
        return act(quiet) if act is not None else quiet.say("screen.no-key")

    def _browse(self, key: str) -> "Desk":
        """Move in the list that covers a narrow screen."""
        if key in ("up", "down"):
            interview = self.interview
            return self.at(interview.back() if key == "up" else interview.forward())
        return self._replace(listing=False)

    # Answering ----------------------------------------------------------------------------------

    def choose(self, number: int) -> "Desk":
        """Choose one of what can be chosen, and go on."""
        value = self.items[number].value
        if self.between is not None:
            return self._end_of(self.between, value)
        if self.interview.question is None:
            return self.at(self.interview.state((value,)).forward())
        return self.answer(Answer(level=value))

    def answer(self, answer: Answer) -> "Desk":
        """Answer here, and go on."""
        return self.at(self.interview.decide(answer).forward())

    def _end_of(self, between: Between, value: str) -> "Desk":
        if between.low is None:
            return self._replace(between=Between(value)).say("screen.ask-high")
        values = [item.value for item in self.items]
        low, high = sorted((between.low, value), key=values.index)
        return self.answer(Answer(between=(low, high)))

    def mark(self) -> "Desk":
        """Choose what the cursor is on, and stay: one more, or one less, of several values."""
        if not self.items:
            return self.say("screen.no-key")
        value = self.items[self.cursor].value
        if self.interview.question is not None:
            return self._stay(self.interview.decide(Answer(level=value)))
        has = self.interview.values if self.interview.here.kind is Kind.FACT else ()
        kept = tuple(one for one in has if one != value)
        return self._stay(self.interview.state(kept if value in has else (*has, value)))

    def _stay(self, interview: Interview) -> "Desk":
        return self._replace(interview=interview, word="")

    def enter(self) -> "Desk":
        """Choose what the cursor is on; at a list, add to it; at the end, finish."""
        kind = self.interview.here.kind
        if kind is Kind.END:
            return self._replace(ended=Ending.FINISHED)
        if kind is Kind.ROSTER:
            return self._replace(wish=Wish.NAME)
        if self.items:
            return self.choose(self.cursor)
        return self._replace(wish=Wish.VALUE)

    # Moving -------------------------------------------------------------------------------------

    def _move(self, step: int) -> "Desk":
        last = len(self.items) - 1
        return self._replace(cursor=max(0, min(self.cursor + step, last)))

    def escape(self) -> "Desk":
        """Leave what was begun."""
        return self._replace(between=None, listing=False)

    # Asking for more ----------------------------------------------------------------------------

    def on_question(self, wish: Wish) -> "Desk":
        """Ask for something that only a question takes."""
        if self.interview.question is None:
            return self.say("screen.no-key")
        return self._replace(wish=wish)

    def why_not(self) -> "Desk":
        """Ask for the reason of a question that does not apply, where it may not."""
        question = self.interview.question
        if question is not None and not question.may_be_not_applicable:
            return self.say("slip.always-applicable-short")
        return self.on_question(Wish.WHY_NOT)

    def amount(self) -> "Desk":
        """Ask for an amount, where the scale takes one."""
        question = self.interview.question
        if question is not None and not question.takes_amounts:
            return self.say("slip.no-amounts")
        return self.on_question(Wish.AMOUNT)

    def unknown(self) -> "Desk":
        """Answer that it is not known yet."""
        if self.interview.question is None:
            return self.say("screen.no-key")
        return self.answer(Answer(unknown=True))

    def interval(self) -> "Desk":
        """Begin to give an interval."""
        if self.interview.question is None:
            return self.say("screen.no-key")
        return self._replace(between=Between()).say("screen.ask-low")

    def add(self) -> "Desk":
        """Add to the list of the group that is asked about, or type a value."""
        here = self.interview.here
        if here.kind is Kind.FACT and not self.items:
            return self._replace(wish=Wish.VALUE)
        return (
            self._replace(wish=Wish.NAME)
            if group_here(self.interview)
            else self.say("screen.no-key")
        )

    def clear(self) -> "Desk":
        """Clear what is said here."""
        if self.interview.here.kind in (Kind.END, Kind.ROSTER):
            return self.say("screen.no-key")
        return self.at(self.interview.clear())

    def uncover(self) -> "Desk":
        """Show the list in the place of the question, or the question again: on a narrow screen."""
        if not self.narrow:
            return self.say("screen.no-key")
        return self._replace(listing=not self.listing)

    def resize(self, *, narrow: bool) -> "Desk":
        """Take note of the width of the screen."""
        return self._replace(narrow=narrow, listing=narrow and self.listing)

    def turn(self) -> "Desk":
        """Speak the other language."""
        other = Language.EN if self.voice.language is Language.FR else Language.FR
        return self._replace(voice=Voice(other))


Act = Callable[[Desk], Desk]

_KEYS: Mapping[str, Act] = {
    "up": lambda desk: desk._move(-1),
    "down": lambda desk: desk._move(1),
    "left": lambda desk: desk.at(desk.interview.back()),
    "b": lambda desk: desk.at(desk.interview.back()),
    "right": lambda desk: desk.at(desk.interview.forward()),
    "enter": Desk.enter,
    "space": Desk.mark,
    "escape": Desk.escape,
    "u": Desk.unknown,
    "n": Desk.why_not,
    "i": Desk.interval,
    "equals_sign": Desk.amount,
    "e": lambda desk: desk.on_question(Wish.EVIDENCE),
    "m": lambda desk: desk.on_question(Wish.NOTE),
    "r": lambda desk: desk.on_question(Wish.REASON),
    "a": Desk.add,
    "delete": Desk.clear,
    "backspace": Desk.clear,
    "l": Desk.uncover,
    "home": lambda desk: desk.at(desk.interview.go(desk.interview.places[0])),
    "end": lambda desk: desk.at(desk.interview.go(desk.interview.places[-1])),
    "f1": lambda desk: desk._replace(wish=Wish.HELP),
    "f2": lambda desk: desk.at(desk.interview.next_empty()),
    "f3": Desk.turn,
    "f4": lambda desk: desk._replace(wish=Wish.PREVIEW),
    "q": lambda desk: desk._replace(ended=Ending.LEFT),
    "ctrl+q": lambda desk: desk._replace(ended=Ending.LEFT),
}
