"""Which language a text reads in, by its small words; nothing is said of what is not plain."""

import re
from functools import lru_cache
from typing import NamedTuple

from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import lean_words, name_words, small_words
from scalecheck.lint.text_places import Pair, sayings

_WORDS = re.compile(r"[^\W\d_]+['’]?")
_ACCENTED = re.compile(r"[àâçéèêëîïôùûœ]")
_LONG = 4
_FEWEST = 4
_FEWEST_SAME = 3


class Doubt(NamedTuple):
    """A pair of which one text, or each, reads in the language of the other."""

    pair: Pair
    fr_is_english: bool
    en_is_french: bool


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; what is elided keeps its apostrophe."""
    return _WORDS.findall(text.lower())


def reads_as(text: str, fewest: int = 2) -> str:
    """Tell which language a text plainly reads in; nothing where it is short or mixed."""
    words = words_in(text)
    if len(words) < _FEWEST:
        return ""
    french, english = (sum(w in small_words(one) for w in words) for one in ("fr", "en"))
    if french >= fewest and english == 0:
        return "fr"
    return "en" if english >= fewest and french == 0 else ""


def leans_to(text: str) -> str:
    """Tell which language a text that both languages share belongs to; nothing for a name.

    Two signs of one language and none of the other are enough: a small word, or for French an
    accent. What is made of capitals, or holds one common word at most, may be a name.
    """
    words = words_in(text)
    if len(words) < _FEWEST_SAME or is_a_name(text):
        return ""
    french, english = (sum(w in lean_words(one) for w in words) for one in ("fr", "en"))
    if english == 0 and french and french + bool(_ACCENTED.search(text)) >= 2:
        return "fr"
    return "en" if english >= 2 and french == 0 else reads_as(text)


def is_a_name(text: str) -> bool:
    """Tell whether every word but one at most begins with a capital, or may bind a name."""
    return sum(map(_is_common, _WORDS.findall(text))) <= 1


def _is_common(word: str) -> bool:
    if not word[0].islower() or word in name_words():
        return False
    return len(word) >= _LONG or any(word in lean_words(one) for one in ("fr", "en"))


@lru_cache(maxsize=1)
def doubts(subject: Subject) -> tuple[Doubt, ...]:
    """The pairs whose texts differ, and of which one reads in the wrong language."""
    found: list[Doubt] = []
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and pair.fr != pair.en:
            doubt = Doubt(pair, _is_in(pair.fr, "en"), _is_in(pair.en, "fr"))
            if doubt.fr_is_english or doubt.en_is_french:
                found.append(doubt)
    return tuple(found)


def _is_in(text: str, language: str) -> bool:
    """Tell whether a text reads in a language; most texts are let go at the first look."""
    if small_words(language).isdisjoint(text.lower().replace("’", "’ ").split()):
        return False
    return reads_as(text) == language
