"""A record of evidence, asked for one line at a time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.forms.carry import tidy
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.interview.writing import text_in
from scalecheck.forms.questionnaire import Lists
from scalecheck.model.base import MONTH, SLUG, is_day
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text

STEPS = ("title", "grade", "date", "kind", "issuer", "where")
_TEXTS = ("title", "where")


class Draft(NamedTuple):
    """A record being described: what is said so far, in the order of `STEPS`."""

    lists: Lists
    said: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        """What is asked for now."""
        return STEPS[len(self.said)]

    @property
    def is_complete(self) -> bool:
        """Tell whether everything was asked."""
        return len(self.said) == len(STEPS)

    def back(self) -> "Draft | None":
        """Ask the step before again; None before the first one."""
        return self._replace(said=self.said[:-1]) if self.said else None

    def hear(self, line: str) -> "Draft | None":
        """Take a line for what is asked; None where it does not fit."""
        value = read_part(self.lists, self.step, line)
        return None if value is None else self._replace(said=(*self.said, value))

    def make(self, language: Language) -> Evidence:
        """Make the record of what was said; its texts are in a language."""
        return make_record(dict(zip(STEPS, self.said, strict=True)), language)


def choices_of(lists: Lists, step: str) -> Sequence[tuple[str, Text | None]]:
    """What may be said at a step, with its words; nothing where anything may."""
    match step:
        case "grade":
            return [(grade.id, grade.title) for grade in lists.grades]
        case "kind":
            return [(word.id, word.label) for word in lists.kinds]
        case "issuer":
            return [(word.id, word.label) for word in lists.issuers]
        case _:
            return ()


def read_part(lists: Lists, step: str, line: str) -> str | None:
    """Read a part of a record: the value, empty where it is left out, None where it is wrong."""
    said = " ".join(tidy(line).split())
    choices = [name for name, _ in choices_of(lists, step)]
    if step in _TEXTS:
        return None if step == "title" and not said else said
    if step == "date":
        return said if not said or is_day(said) or MONTH.match(said) else None
    if step == "grade" and not said:
        return choices[0]
    if said.isascii() and said.isdigit() and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    is_known = said in choices if choices else bool(SLUG.match(said))
    return said if not said or is_known else None


def make_record(said: Mapping[str, str], language: Language) -> Evidence:
    """Make a record of its parts, by their name; its texts are in a language."""
    parts: dict[str, object] = {name: one for name, one in said.items() if one}
    for name in _TEXTS:
        if name in parts:
            parts[name] = text_in(said[name], language)
    return Evidence.model_validate(parts)


def tell_step(draft: Draft, voice: Voice) -> Iterator[str]:
    """Say what is asked for, and what may be said."""
    yield voice.say(f"record.{draft.step}")
    for number, (name, words) in enumerate(choices_of(draft.lists, draft.step), 1):
        told = voice.text(words) or name
        yield voice.say("line.level", value=number, told=told)
