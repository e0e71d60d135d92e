"""The words of the workbook, in one language or in both, one after the other."""

from collections.abc import Callable
from typing import NamedTuple

from scalecheck.forms.carry import tidy
from scalecheck.forms.comments import clean
from scalecheck.language import catalogue, numbers
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.model.policies import EvidenceNeed, Grade
from scalecheck.model.text import Text


class Speech(NamedTuple):
    """Says things in every language of the form; the first one is its own."""

    languages: tuple[Language, ...]

    @property
    def main(self) -> Language:
        """The language of what is typed in the form."""
        return self.languages[0]

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `excel_form.<key>` on one line: `Réponse / Answer`."""
        return self._each(" / ", lambda one: catalogue.say(f"excel_form.{key}", one, **facts))

    def tell(self, key: str, **facts: object) -> str:
        """Say the words of `excel_form.<key>`, one line a language."""
        return self._each("\n", lambda one: catalogue.say(f"excel_form.{key}", one, **facts))

    def title(self, text: Text | None, otherwise: str = "") -> str:
        """Say a title of the rubric on one line."""
        if text is None:
            return otherwise
        return self._each(" / ", lambda one: self._said(clean, text, one))

    def text(self, text: Text | None) -> str:
        """Say a text of the rubric, one paragraph a language; "" for none."""
        return "" if text is None else self._each("\n", lambda one: self._said(tidy, text, one))

    def date(self, iso: str) -> str:
        """Write a date in full."""
        return self._each(" / ", lambda one: numbers.date(iso, one))

    def either(self, items: list[str]) -> str:
        """List what may be chosen."""
        return numbers.join(items, self.main, "or")

    def both(self, items: list[str]) -> str:
        """List what must hold together."""
        return numbers.join(items, self.main)

    def need(self, need: EvidenceNeed | None, grades: tuple[Grade, ...]) -> str:
        """Say what a level asks of evidence; "" where it asks nothing."""
        if need is None:
            return ""
        return self.each(lambda one: one._need(need, grades), "\n")

    def each(self, say: Callable[["Speech"], str], link: str = " / ") -> str:
        """Say a whole phrase in each language: its parts are then all in that language."""
        return self._each(link, lambda one: say(Speech((one,))))

    def _need(self, need: EvidenceNeed, grades: tuple[Grade, ...]) -> str:
        title = next((self.title(g.title, g.id) for g in grades if g.id == need.grade), need.grade)
        said = self.say("need.grade", count=need.count, grade=title)
        if need.newest_within is None:
            return said
        return f"{said}, {self.say('need.recent', count=need.newest_within)}"

    def _said(self, shape: Callable[[str], str], text: Text, language: Language) -> str:
        words, really = text.said_in(language)
        return typeset(shape(words), really)

    def _each(self, link: str, say: Callable[[Language], str]) -> str:
        return link.join(dict.fromkeys(map(say, self.languages)))
