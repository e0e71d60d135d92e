"""Which texts are numbers: counts, shares, amounts of money. Years, dates and names are not."""

import re
from collections.abc import Iterable
from functools import cache

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language

_SPACE = "[ \u00a0\u202f]"
_DIGITS = rf"\d{{1,3}}(?:(?:{_SPACE}|,)\d{{3}})*(?:[.,]\d+)?"
_CODE, _SIGN = r"[A-Z]{3}", r"[A-Z]{0,3}[$€£¥]"
_CURRENCY = rf"(?:{_CODE}|{_SIGN}(?:{_SPACE}?[A-Z]{{2,3}})?)"
_BEFORE = rf"(?:[<>≤≥≈~±+−-]{_SPACE}?)?(?:{_CODE}[\u00a0\u202f]|{_SIGN}{_SPACE}?)?[−-]?"
_AFTER = rf"(?:{_SPACE}?(?:%|{_CURRENCY}))?"
_BETWEEN = rf"(?:{_SPACE}?[+/·;]{_SPACE}?|{_SPACE}(?=\())"
_PLACE = "\ue000"  # where a fact stands in words: no word holds it
_NONE = re.compile(r"[\s–—-]*")
_LEVEL, _RANGE = re.compile(_DIGITS), rf"{_DIGITS}\u2060?–\u2060?{_DIGITS}"
_NAMED_LEVEL = re.compile(rf"(?:{_DIGITS}|{_RANGE}) [^\W\d]\D*|{_RANGE}")


def are_numbers(texts: Iterable[str]) -> bool:
    """Tell whether a column holds only numbers, dashes and the word for a number held back.

    A column of dashes alone says nothing of what it would hold.
    """
    seen = [text for text in map(str.strip, texts) if not _NONE.fullmatch(text)]
    return bool(seen) and all(text in _held_back() or is_number(text) for text in seen)


def is_number(text: str) -> bool:
    """Tell whether a text is a number, or a few: `1 234`, `12 %`, `45 $ + 3 USD`, `< 5`."""
    return _forms().fullmatch(text) is not None


def may_be_levels(texts: Iterable[str]) -> bool:
    """Tell whether a column holds only bare figures, as levels are where their names are known."""
    return all(_NONE.fullmatch(text) or _LEVEL.fullmatch(text) for text in map(str.strip, texts))


def names_level(text: str) -> bool:
    """Tell whether a text reads as a level: its value then its name, or a range of values."""
    return _NAMED_LEVEL.fullmatch(text.strip()) is not None


@cache
def _held_back() -> frozenset[str]:
    return frozenset(say("fund.held-back", language) for language in Language)


@cache
def _forms() -> re.Pattern[str]:
    """Make the form of numbers, with the words that stand for one or before one."""
    amount = rf"{_BEFORE}{_DIGITS}{_AFTER}"
    fewer = _said("pages.privacy.fewer", smallest=amount)
    held = _said("fund.held-back-in", currency=_CURRENCY)
    any_ = rf"(?:{amount}|\({amount}\)|{fewer}|{held})"
    return re.compile(rf"{any_}(?:{_BETWEEN}{any_})*")


def _said(key: str, **facts: str) -> str:
    """Give the words of a key, in any language, as a form; so are the facts that stand in them."""
    told = (say(key, language, **dict.fromkeys(facts, _PLACE)) for language in Language)
    form, fact = "|".join(re.escape(words.strip()) for words in told), next(iter(facts.values()))
    return form.replace(_PLACE, fact)
