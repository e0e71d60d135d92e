"""Read levels, intervals, grades, counts and dates, as people write them in tables."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from scalecheck.model.base import MONTH, is_day
from scalecheck.model.policies import Grade
from scalecheck.model.scale import Scale, ScaleLevel
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.layout import BETWEEN, NOT_APPLICABLE, UNKNOWN
from scalecheck.portfolio.mapping.reading import (
    Choice,
    Choices,
    MisreadCell,
    check_error,
    shorten,
)
from scalecheck.portfolio.mapping.words import TableWords
from scalecheck.scoring.facts import rank_of_amount

Read = Callable[[str], str]

_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:[.,][0-9]{1,15})?\Z")
_PERCENT = re.compile(r"([0-9]{1,15}(?:[.,][0-9]{1,15})?) ?%\Z")
_INTERVAL = re.compile(r"(.+?)\s*(?:\.\.\.?|…|\sà\s|\sto\s)\s*(.+)\Z")
_DASHED = re.compile(r"([0-9.,]+)\s*[-–—]\s*([0-9.,]+)\Z")  # of numbers: else it may be `2 - Label`
_LABELLED = re.compile(r"(\S+?)\s*[-–—:.=)]\s*(\D.*)\Z")
TIME = re.compile(r"[T ]00:00(:00(\.0+)?)?Z?\Z")


def said(text: Text | None) -> Iterator[str]:
    """Every wording of a text."""
    if text is not None:
        yield from filter(None, (text.fr, text.en))


def as_number(text: str) -> str | None:
    """Write a number with a point; None where a text is no number."""
    return text.replace(",", ".") if _NUMBER.match(text) else None


class LevelReader:
    """Reads the answers to one question: a level, an interval, unknown or not applicable."""

    def __init__(self, scale: Scale, words: TableWords) -> None:
        self.scale, self.words = scale, words
        self.choices = Choices(map(_choice, scale.by_rank))
        self._ranks = {str(level.value): n for n, level in enumerate(scale.by_rank)}

    def __call__(self, text: str) -> str:
        """Read a text.

        Raises:
            MisreadCell: it names no level of the scale, or an interval upside down.
        """
        if not text:
            return ""
        found = self.level(text) or self._without_level(text)
        return found or self._interval(text) or self._refuse(text)

    def level(self, text: str) -> str | None:
        """Find the level that a text names: its value, its id, its label, or `2 – Label`.

        A percentage is an amount, which the scale reads as a level where it says from how much.
        """
        if (share := _PERCENT.match(text)) is not None:
            return self._of_amount(Fraction(share[1].replace(",", ".")) / 100)
        number = as_number(text)
        if number is not None:
            rank = self.scale.rank_of(str(Fraction(number)))
            return None if rank is None else str(self.scale.by_rank[rank].value)
        found = self.choices.find(text)
        if found is None and (parts := _LABELLED.match(text)):
            value, label = self.choices.find(parts[1]), self.choices.find(parts[2])
            found = value if value == label else None
        return found

    def _of_amount(self, amount: Fraction) -> str | None:
        rank = rank_of_amount(self.scale, amount)
        return None if rank is None else str(self.scale.by_rank[rank].value)

    def _without_level(self, text: str) -> str | None:
        folded = fold(text)
        if folded in UNKNOWN or folded in self.words.unknown:
            return UNKNOWN[0]
        if folded in NOT_APPLICABLE or folded in self.words.not_applicable:
            return NOT_APPLICABLE[0]
        return None

    def _interval(self, text: str) -> str | None:
        parts = _INTERVAL.match(text) or _DASHED.match(text)
        low, high = (self.level(parts[1]), self.level(parts[2])) if parts else (None, None)
        if low is None or high is None:
            return None
        if self._ranks[low] > self._ranks[high]:
            raise MisreadCell("between-reversed", got=shorten(text))
        return low if low == high else f"{low}{BETWEEN}{high}"

    def _refuse(self, text: str) -> str:
        if as_number(text) is not None:
            known = ", ".join(str(level.value) for level in self.scale.levels)
            raise MisreadCell("level-outside-scale", got=shorten(text), known=known)
        if fold(text) == "nan":
            raise MisreadCell("not-a-number", got=shorten(text))
        raise self.choices.misread("table-not-a-level", text)


def _choice(level: ScaleLevel) -> Choice:
    value = str(level.value)
    return Choice(value, (value, *filter(None, (level.id,)), *said(level.label)))


def read_grade(grades: Sequence[Grade], words: TableWords) -> Read:
    """Make the reader of the strength of evidence."""
    choices = Choices(Choice(one.id, (one.id, *said(one.title))) for one in grades)

    def read(text: str) -> str:
        if not text or fold(text) in words.none:
            return ""
        found = choices.find(text)
        if found is None:
            raise choices.misread("unknown-grade", text)
        return found

    return read


def read_count(text: str) -> str:
    """Read how many: a whole number, 0 or more.

    Raises:
        MisreadCell: it is none.
    """
    if not text:
        return ""
    number = as_number(text)
    value = Fraction(number) if number else Fraction(-1)
    if value.denominator != 1 or not 0 <= value < 1_000_000_000:
        check_error(text)
        raise MisreadCell("not-a-count", got=shorten(text))
    return str(value)


def read_date(text: str) -> str:
    """Read a date: `2026-10` or `2026-10-15`; a time of midnight after it does no harm.

    Raises:
        MisreadCell: it is none.
    """
    bare = TIME.sub("", text)
    if bare and not (MONTH.match(bare) or is_day(bare)):
        check_error(text)
        raise MisreadCell("not-a-date", got=shorten(text))
    return bare


def read_one_of(choices: Choices, words: TableWords, *, several: bool) -> Read:
    """Make the reader of an attribute: one value of a closed list, or several in one cell.

    Several are separated by `|` or `;`, else by commas.
    """
    known = {stands for stands, _ in choices.choices}
    is_flag = known == {"yes", "no"}
    by_number = {stands.lstrip("0"): stands for stands in known if stands.isdecimal()}

    def find(text: str) -> str | None:
        if is_flag and fold(text) in words.yes | words.no:
            return "yes" if fold(text) in words.yes else "no"
        return choices.find(text) or by_number.get(text.lstrip("0"))

    def read(text: str) -> str:
        if not text:
            return ""
        whole = find(text)
        if whole is not None:
            return whole
        parts = _split(text) if several else (text,)
        found = [find(part) for part in parts]
        if None in found or not parts:
            wrong = parts[found.index(None)] if parts else text
            raise choices.misread("unknown-value", wrong)
        return "|".join(dict.fromkeys(filter(None, found)))

    return read


def _split(text: str) -> tuple[str, ...]:
    marks = r"[|;]" if re.search(r"[|;]", text) else r","
    return tuple(filter(None, (part.strip() for part in re.split(marks, text))))
