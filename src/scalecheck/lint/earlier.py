"""The documents as they stood earlier, to tell what a change does to those who use them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from scalecheck.source.files import read_document
from scalecheck.source.kinds import kind_of
from scalecheck.source.load import examine_closely

_NOTHING: Mapping[tuple[str, str], Any] = {}


class Earlier(NamedTuple):
    """Sound documents by kind (the name of their model) and id."""

    documents: Mapping[tuple[str, str], Any] = _NOTHING

    def of(self, value: Any) -> Any:
        """The document of the same kind and id as it stood, or None."""
        return self.documents.get(_key(value))


def _key(value: Any) -> tuple[str, str]:
    return type(value).__name__, str(getattr(value, "id", ""))


def read_earlier(files: Iterable[Path]) -> Earlier:
    """Read the earlier documents; those that were not sound then say nothing.

    Raises:
        UnreadableSource: a file cannot be read at all.
    """
    found: dict[tuple[str, str], Any] = {}
    for file in files:
        document = read_document(file)
        kind = kind_of(document)
        value = examine_closely(document, kind).value if kind is not None else None
        if value is not None:
            found.setdefault(_key(value), value)
    return Earlier(found)
