"""The word lists of the rules about texts, read when first asked for."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_FOLDER = Path(__file__).parent / "data"


class Term(NamedTuple):
    """A term of the field: how it is said in English, and which words lead astray."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    astray: tuple[str, ...]


@cache
def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def small_words(language: str) -> frozenset[str]:
    """Small words that one language has and the other has not; elided ones keep their sign."""
    return frozenset(_read("languages")[language].split())


@cache
def lean_words(language: str) -> frozenset[str]:
    """The same, with those that tell something only of a text that both languages share."""
    return small_words(language).union(_read("languages")[f"{language}_same"].split())


@cache
def name_words() -> frozenset[str]:
    """Small words that also bind the words of a proper name."""
    return frozenset(_read("languages")["binding"].split())


@cache
def number_words(language: str) -> Mapping[str, tuple[Fraction, ...]]:
    """What the words of a language that say a number may say."""
    said: dict[str, tuple[Fraction, ...]] = {}
    for number, words in _read("figures")[language].items():
        for word in words.split():
            said[word] = (*said.get(word, ()), Fraction(number))
    return said


@cache
def terms() -> tuple[Term, ...]:
    """The terms of the field."""
    return tuple(
        Term(*map(tuple, (t["fr"], t["en"], t["astray"]))) for t in _read("glossary")["term"]
    )


@cache
def vague_words() -> frozenset[str]:
    """Words that judge without showing anything."""
    return frozenset(_read("wording")["vague"].split())


@cache
def words_beside() -> frozenset[str]:
    """Words that add nothing to those that judge."""
    return frozenset(_read("wording")["beside"].split())


@cache
def unfinished_words() -> frozenset[str]:
    """Marks that mean nothing else than a text to come."""
    return frozenset(_read("wording")["unfinished_words"].split())


@cache
def unfinished_phrases() -> frozenset[str]:
    """Phrases that stand for a text to come, where they do not name a choice."""
    lines = _read("wording")["unfinished_phrases"].split("\n")
    return frozenset(phrase for line in lines for phrase in line.split("|"))
