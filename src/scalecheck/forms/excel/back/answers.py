"""Answers brought back: one row a question, or one a question and an instance."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scalecheck.forms.excel.back.cells import Back, plain, said, same
from scalecheck.forms.excel.back.found import Line
from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.laid.answers import AMOUNT, ANSWER, EVIDENCE, NOTE, REASON, UP_TO
from scalecheck.forms.excel.matching import match, split
from scalecheck.forms.excel.plan import Choices, Row
from scalecheck.forms.questionnaire import Question
from scalecheck.model.answer import Answer
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.plain_data import answer_data, text_data

_KEYS = (ANSWER, UP_TO, AMOUNT, EVIDENCE, NOTE, REASON)
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_COMMA = re.compile(r"(?<=\d),(?=\d)")


class Asked(NamedTuple):
    """One question on the form, and the answer that it opened with."""

    question: Question
    row: Row
    given: Answer | None


class AnswerBack(NamedTuple):
    """Brings one answer back. `records` are the codes that may be cited."""

    back: Back
    records: Choices

    def read(self, line: Line, asked: Asked, path: Path) -> Any:
        """Give the answer as plain data; None for a question that was left alone."""
        self._place(line, path)
        language, given = self.back.speech.main, asked.given
        if all(same(line.text(key), _shown(asked, key)) for key in _KEYS):
            return None if given is None else answer_data(given, language)
        stated = self._stated(line, asked)
        if stated is None:
            return None
        beside = said(self._beside(line, asked, "not_applicable" in stated))
        if not stated and any(line.text(key) for key in (EVIDENCE, NOTE, REASON)):
            stated = {"unknown": Plain("yes")}
        return {**stated, **beside} if stated else None

    def _place(self, line: Line, path: Path) -> None:
        places = {
            "level": ANSWER, "between": UP_TO, "amount": AMOUNT, "unknown": ANSWER,
            "not_applicable": REASON if line.text(REASON) else ANSWER,
            "evidence": EVIDENCE, "note": NOTE, "reason": REASON,
        }  # fmt: skip
        self.back.place(path, line.where(ANSWER))
        for part, key in places.items():
            self.back.place((*path, part), line.where(key))

    def _stated(self, line: Line, asked: Asked) -> dict[str, Any] | None:
        """Read the level, the interval, the amount or the word; None where it is not understood."""
        choices = asked.row.cells[ANSWER].choices
        if choices is None:
            return None
        low, high = (self._level(line, key, asked, choices) for key in (ANSWER, UP_TO))
        amount = _amount(line, asked)
        typed = [line.text(key) for key in (ANSWER, UP_TO, AMOUNT)]
        if (typed[0] and low is None) or (typed[1] and high is None):
            return None
        if not low and high and not amount:
            self.back.notes.at("form-range-without-start", line.where(UP_TO), got=typed[1])
            return None
        many = (high and low in (lists.UNKNOWN, lists.NOT_APPLICABLE)) or (amount and (low or high))
        if many:
            got = " + ".join(one for one in typed if one)
            self.back.notes.at("form-several-answers", line.where(ANSWER), got=got)
            return None
        return _words(low, high, amount, _reason(line, asked))

    def _level(self, line: Line, key: str, asked: Asked, choices: Choices) -> str | None:
        """Read a level, named as it was where it is still the same one."""
        value = self.back.level(line, key, choices)
        shown = _shown(asked, key)
        before = _named(asked.given, key)
        if before is not None and same(line.text(key), shown):
            return before
        found = asked.question.choice(before) if before is not None else None
        return before if found is not None and found.value == value else value

    def _beside(self, line: Line, asked: Asked, is_out: bool) -> Mapping[str, Any]:
        given, language = asked.given, self.back.speech.main
        note = text_data(given.note, language) if given and given.note else None
        found: dict[str, Any] = {"note": self.back.text(line, asked.row, NOTE, note)}
        reason = text_data(given.reason, language) if given and given.reason else None
        was_out = given is not None and given.not_applicable is not None
        if is_out:
            found["reason"] = reason if was_out else None
        else:
            typed = line.text(REASON) or None
            found["reason"] = typed if was_out else self.back.text(line, asked.row, REASON, reason)
        cited = self._cited(line, asked)
        return {**found, "evidence": None if cited is None else plain(cited)}

    def _cited(self, line: Line, asked: Asked) -> tuple[str, ...] | None:
        typed = line.text(EVIDENCE)
        if same(typed, _shown(asked, EVIDENCE)):
            return asked.given.evidence if asked.given is not None else None
        cited = [self._code(part) for part in _codes(typed, self.records)]
        return tuple(dict.fromkeys(cited)) or None

    def _code(self, part: str) -> str:
        found = match(part, self.records)
        return part if found is None else found


def _codes(typed: str, records: Choices) -> Iterator[str]:
    """Cut a list of codes; commas and spaces cut too, where codes stand between them."""
    known = {one.value for one in records.entries}
    for part in split(typed):
        pieces = re.split(r"[,\s]+", part.strip(" ,"))
        yield from pieces if known.issuperset(pieces) else [part]


def _shown(asked: Asked, key: str) -> str:
    cell = asked.row.cells.get(key)
    return cell.text if cell is not None else ""


def _named(given: Answer | None, key: str) -> str | None:
    if given is None:
        return None
    if given.between is not None:
        return given.between[0 if key == ANSWER else 1]
    return given.level if key == ANSWER else None


def _amount(line: Line, asked: Asked) -> str:
    """Read an amount: a comma between digits and a space before `%` are those of French."""
    typed, given = line.text(AMOUNT), asked.given
    if given is not None and given.amount is not None and same(typed, _shown(asked, AMOUNT)):
        return str(given.amount)
    return _COMMA.sub(".", _SPACES.sub("", typed))


def _reason(line: Line, asked: Asked) -> str:
    given = asked.given
    if (
        given is not None
        and given.not_applicable
        and same(line.text(REASON), _shown(asked, REASON))
    ):
        return given.not_applicable
    return line.text(REASON)


def _words(low: str | None, high: str | None, amount: str, reason: str) -> dict[str, Any]:
    if amount:
        return {"amount": Plain(amount)}
    if low is None:
        return {}
    if low == lists.UNKNOWN:
        return {"unknown": Plain("yes")}
    if low == lists.NOT_APPLICABLE:
        return {"not_applicable": str(reason) if reason else Plain("yes")}
    return {"between": plain((low, high))} if high else {"level": Plain(low)}
