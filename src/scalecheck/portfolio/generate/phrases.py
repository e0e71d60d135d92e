"""The fragments that fictional projects are written with, in two languages."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from scalecheck.model.language import Language


class Phrase(NamedTuple):
    """One fragment, said in both languages."""

    fr: str
    en: str

    def said(self, language: Language) -> str:
        """Say it in a language."""
        return self.fr if language is Language.FR else self.en

    def fill(self, **parts: "Phrase") -> "Phrase":
        """Put other fragments in their places."""
        fr = self.fr.format(**{name: part.fr for name, part in parts.items()})
        return Phrase(fr, self.en.format(**{name: part.en for name, part in parts.items()}))

    def as_sentence(self) -> "Phrase":
        """Begin with a capital letter."""
        return Phrase(*(text[:1].upper() + text[1:] for text in self))


Phrases = Mapping[str, Sequence[Phrase]]


@cache
def phrases() -> Phrases:
    """Read the fragments by slot, in the order of the file."""
    file = files("scalecheck.portfolio.data") / "phrases.txt"
    found: dict[str, list[Phrase]] = {}
    slot = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            slot = line.strip("[]")
        elif line and not line.startswith("#"):
            fr, _, en = line.partition(" | ")
            found.setdefault(slot, []).append(Phrase(fr, en))
    return found


def slot_for(head: str, value: str) -> Sequence[Phrase]:
    """Give the fragments of one value, or those of every value where it has none of its own."""
    own = phrases().get(f"{head}.{value}")
    if own:
        return own
    found = (some for slot, some in phrases().items() if slot.startswith(f"{head}."))
    return [phrase for some in found for phrase in some]


@cache
def words_of(language: Language) -> Sequence[str]:
    """Give the distinct words of all the fragments in a language, sorted."""
    texts = (phrase.said(language) for some in phrases().values() for phrase in some)
    return sorted({word for text in texts for word in text.split() if "{" not in word})
