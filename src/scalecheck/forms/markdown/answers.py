"""One answer of a Markdown form, read from its boxes and its fields."""

import re
from typing import Any, NamedTuple

from scalecheck.forms.carry import as_plain, carry_back, fold, shown, tidy
from scalecheck.forms.markdown.found import Found, Scope, Tick
from scalecheck.forms.questionnaire import Question
from scalecheck.forms.xlsform.asks import level_of
from scalecheck.model.answer import Answer
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.language import Language
from scalecheck.model.plain_data import text_data
from scalecheck.model.text import Text

_ENDS = re.compile(r"\s+(?:à|a|et|to|and|/|-|–|—)\s+|\s*[;…]\s*|,\s+")
_WHOLE_ENDS = re.compile(r"([0-9]+)\s*[-–—]\s*([0-9]+)\Z")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+ ?%?\Z")
_WORDS = re.compile(r"[\s,;]+")
_CELLS = {
    "between": "between",
    "amount": "amount",
    "evidence": "evidence",
    "not_applicable": "why-not",
    "note": "note",
    "reason": "reason",
}


class Reading(NamedTuple):
    """Where an answer stands, and the one that the form opened with."""

    found: Found
    scope: Scope
    question: Question
    before: Answer | None
    language: Language

    def text(self, name: str) -> str:
        """A text that goes with the answer."""
        return self.found.value(self.scope, name).text


def text_back(typed: str, before: Text | None, language: Language) -> Any:
    """Bring a text to plain data: as it was where nobody touched it, wrapped anew or not."""
    if before is not None and fold(typed) == fold(shown(before, language)):
        return text_data(before, language)
    return carry_back(typed, None, language)


def read_answer(reading: Reading) -> Any:
    """Read an answer in plain data; None where nothing was given.

    A note or a piece of evidence without a level is kept, the level being unknown.
    """
    said = _stated(reading)
    rest = _support(reading, bool(said))
    whole = {**({"unknown": Plain("yes")} if rest and not said else said), **rest}
    if list(whole) == ["level"]:
        return whole["level"]
    return (Plain("unknown") if list(whole) == ["unknown"] else whole) or None


def cells_of(reading: Reading, path: Path) -> dict[Path, str]:
    """Say on which line each part of an answer stands."""
    found, scope = reading.found, reading.scope
    own = found.ticks.get(scope, [])
    cells: dict[Path, str] = {
        (*path, part): found.values[(scope, name)].cell
        for part, name in _CELLS.items()
        if (scope, name) in found.values
    }
    return {path: f"{own[0].line if own else found.scopes.get(scope, 1)}:1", **cells}


def _stated(reading: Reading) -> dict[str, Any]:
    """Read the answer itself: one box, or two levels, or a measurement."""
    found, ticks = reading.found, reading.found.ticks.get(reading.scope, [])
    between, amount = reading.text("between").strip(), reading.text("amount").strip()
    given = [*(_named(tick) for tick in ticks), *filter(None, (between, amount))]
    if len(given) > 1:
        line = found.scopes.get(reading.scope, 1) if not ticks else ticks[-1].line
        found.note("form-several-answers", line, got=" / ".join(given))
        return {}
    _note_stray_reason(reading, ticks)
    if between:
        return {"between": _between(reading, between)}
    if amount:
        return {"amount": _amount(amount)}
    return _ticked(reading, ticks[0]) if ticks else {}


def _named(tick: Tick) -> str:
    return tick.value or tick.word


def _ticked(reading: Reading, tick: Tick) -> dict[str, Any]:
    if tick.word == "unknown":
        return {"unknown": Plain("yes")}
    if tick.word == "not-applicable":
        return {"not_applicable": _why_not(reading)}
    before = reading.before.level if reading.before else None
    return {"level": _level(reading, tick.value, before)}


def _level(reading: Reading, named: str, before: str | None) -> Plain:
    """Name a level: as it was named before where it is the same one."""
    level, was = level_of(reading.question, named), level_of(reading.question, before)
    same = before is not None and level is not None and level == was
    return Plain(before if same else named)


def _between(reading: Reading, typed: str) -> tuple[Plain, ...]:
    whole = _WHOLE_ENDS.match(typed)
    ends = list(whole.groups()) if whole else [one for one in _ENDS.split(typed) if one]
    ends = ends if len(ends) > 1 else typed.split()
    before = (reading.before.between if reading.before else None) or (None, None)
    padded = (*before, *(None for _ in ends))
    return tuple(_level(reading, one, was) for one, was in zip(ends, padded, strict=False))


def _amount(typed: str) -> Plain:
    said = " ".join(typed.split())
    said = said.replace(",", ".") if _DECIMAL_COMMA.match(said) else said
    return Plain(said.replace(" %", "%"))


def _why_not(reading: Reading) -> str:
    """The reason as a text: one that reads `yes` is a reason all the same."""
    typed = tidy(reading.text("why-not"))
    before = reading.before.not_applicable if reading.before else None
    if before and fold(typed) == fold(before):
        return before
    return typed.strip() or Plain("yes")


def _note_stray_reason(reading: Reading, ticks: list[Tick]) -> None:
    """Note a reason for "not applicable" beside another answer: nothing reads it there."""
    why = reading.found.value(reading.scope, "why-not")
    if why.text.strip() and not any(tick.word == "not-applicable" for tick in ticks):
        got = " ".join(why.text.split())[:80]
        reading.found.note("form-kept-apart", why.line, got=got)


def _support(reading: Reading, is_answered: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    before = reading.before
    cited = tuple(one for one in _WORDS.split(reading.text("evidence").lower()) if one)
    was = before.evidence if before else None
    if cited or (was == () and is_answered):
        found["evidence"] = tuple(map(Plain, cited))
    for word in ("note", "reason"):
        said = text_back(reading.text(word), getattr(before, word, None), reading.language)
        if said is not None:
            found[word] = as_plain(said)
    return found
