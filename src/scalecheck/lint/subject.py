"""What rules look at: a document, its value, and what it leans on, each found when first asked."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from scalecheck.lint.finder import Finder
from scalecheck.lint.waivers import Waiver, read_waivers
from scalecheck.model.diagnostic import Path
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.document import Document


class TextAt(NamedTuple):
    """A text for people, where it stands; a language that is not written is None."""

    path: Path
    fr: str | None
    en: str | None


class Subject:
    """A document to look at; `value` is its model, or what could be made of it.

    `is_sound` tells whether the engine could compute the value: no problem of structure or of
    reference was found. `before` is the value of the same document as it stood earlier, where
    one was given. `removed` are the parts that were refused and left out, where that is known.
    `unused` holds the waivers that waived nothing, once that is known.
    """

    def __init__(
        self, document: Document, value: Any, finder: Finder, *, is_sound: bool, before: Any = None
    ) -> None:
        self.document, self.value, self.finder = document, value, finder
        self.is_sound, self.before = is_sound, before
        self.removed: frozenset[Path] | None = None
        self.unused: tuple[Waiver, ...] = ()

    @property
    def data(self) -> Any:
        """The document as plain data: mappings, tuples and scalars."""
        return self.document.data

    @cached_property
    def texts(self) -> tuple[TextAt, ...]:
        """Every bilingual text, in the order of the file."""
        return tuple(_texts(self.document.data, ()))

    @cached_property
    def waivers(self) -> tuple[Waiver, ...]:
        """What the comments of the file waive."""
        return read_waivers(self.document)

    @cached_property
    def rubric(self) -> Rubric | None:
        """The rubric itself, or the one that a test, a call or the current assessment names."""
        if isinstance(self.value, Rubric):
            return self.value
        asked = getattr(self.value, "current", self.value)
        return self.find_rubric(str(getattr(asked, "rubric", "")))

    def find_rubric(self, name: str) -> Rubric | None:
        """Find a rubric; None where there is none, or none that is sound."""
        return self.finder.find(name, FilePath(self.document.name)) if name else None

    @cached_property
    def nodes(self) -> Nodes | None:
        """The names of the rubric, where there is a rubric."""
        return nodes_of(self.rubric) if self.rubric is not None else None

    @property
    def vocabularies(self) -> Vocabularies:
        """The closed lists."""
        return self.finder.vocabularies()


class RubricSubject(Subject):
    """A rubric to look at."""

    value: Rubric

    @cached_property
    def names(self) -> Nodes:
        """The names of the rubric."""
        return nodes_of(self.value)


def _texts(data: Any, path: Path) -> Iterator[TextAt]:
    if isinstance(data, Mapping):
        if data and data.keys() <= {"fr", "en"}:
            said = {key: str(text) for key, text in data.items() if isinstance(text, str)}
            yield TextAt(path, said.get("fr"), said.get("en"))
            return
        for key, below in data.items():
            yield from _texts(below, (*path, key))
    elif isinstance(data, tuple):
        for position, below in enumerate(data):
            yield from _texts(below, (*path, position))
