"""From a document to a rubric, a project or a test: the value, or every located problem."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple, Protocol

from scalecheck.errors import InvalidDocument
from scalecheck.model.diagnostic import Diagnostic, Problem
from scalecheck.source.document import Document
from scalecheck.source.files import read_document
from scalecheck.source.kinds import Kind, find_nothing, is_meant, refuse_format
from scalecheck.source.salvaged import Salvaged


class Loaded(NamedTuple):
    """A value and the document it was read from, which knows where everything stands."""

    value: Any
    document: Document


def load(path: FilePath, kind: Kind) -> Loaded:
    """Read a file as one kind of document.

    Raises:
        UnreadableSource: the file cannot be read as YAML.
        InvalidDocument: it is not such a document, or not a valid one: every problem at once.
    """
    return build(read_document(path), kind)


def build(document: Document, kind: Kind) -> Loaded:
    """Make the value of a document.

    Raises:
        InvalidDocument: every problem at once.
    """
    value, diagnostics = examine(document, kind)
    if diagnostics:
        raise InvalidDocument(diagnostics)
    return Loaded(value, document)


class Readable(Protocol):
    """What a value can be made of: a document, or a form made of cells."""

    @property
    def data(self) -> Any:
        """What was read, as plain data."""

    @property
    def root(self) -> object | None:
        """None where nothing could be read."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong with it as it was read."""

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Make a problem concrete."""


class Examined(NamedTuple):
    """What a document gave: its value when it is sound, and whatever is wrong with it.

    `left` is the value made of what was not refused; it is there as soon as there is enough.
    """

    value: Any
    left: Salvaged | None
    diagnostics: tuple[Diagnostic, ...]


def examine(
    document: Readable, kind: Kind, more: Callable[[Any], Iterable[Problem]] = find_nothing
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Make the value of a document if it can be, and list everything that is wrong with it."""
    value, _, diagnostics = examine_closely(document, kind, more)
    return value, diagnostics


def examine_closely(
    document: Readable, kind: Kind, more: Callable[[Any], Iterable[Problem]] = find_nothing
) -> Examined:
    """Make the value of a document if it can be, and list everything that is wrong with it.

    Args:
        document: what was read.
        kind: what it should be.
        more: a further check of the value: whether it fits its rubric. Where parts of the document
            were refused, what is left of it is checked all the same.
    """
    if document.root is None:
        return Examined(None, None, sort_diagnostics(document.diagnostics))
    problems: list[Problem] = []
    value, left, data = None, None, document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    if found != kind.format:
        problems.append(refuse_format(found, kind))
    if found == kind.format or is_meant(document, kind):
        if kind.is_form:
            from scalecheck.model.plain_data import as_plain

            data = as_plain(data)
        value, left = _validate({**data, "format": kind.format}, kind, problems, more)
    diagnostics = [document.diagnose(p) for p in problems]
    fresh = without_empties(document.diagnostics, diagnostics)
    return Examined(value, left, sort_diagnostics((*document.diagnostics, *fresh)))


def without_empties(
    noted: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Leave out what a model says of a value that was already told to be missing."""
    empty = {d.path for d in noted if d.code in ("empty-value", "empty-item")}
    return (d for d in found if not any(d.path[:n] in empty for n in range(1, len(d.path) + 1)))


def _validate(
    data: Any, kind: Kind, problems: list[Problem], more: Callable[[Any], Iterable[Problem]]
) -> tuple[Any, Salvaged | None]:
    try:
        value = kind.model.model_validate(data, context={"language": _language(data)})
    except ValueError as error:
        from scalecheck.source.refusals import read_refusals
        from scalecheck.source.salvage import salvage

        problems.extend(read_refusals(error, data, kind.model))
        left = salvage(data, kind.model, error)
        if left is not None:
            problems.extend(left.admit((*kind.check(left.value), *more(left.value))))
        return None, left
    found = tuple(kind.check(value))
    problems.extend((*found, *more(value)))
    return None if found else value, Salvaged(value, data, frozenset())


def _language(data: Mapping[str, Any]) -> str | None:
    """The one language that bare texts are in, or None where several are declared."""
    declared = data.get("languages", data.get("language", "fr"))
    if isinstance(declared, str):
        return str(declared) if declared in ("fr", "en") else "fr"
    if not isinstance(declared, tuple):
        return "fr"
    known = [str(name) for name in declared if name in ("fr", "en")]
    return None if len(known) == 2 else "".join(known) or "fr"


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put findings in the order of the file, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.file, d.span or (0, 0, 0, 0), d.code, d.facts)))
