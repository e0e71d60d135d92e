"""Where a text or a threshold comes from."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from scalecheck.model.base import Frozen, Line, Slug
from scalecheck.model.marks import model_validator
from scalecheck.model.text import Text


class Use(StrEnum):
    """How a source was used."""

    OWN_WORDS = "own-words"
    ADAPTED = "adapted"
    VERBATIM = "verbatim"


class Source(Frozen):
    """A published text that a document leans on."""

    id: Slug
    title: Line
    url: Line | None = None
    licence: Line
    use: Use
    notes: Text | None = None


class SourceUse(Frozen):
    """A pointer to a source of the same document, and to a place in it."""

    id: Slug
    at: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return data if isinstance(data, Mapping | SourceUse) else {"id": data}
