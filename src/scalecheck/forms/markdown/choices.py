"""What was typed where one of a few words is wanted: the word itself, or what it is called."""

import re
from collections.abc import Sequence

from scalecheck.forms.carry import fold
from scalecheck.forms.questionnaire import Option
from scalecheck.model.base import Plain

_BETWEEN = re.compile(r"\s*[,;/]\s*")


def one_of(typed: str, options: Sequence[Option]) -> str:
    """Find the id of an option that was typed by its id or its title; else what was typed."""
    said = fold(typed.replace("`", "")).casefold()
    for one in options:
        titles = (one.title.fr, one.title.en) if one.title else ()
        if said in (one.id, *(fold(title).casefold() for title in titles if title)):
            return one.id
    return typed.strip()


def several_of(
    typed: str, options: Sequence[Option], before: tuple[str, ...] | None
) -> tuple[Plain, ...]:
    """Find several options, with commas between them, or spaces where each is one word."""
    known = {one.id for one in options}
    whole = [one_of(part, options) for part in _BETWEEN.split(typed) if part.strip()]
    found = [
        word for part in whole for word in ([part] if part in known else _words(part, options))
    ]
    if before is not None and set(found) == set(before):
        found = list(before)
    return tuple(map(Plain, dict.fromkeys(found)))


def _words(part: str, options: Sequence[Option]) -> list[str]:
    words = [one_of(word, options) for word in part.split()]
    known = {one.id for one in options}
    return words if not known or all(word in known for word in words) else [part]
