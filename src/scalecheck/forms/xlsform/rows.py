"""The rows of an XLSForm, before they are written; what reads an export knows them too."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scalecheck.forms.wording import Titled
from scalecheck.forms.xlsform.literals import shield
from scalecheck.forms.xlsform.names import count_name
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.text import Text

# One text a language of the form.
Labels = tuple[str, ...]


class Choice(NamedTuple):
    """One choice of a list."""

    name: str
    labels: Labels


class Row(NamedTuple):
    """One row of the survey.

    `list_name` is that of its `choices`; `default`, `relevant` and `calculation` are written as
    XLSForm reads them. `optional` tells that an export may lack its column.
    """

    type: str
    name: str
    labels: Labels = ()
    hints: Labels = ()
    list_name: str = ""
    choices: tuple[Choice, ...] = ()
    default: str = ""
    relevant: str = ""
    required: bool = False
    calculation: str = ""
    appearance: str = ""

    @property
    def is_choice(self) -> bool:
        """Whether it is answered from a list."""
        return self.type in ("select_one", "select_multiple")

    @property
    def is_field(self) -> bool:
        """Whether it brings something back."""
        return self.is_choice or self.type in ("text", "date", "calculate")


def count_row(repeated: str, title: str) -> Row:
    """Count what was added in a repeated part: some exports leave those parts out."""
    return Row("calculate", count_name(repeated), calculation=f"count-non-empty(${{{title}}})")


class Speaker(NamedTuple):
    """Says things in every language of the form at once."""

    languages: tuple[Language, ...]

    def say(self, key: str, **facts: object) -> Labels:
        """Say the words of `xlsform.<key>`; a fact may be a `Text`, or `Labels` already."""
        spoken = enumerate(self.languages)
        return tuple(
            shield(say(f"xlsform.{key}", language, **_facts(facts, position, language)))
            for position, language in spoken
        )

    def text(self, text: Text | None) -> Labels:
        """Say a text of the rubric or of the project; nothing for none."""
        if text is None:
            return ("",) * len(self.languages)
        return tuple(shield(text.said_in(language)[0].strip()) for language in self.languages)

    def title(self, thing: Titled) -> Labels:
        """Name a thing by its title, or by its id."""
        return self.text(thing.title) if thing.title is not None else self.same(thing.id)

    def same(self, text: str) -> Labels:
        """Say the same in every language."""
        return (shield(text),) * len(self.languages)

    def lines(self, *parts: Labels) -> Labels:
        """Put several texts one under the other; what is empty is left out."""
        return tuple("\n".join(filter(None, said)) for said in zip(*parts, strict=True))

    def either(self, parts: Iterable[Labels]) -> Labels:
        """List things of which one will do."""
        found = tuple(zip(*parts, strict=True))
        pairs = zip(self.languages, found, strict=True)
        return tuple(_either(list(said), language) for language, said in pairs)


def _either(said: list[str], language: Language) -> str:
    return f" {say('xlsform.or', language)} ".join(said)


def _facts(facts: Mapping[str, object], position: int, language: Language) -> dict[str, object]:
    return {name: _fact(one, position, language) for name, one in facts.items()}


def _fact(fact: object, position: int, language: Language) -> object:
    if isinstance(fact, Text):
        return fact.said_in(language)[0].strip()
    return fact[position] if isinstance(fact, tuple) else fact
