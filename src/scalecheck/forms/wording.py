"""The words of a form, in one language: those of the catalogue, and those of the rubric."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from scalecheck.forms.comments import clean
from scalecheck.language import catalogue, numbers
from scalecheck.model.language import Language
from scalecheck.model.text import Text


class Titled(Protocol):
    """Anything of a rubric that has an id, and may have a title."""

    @property
    def id(self) -> str:
        """Its identifier."""

    @property
    def title(self) -> Text | None:
        """Its title."""


class Wording(NamedTuple):
    """Says things in one language."""

    language: Language

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `forms.<key>`."""
        return catalogue.say(f"forms.{key}", self.language, **facts)

    def text(self, text: Text) -> str:
        """Say a text of the rubric, on one line."""
        return clean(text.said_in(self.language)[0])

    def title(self, thing: Titled) -> str:
        """Name a thing by its title, or by its id."""
        return self.text(thing.title) if thing.title is not None else thing.id

    def choices(self, pairs: Iterable[tuple[str, Text | None]]) -> str:
        """List what may be written, each with its meaning: `trial (Essai), using (Usage)`."""
        return ", ".join(
            clean(name) if text is None else f"{clean(name)} ({self.text(text)})"
            for name, text in pairs
        )

    def choice(self, name: str, meaning: Text | None) -> str:
        """Say one thing that may be written, and what it means: `trial: Essai`."""
        if meaning is None:
            return clean(name)
        return self.say("attributes.choice", name=clean(name), meaning=self.text(meaning))

    def join(self, items: Iterable[str]) -> str:
        """List items in a sentence."""
        return numbers.join(list(items), self.language)
