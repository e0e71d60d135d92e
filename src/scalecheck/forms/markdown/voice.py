"""What the Markdown form says, in one language or in two, and how texts stand in it unharmed."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from scalecheck.forms.carry import shown, tidy
from scalecheck.forms.comments import clean
from scalecheck.forms.wording import Titled
from scalecheck.language.catalogue import has, say
from scalecheck.model.language import Language
from scalecheck.model.text import Text

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~$&#])")
# What would make of a text something else than a text, and what stands for it.
_AMPERSAND = re.compile(r"&(?=(?:amp;)*(?:lt|#91|#124|#8232);)")
_SAFE = {"<": "&lt;", "[": "&#91;", "|": "&#124;"}
_ENTITY = re.compile(r"&(lt|#91|#124);")
_MEANT = {"lt": "<", "#91": "[", "#124": "|"}
_BREAK = re.compile(r"<br ?/?>")


class Voice(NamedTuple):
    """Says things in the languages of the form, one after the other."""

    languages: tuple[Language, ...]

    @property
    def own(self) -> "Voice":
        """The first language alone: that of what the form opens with."""
        return Voice(self.languages[:1])

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `markdown_form.<key>`; a fact may be a `Text` of the rubric."""
        return self._join(
            say(f"markdown_form.{key}", one, **{n: _fact(f, one) for n, f in facts.items()})
            for one in self.languages
        )

    def text(self, text: Text | None) -> str:
        """Say a text of the rubric on one line, its signs shown as signs."""
        if text is None:
            return ""
        return self._join(literal(text.said_in(one)[0]) for one in self.languages)

    def title(self, thing: Titled) -> str:
        """Name a thing by its title, or by its id."""
        return self.text(thing.title) if thing.title is not None else literal(thing.id)

    def fact(self, thing: Titled) -> str:
        """Name a fact: by its title, by our words for a built-in one, or by its id."""
        key = f"fact.{thing.id}"
        if thing.title is None and has(f"markdown_form.{key}", self.languages[0]):
            return self.say(key)
        return self.title(thing)

    def opens(self, text: Text | None) -> str:
        """The text that a field opens with: in the first language of the form."""
        return shown(text, self.languages[0])

    @staticmethod
    def _join(said: Iterable[str]) -> str:
        return " / ".join(dict.fromkeys(one for one in said if one))


def _fact(fact: object, language: Language) -> object:
    return literal(fact.said_in(language)[0]) if isinstance(fact, Text) else fact


def literal(text: str) -> str:
    """Write a text that is only read by people: on one line, every sign shown as it is."""
    return _ACTIVE.sub(r"\\\1", clean(text))


def harmless(text: str) -> str:
    """Write a text that is read back: no tag, no link, no cell begins in it."""
    escaped = _AMPERSAND.sub("&amp;", tidy(text))
    return "".join(_SAFE.get(character, character) for character in escaped)


def meant(text: str) -> str:
    """Read what `harmless` wrote; what people typed otherwise stays as they typed it."""
    found = _ENTITY.sub(lambda one: _MEANT[one[1]], text)
    return re.sub(r"&amp;(?=(?:amp;)*(?:lt|#91|#124|#8232);)", "&", found)


def cell(text: str) -> str:
    """Write a text in a cell of a table: its lines are kept apart by `<br>`."""
    return harmless(text).replace("\n", "<br>")


def uncell(text: str) -> str:
    """Read the text of a cell."""
    return meant(_BREAK.sub("\n", text).replace("\\|", "|")).strip()


def quoted(text: str) -> str:
    """Write a text as a block quote, every line of it set apart from the form."""
    lines = harmless(text).split("\n")
    return "\n".join(f"> {line}" if line.strip() else ">" for line in lines)
