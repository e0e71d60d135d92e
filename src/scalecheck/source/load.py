"""From a document to a rubric, a project or a test: the value, or every located problem."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from scalecheck.errors import InvalidDocument, UnreadableSource
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.check_rubric import find_problems
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.document import Document, Limits, parse
from scalecheck.source.refusals import read_refusals


class Kind(NamedTuple):
    """A kind of document: its `format`, its model, and what its model cannot see."""

    format: str
    model: type[BaseModel]
    check: Callable[[Any], Iterable[Problem]]


def _nothing(_: Any) -> tuple[Problem, ...]:
    return ()


KINDS: tuple[Kind, ...] = (
    Kind("scalecheck/rubric@1", Rubric, find_problems),
    Kind("scalecheck/project@1", Project, find_project_problems),
    Kind("scalecheck/rubric-test@1", RubricTest, _nothing),
    Kind("scalecheck/vocabularies@1", Vocabularies, _nothing),
)


class Loaded(NamedTuple):
    """A value and the document it was read from, which knows where everything stands."""

    value: Any
    document: Document


def read_document(path: FilePath) -> Document:
    """Read a file.

    Raises:
        UnreadableSource: no such file, not a regular file, too large, not UTF-8, not YAML.
    """
    document = parse(read_bytes(path), str(path))
    if document.root is None:
        raise UnreadableSource(document.diagnostics)
    return document


def read_bytes(path: FilePath) -> bytes:
    """Read the bytes of a regular file, no more of them than are accepted.

    Raises:
        UnreadableSource: no such file, not a regular file, or the system refused.
    """
    limit = Limits().size
    try:
        if not path.exists():
            raise UnreadableSource([_about(path, "no-such-file")])
        if not path.is_file():
            raise UnreadableSource([_about(path, "not-a-file")])
        if path.stat().st_size > limit:
            size = path.stat().st_size
            raise UnreadableSource([_about(path, "too-large", size=size, limit=limit)])
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableSource([_about(path, "unreadable-file", detail=str(error))]) from error


def _about(path: FilePath, code: str, **facts: object) -> Diagnostic:
    said = tuple((name, str(value)) for name, value in facts.items())
    return Diagnostic(code, Severity.ERROR, str(path), (), None, said)


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


def examine(document: Document, kind: Kind) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Make the value of a document if it can be, and list everything that is wrong with it."""
    problems: list[Problem] = []
    value = None
    found = document.data.get("format") if isinstance(document.data, Mapping) else None
    if found != kind.format:
        problems.append(_wrong_format(found, kind))
    else:
        value = _validate(document.data, kind, problems)
    diagnostics = [document.diagnose(p) for p in problems]
    reported = {d.span for d in document.diagnostics}
    fresh = [d for d in diagnostics if d.span not in reported]
    return value, sort_diagnostics((*document.diagnostics, *fresh))


def _wrong_format(found: object, kind: Kind) -> Problem:
    if found is None:
        return problem("missing-format", (), wanted=kind.format)
    return problem("wrong-format", ("format",), got=found, wanted=kind.format)


def _validate(data: Any, kind: Kind, problems: list[Problem]) -> Any:
    try:
        value = kind.model.model_validate(data, context={"language": _language(data)})
    except ValidationError as error:
        problems.extend(read_refusals(error, data, kind.model))
        return None
    problems.extend(kind.check(value))
    return None if problems else value


def _language(data: Mapping[str, Any]) -> str | None:
    """The one language that bare texts are in, or None where several are declared."""
    declared = data.get("languages", data.get("language", "fr"))
    if isinstance(declared, str):
        return str(declared) if declared in ("fr", "en") else "fr"
    return str(declared[0]) if isinstance(declared, tuple) and len(declared) == 1 else None


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put findings in the order of the file, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.file, d.span or (0, 0, 0, 0), d.code, d.facts)))


def kind_of(document: Document) -> Kind | None:
    """The kind that a document says it is, or None."""
    data = document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    return next((kind for kind in KINDS if kind.format == found), None)


def kind_named(name: str) -> Kind:
    """The kind of a short name: `rubric`, `project`, `rubric-test`, `vocabularies`."""
    return next(kind for kind in KINDS if kind.format == f"scalecheck/{name}@1")
