"""Read one typed line: what it asks for, or what is wrong with it. A level comes before a command.

`:` before a command tells it from a level that bears the same letter.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind, group_of, members
from scalecheck.forms.interview.voice import amount_of
from scalecheck.forms.questionnaire import Choice, Option, Question
from scalecheck.model.answer import Answer
from scalecheck.model.base import SLUG, is_number


class Act(StrEnum):
    """What a line asks for."""

    ANSWER = "answer"
    WHY_NOT = "why-not"
    NOTE = "note"
    REASON = "reason"
    CITE = "cite"
    NEW_RECORD = "new-record"
    STATE = "state"
    ADD = "add"
    CLOSE = "close"
    CLEAR = "clear"
    NEXT = "next"
    BACK = "back"
    EMPTY = "empty"
    LEAVE = "leave"
    HELP = "help"
    VIEW = "view"
    LIST = "list"
    REPEAT = "repeat"
    FRENCH = "french"
    ENGLISH = "english"


class Entry(NamedTuple):
    """A line that was understood; `more` adds a line to a text instead of replacing it."""

    act: Act
    answer: Answer | None = None
    text: str = ""
    names: tuple[str, ...] = ()
    more: bool = False


class Slip(NamedTuple):
    """A line that was not: `code` leads to the words, with the facts."""

    code: str
    got: str = ""
    known: tuple[str, ...] = ()


Read = Entry | Slip

COMMANDS = {
    "": Act.NEXT,
    "<": Act.BACK,
    ">": Act.EMPTY,
    "q": Act.LEAVE,
    "h": Act.HELP,
    "v": Act.VIEW,
    "l": Act.LIST,
    "r": Act.REPEAT,
    ":fr": Act.FRENCH,
    ":en": Act.ENGLISH,
}
YES, NO = ("yes", "y", "oui", "o", "1"), ("no", "n", "non", "2")
_TEXTS = (("++", Act.NOTE), ("+", Act.NOTE), ("!!", Act.REASON), ("!", Act.REASON))
_WORD = re.compile(r"(xx|x|e)(?:\s+(.*))?\Z", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"\s*(?:\.\.|-|–|—|à|to)\s*")


def read_line(line: str, interview: Interview) -> Read:
    """Read a line typed at the place where an interview stands."""
    readers: dict[Kind, Callable[[str, Interview], Read]] = {
        Kind.QUESTION: _read_answer,
        Kind.FACT: _read_fact,
        Kind.RECORD: _read_holds,
        Kind.ROSTER: _read_name,
        Kind.END: _read_end,
    }
    return readers[interview.here.kind](line.strip("\r\n"), interview)


def _command(said: str) -> Entry | None:
    act = COMMANDS.get(said.lower()) or COMMANDS.get(said.lower().removeprefix(":"))
    return Entry(act) if act else None


# Questions ------------------------------------------------------------------------------------


def _read_answer(line: str, interview: Interview) -> Read:
    question, said = interview.question, line.strip()
    if question is None:
        return Slip("not-understood", said)
    choice = find_choice(question, said)
    if choice is not None:
        return Entry(Act.ANSWER, Answer(level=choice.value))
    found = _command(said) or _read_text(line.lstrip(), interview, question)
    if found is None:
        found = _read_amount(said, question) or _read_between(said, question)
    known = tuple(one.value for one in question.choices)
    return found or Slip("not-a-level", said, known)


def find_choice(question: Question, typed: str) -> Choice | None:
    """Find the level that a person names: by its value, as they write numbers, or by its id."""
    found = question.choice(typed) or question.choice(typed.lower())
    is_number = len(typed.split()) == 1 and not typed.startswith("+") and typed[-1] != "%"
    if found is None and is_number:
        amount = amount_of(typed)
        found = question.choice(str(amount)) if amount is not None else None
    return found


def _read_text(line: str, interview: Interview, question: Question) -> Read | None:
    bare = line.removeprefix(":")
    for sign, act in _TEXTS:
        if bare.startswith(sign):
            return Entry(act, text=_after(bare, sign), more=len(sign) == 2)
    if bare.strip() == "?":
        return Entry(Act.ANSWER, Answer(unknown=True))
    if bare.strip() == "-":
        return Entry(Act.CLEAR)
    word = _WORD.match(bare)
    if word is None:
        return None
    name, text = word[1].lower(), (word[2] or "")
    if name == "e":
        return _read_cited(text.strip(), interview)
    return _read_why_not(text, question, interview, more=name == "xx")


def _after(line: str, sign: str) -> str:
    rest = line[len(sign) :]
    return rest.removeprefix(" ")


def _read_why_not(text: str, question: Question, interview: Interview, *, more: bool) -> Read:
    if not question.may_be_not_applicable:
        return Slip("always-applicable")
    asked = interview.asked.rubric.non_answers.not_applicable.reason
    if not text.strip() and asked == "required" and not more:
        return Slip("reason-missing")
    if more:
        return Entry(Act.WHY_NOT, text=text, more=True)
    return Entry(Act.ANSWER, Answer(not_applicable=text.strip()))


def _read_cited(text: str, interview: Interview) -> Read:
    if text == "+":
        return Entry(Act.NEW_RECORD)
    names = tuple(dict.fromkeys(text.replace(",", " ").split()))
    known = tuple(interview.sheet.evidence)
    stray = [name for name in names if name not in known and names != ("-",)]
    if stray:
        return Slip("no-such-record" if known else "no-record", ", ".join(stray), known)
    return Entry(Act.CITE, names=names)


def _read_amount(said: str, question: Question) -> Read | None:
    is_amount = said.startswith("=") or (said.endswith("%") and question.takes_amounts)
    if not is_amount:
        return None
    if not question.takes_amounts:
        return Slip("no-amounts")
    amount = amount_of(said.removeprefix("="))
    if amount is None:
        return Slip("not-an-amount", said)
    return Entry(Act.ANSWER, Answer(amount=amount))


def _read_between(said: str, question: Question) -> Read | None:
    for first, second in _splits(said):
        low, high = find_choice(question, first), find_choice(question, second)
        if low is not None and high is not None:
            ends = sorted((low, high), key=lambda one: one.rank)
            return Entry(Act.ANSWER, Answer(between=(ends[0].value, ends[1].value)))
    return None


def _splits(said: str) -> Iterator[tuple[str, str]]:
    """Every way to read a line as two ends: the sign between them may also be in a name."""
    for sign in _BETWEEN.finditer(said):
        yield said[: sign.start()], said[sign.end() :]


# Facts, lists, the end ------------------------------------------------------------------------


def option_keys(options: Sequence[Option]) -> tuple[str, ...]:
    """What is typed for each option: its place from 1, or its id where ids are numbers."""
    if any(is_number(one.id) for one in options):
        return tuple(one.id for one in options)
    return tuple(str(number) for number in range(1, len(options) + 1))


def _read_fact(line: str, interview: Interview) -> Read:
    said, field = line.strip(), interview.field
    found = _command(said)
    if found is not None:
        return found
    if said == "-" or field is None:
        return Entry(Act.CLEAR)
    ids = {one.id: one.id for one in field.options}
    ids |= dict(zip(option_keys(field.options), (one.id for one in field.options), strict=True))
    typed = said.replace(",", " ").split()
    stray = [one for one in typed if not (one in ids if ids else SLUG.match(one))]
    if stray:
        return Slip("not-a-choice" if ids else "not-a-name", " ".join(stray), tuple(ids))
    return Entry(Act.STATE, names=tuple(dict.fromkeys(ids.get(one, one) for one in typed)))


def _read_holds(line: str, interview: Interview) -> Read:
    said = line.strip().lower()
    if said in YES or said in NO:
        return Entry(Act.STATE, names=("yes" if said in YES else "no",))
    return _command(said) or (Entry(Act.CLEAR) if said == "-" else Slip("not-yes-no", said))


def _read_name(line: str, interview: Interview) -> Read:
    said = line.strip()
    found = _command(said)
    if found is not None:
        return found
    if said == "-":
        listed = members(interview.sheet, group_of(interview.asked, interview.here.name))
        return Slip("not-empty") if listed else Entry(Act.CLOSE)
    title = said.removeprefix("+").strip()
    if title and not any(letter.isalpha() for letter in title):
        return Slip("not-a-title", title)  # a level that was meant for a question
    return Entry(Act.ADD, text=title) if title else Slip("name-missing")


def _read_end(line: str, interview: Interview) -> Read:
    return _command(line.strip()) or Slip("at-the-end", line.strip())
