"""What can be chosen at a place with one key: levels, values of a fact, yes or no."""

from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.questionnaire import Choice

DIGITS = "1234567890"


class Item(NamedTuple):
    """One thing that can be chosen: its key, what it is called, what it means.

    `key` is empty where there are too many for one digit each.
    """

    value: str
    key: str
    name: str
    detail: str = ""
    need: str = ""


def items_of(interview: Interview, voice: Voice) -> tuple[Item, ...]:
    """List what can be chosen where an interview stands, in its order."""
    question, field = interview.question, interview.field
    if question is not None:
        keys = keys_of([one.value for one in question.choices])
        pairs = zip(question.choices, keys, strict=True)
        return tuple(_level(interview, voice, choice, key) for choice, key in pairs)
    if field is not None:
        keys = keys_of([""] * len(field.options))
        pairs_of = zip(field.options, keys, strict=True)
        return tuple(Item(one.id, key, voice.title(one)) for one, key in pairs_of)
    if interview.here.kind is Kind.RECORD:
        both = zip(("yes", "no"), DIGITS, strict=False)
        return tuple(Item(one, key, voice.say(f"records.{one}")) for one, key in both)
    return ()


def _level(interview: Interview, voice: Voice, choice: Choice, key: str) -> Item:
    name = voice.text(choice.label) or choice.id or ""
    is_key = key == voice.value(choice)
    said = name if is_key and name else voice.level(choice)
    need = voice.need(interview.asked, choice.need)
    return Item(choice.value, key, said, voice.text(choice.anchor), need)


def keys_of(values: Sequence[str]) -> tuple[str, ...]:
    """Give each value a digit: itself where all are one, else its place; none beyond ten."""
    if all(len(value) == 1 and value in DIGITS for value in values):
        return tuple(values)
    if len(values) > len(DIGITS):
        return ("",) * len(values)
    return tuple(DIGITS[: len(values)])


def chosen_of(interview: Interview) -> tuple[str, ...]:
    """The values chosen where an interview stands: one, both ends of an interval, or several."""
    answer, question = interview.answer, interview.question
    if question is None:
        return interview.values
    names = (answer.between or ((answer.level,) if answer.level else ())) if answer else ()
    found = (question.choice(name) for name in names)
    return tuple(one.value for one in found if one is not None)


def group_here(interview: Interview) -> str:
    """The group that can be added to from here; nothing where there is none."""
    here, groups = interview.here, interview.asked.groups
    if here.kind is Kind.ROSTER:
        return here.name
    return here.group or (groups[0].id if len(groups) == 1 else "")
