"""One language, and all that is said in it: words of the catalogue, texts of documents, numbers."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from scalecheck.language import numbers
from scalecheck.language.catalogue import has, say
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.model.text import Text
from scalecheck.report.view.phrase import Phrase, Words, clean

_OFTEN = 400  # letters: what is longer is a note, said once, and not worth keeping


class Speaker:
    """Says things in one language; what has no words in it keeps its own, and says so."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `report.<key>`."""
        if not facts:
            return _plain(key, self.language)
        return say(f"report.{key}", self.language, **facts)

    def coded(self, family: str, code: str, **facts: object) -> str:
        """Say the words of a code of the engine; the code itself where it has none yet."""
        key = f"{family}.{code}"
        return self.say(key, **facts) if has(f"report.{key}", self.language) else code

    def text(self, text: Text) -> Phrase:
        """Say a text of a document in this language, or in the one it was written in."""
        words, language = text.said_in(self.language)
        return self.line(words, language)

    def maybe(self, text: Text | None) -> Phrase | None:
        """Say a text that may be absent."""
        return None if text is None else self.text(text)

    def line(self, words: str, language: Language | None = None) -> Phrase:
        """Say a text whose language is known, or is that of the report."""
        return _phrase(words, language or self.language, self.language)

    def number(self, value: Fraction | int) -> str:
        """Write an exact number."""
        return numbers.number(value, self.language)

    def percent(self, share: Fraction) -> str:
        """Write a share of 1 as a percentage."""
        return numbers.percent(share, self.language)

    def money(self, amount: Fraction, currency: str) -> str:
        """Write an amount."""
        return numbers.money(amount, currency, self.language)

    def date(self, iso: str) -> str:
        """Write a date in full."""
        return numbers.date(iso, self.language)

    def join(self, items: Sequence[Words]) -> str:
        """List items in a sentence."""
        return numbers.join([str(item) for item in items], self.language)


def _phrase(words: str, spoken: Language, language: Language) -> Phrase:
    return (_kept if len(words) <= _OFTEN else _set)(words, spoken, language)


def _set(words: str, spoken: Language, language: Language) -> Phrase:
    return Phrase(typeset(clean(words), spoken), "" if spoken is language else str(spoken))


_kept = lru_cache(maxsize=4096)(_set)  # titles come back in every report under a rubric


@lru_cache(maxsize=2048)
def _plain(key: str, language: Language) -> str:
    return say(f"report.{key}", language)
