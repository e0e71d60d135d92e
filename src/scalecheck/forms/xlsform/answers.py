"""One answer, read from its fields: as it was before where nobody touched it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from scalecheck.forms.carry import as_plain, fold, shown, tidy
from scalecheck.forms.questionnaire import Question
from scalecheck.forms.xlsform.asks import level_of
from scalecheck.forms.xlsform.literals import fits
from scalecheck.forms.xlsform.names import (
    AMOUNT,
    BETWEEN,
    NOT_APPLICABLE,
    UNKNOWN,
    code,
    level_code,
)
from scalecheck.forms.xlsform.taken import Cell, Taken
from scalecheck.model.answer import Answer
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.language import Language
from scalecheck.model.plain_data import text_data
from scalecheck.model.text import Text

_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+ ?%?\Z")
_DETAILS = {"low": BETWEEN, "high": BETWEEN, "amount": AMOUNT, "why_not": NOT_APPLICABLE}


class Reading(NamedTuple):
    """Where an answer is read: its fields, and the answer that the form opened with."""

    taken: Taken
    question: Question
    name: str
    before: Answer | None
    language: Language


def text_back(typed: str, before: Text | None, language: Language) -> Any:
    """Bring a text to plain data: as it was, both languages kept, where it was not touched.

    The tools on the way straighten curly quotes and squeeze spaces: that is no change. A text too
    long to stand on the form was not shown: a blank field leaves it.
    """
    opened = shown(before, language)
    if before is not None and (fold(typed) == fold(opened) or not (typed.strip() or fits(opened))):
        return text_data(before, language)
    said = tidy(typed)
    return said if said.strip() else None


def read_answer(reading: Reading) -> dict[str, Any]:
    """Read an answer as its parts in plain data; empty where nothing was given.

    A note or a piece of evidence without a level is kept, the level being unknown.
    """
    said = _stated(reading)
    _note_strays(reading)
    rest = _support(reading)
    return {**({"unknown": Plain("yes")} if rest and not said else said), **rest}


def shorten(said: dict[str, Any]) -> Any:
    """Write an answer in its shortest form."""
    if list(said) == ["level"]:
        return said["level"]
    return Plain("unknown") if list(said) == ["unknown"] else said


def cells_of(reading: Reading, path: Path) -> dict[Path, str]:
    """Say in which cell each part of an answer stands."""
    taken, name = reading.taken, reading.name
    parts = {"evidence": "evidence", "note": "note", "reason": "reason", "amount": "amount"}
    named = {part: f"{name}__{field}" for part, field in parts.items()}
    named |= {"between": f"{name}__low", "not_applicable": f"{name}__why_not"}
    found = {(*path, part): taken.cell(one) for part, one in named.items() if taken.holds(one)}
    return {path: taken.cell(f"{name}__answer"), **found}


def _stated(reading: Reading) -> dict[str, Any]:
    chosen = reading.taken.one(f"{reading.name}__answer")
    if not chosen:
        return {}
    if chosen == UNKNOWN:
        return {"unknown": Plain("yes")}
    if chosen in _READERS:
        return {chosen: _READERS[chosen](reading)}
    before = reading.before.level if reading.before else None
    return {"level": _level(reading, chosen, before)}


def _level(reading: Reading, chosen: str, before: str | None) -> Plain:
    """Name a level: as it was named before where it is the same one."""
    was = level_of(reading.question, before)
    if was is not None and before is not None and level_code(was.value) == chosen:
        return Plain(before)
    named = {level_code(one.value): one.value for one in reading.question.choices}
    return Plain(named.get(chosen, chosen))


def _between(reading: Reading) -> tuple[Plain, ...]:
    before = (reading.before.between if reading.before else None) or (None, None)
    ends = ((part, was) for part, was in zip(("low", "high"), before, strict=True))
    chosen = ((reading.taken.one(f"{reading.name}__{part}"), was) for part, was in ends)
    return tuple(_level(reading, one, was) for one, was in chosen if one)


def _amount(reading: Reading) -> Plain:
    typed = " ".join(reading.taken.text(f"{reading.name}__amount").split())
    if _DECIMAL_COMMA.match(typed):
        typed = typed.replace(",", ".")
    return Plain(typed.replace(" %", "%"))


def _why_not(reading: Reading) -> str:
    """The reason as a text: one that reads `yes` is a reason all the same."""
    typed = reading.taken.text(f"{reading.name}__why_not")
    before = reading.before.not_applicable if reading.before else None
    if before and (fold(typed) == fold(before) or not (typed.strip() or fits(before))):
        return before
    return tidy(typed).strip() or Plain("yes")


_READERS: Mapping[str, Callable[[Reading], Any]] = {
    BETWEEN: _between,
    AMOUNT: _amount,
    NOT_APPLICABLE: _why_not,
}


def _note_strays(reading: Reading) -> None:
    """Note what stands beside an answer that does not read it."""
    taken, name = reading.taken, reading.name
    chosen = taken.one(f"{name}__answer")
    for part, answer in _DETAILS.items():
        text = taken.text(f"{name}__{part}")
        if text.strip() and answer != chosen:
            taken.note("form-kept-apart", Cell(text, taken.cell(f"{name}__{part}")), got=text[:80])


def _support(reading: Reading) -> dict[str, Any]:
    taken, name, before = reading.taken, reading.name, reading.before
    found: dict[str, Any] = {}
    cited = _cited(reading)
    if cited is not None:
        found["evidence"] = tuple(map(Plain, cited))
    for word in ("note", "reason"):
        was = getattr(before, word, None)
        said = text_back(taken.text(f"{name}__{word}"), was, reading.language)
        if said is not None:
            found[word] = as_plain(said)
    return found


def _cited(reading: Reading) -> tuple[str, ...] | None:
    """The records cited: in their order of before where they are the same; None for none."""
    before = reading.before.evidence if reading.before else None
    chosen = reading.taken.many(f"{reading.name}__evidence")
    if before is not None and set(map(code, before)) == set(chosen):
        return before if before or reading.taken.one(f"{reading.name}__answer") else None
    return tuple(one.replace("_", "-") for one in chosen) or None
