"""The words of a text that say what it is about, and the terms made of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from scalecheck.model.language import Language
from scalecheck.model.portfolio import Member
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold

_WORD = re.compile(r"[^\W_]+")
STEM = 5  # letters kept of a word to compare it across languages: véhicule, vehicle

Term = tuple[str, ...]


@cache
def stop_words() -> frozenset[str]:
    """Read the words of French and English that say nothing of a subject, folded."""
    folder = files("scalecheck.portfolio.data")
    texts = ((folder / f"stop_words.{one}.txt").read_text(encoding="utf-8") for one in Language)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def split(text: str) -> list[str]:
    """Split a text in words: folded, in order, without those that say nothing."""
    stops = stop_words()
    return [word for word in _WORD.findall(fold(text)) if word not in stops]


def written(member: Member, language: Language) -> tuple[str, ...]:
    """Give what a project says of itself in one language: its title and its summary."""
    texts = (member.title, member.summary)
    return tuple(filter(None, (_in(text, language) for text in texts if text is not None)))


def _in(text: Text, language: Language) -> str | None:
    return text.fr if language is Language.FR else text.en


def bigrams(texts: Iterable[Sequence[str]]) -> Iterator[Term]:
    """Give each two words that follow one another, in order, repeats included."""
    for words in texts:
        yield from pairwise(words)


def runs(texts: Iterable[Sequence[str]]) -> Iterator[Term]:
    """Give each three words that follow one another: rarer than two, even in a thousand texts."""
    for words in texts:
        yield from zip(words, words[1:], words[2:], strict=False)


def stem(word: str) -> str | None:
    """Give what may be alike in two languages: a number, a name, or the beginning of a word.

    A word of fewer than five letters is kept whole where it holds a digit, and left out otherwise:
    short words are alike by accident.
    """
    if not word.isalpha():
        return word
    return word[:STEM] if len(word) >= STEM else None


def stems(texts: Iterable[str]) -> Iterator[Term]:
    """Give the stems of texts, in order, repeats included."""
    found = (stem(word) for text in texts for word in split(text))
    yield from ((one,) for one in found if one is not None)
