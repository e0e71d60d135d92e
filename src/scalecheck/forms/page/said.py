"""Words on a page that may be in two languages: what is read now, and what a switch puts there."""

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup, escape

from scalecheck.forms.carry import tidy
from scalecheck.language import catalogue
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.model.text import Text


class Spoken(NamedTuple):
    """Some words, and the language that they are in where it is not the one asked for."""

    words: str
    lang: str = ""


class Said(NamedTuple):
    """The same words in each language of a page, the one it opens in first.

    As HTML it is escaped text, in a `<span>` that carries the other language where there is one.
    """

    spoken: tuple[Spoken, ...]

    @property
    def plain(self) -> str:
        """The words in the language that the page opens in."""
        return self.spoken[0].words

    @property
    def attributes(self) -> Markup:
        """What an element that holds `plain` carries, so that a switch knows the other words."""
        here, *others = self.spoken
        held = [("lang", here.lang)] if here.lang else []
        for other in others[: here != others[0] if others else 0]:
            held.append(("data-other", other.words))
            held += [("data-other-lang", other.lang)] if other.lang else []
        return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in held)

    def __html__(self) -> str:
        """Write it for a template."""
        words, held = escape(self.plain), self.attributes
        return Markup("<span{}>{}</span>").format(held, words) if held else words


class Sayer(NamedTuple):
    """Says things in the languages of a page."""

    languages: tuple[Language, ...]

    def say(self, key: str, **facts: object) -> Said:
        """Say the words of `form_page.<key>`; a fact that was said before is told in each."""
        return self.name(f"form_page.{key}", **facts)

    def name(self, key: str, **facts: object) -> Said:
        """Say the words of any key of the catalogue."""
        spoken = []
        for position, language in enumerate(self.languages):
            told = {n: _told(fact, position) for n, fact in facts.items()}
            spoken.append(Spoken(typeset(catalogue.say(key, language, **told), language, True)))
        return Said(tuple(spoken))

    def text(self, text: Text | None) -> Said | None:
        """Say a text of the rubric or of the project; None for none."""
        return None if text is None else Said(tuple(_speak(text, one) for one in self.languages))

    def each(self, tell: Callable[[Language], str]) -> Said:
        """Say what a function gives for each language."""
        return Said(tuple(Spoken(tell(language)) for language in self.languages))

    def mix(self, tell: Callable[[Language, int], str]) -> Said:
        """Say what a function makes of things already said, by their position."""
        told = (tell(language, position) for position, language in enumerate(self.languages))
        return Said(tuple(map(Spoken, told)))


def _told(fact: object, position: int) -> object:
    return fact.spoken[position].words if isinstance(fact, Said) else fact


def _speak(text: Text, language: Language) -> Spoken:
    words, real = text.said_in(language)
    return Spoken(typeset(tidy(words), real, True), "" if real is language else lang_of(real))


def lang_of(language: Language) -> str:
    """Name a language as HTML does; both are those of Canada."""
    return f"{language.value}-CA"
