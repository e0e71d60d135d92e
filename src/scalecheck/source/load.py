"""From a document to a rubric, a project or a test: the value, or every located problem."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from scalecheck.errors import InvalidDocument, UnreadableSource
from scalecheck.model.base import describe
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.document import Document, Limits, parse


class Kind(NamedTuple):
    """A kind of document: its `format`, its model, and what its model cannot see."""

    format: str
    model: type[BaseModel]
    check: Callable[[Any], Iterable[Problem]]


def _nothing(_: Any) -> tuple[Problem, ...]:
    return ()


# A rubric that was kept, and a file that is sound, need none of what is imported below.


def _check_rubric(rubric: Rubric) -> tuple[Problem, ...]:
    from scalecheck.model.check_rubric import find_problems

    return find_problems(rubric)


def _check_test(test: RubricTest) -> tuple[Problem, ...]:
    from scalecheck.model.check_tests import find_test_problems

    return find_test_problems(test)


KINDS: tuple[Kind, ...] = (
    Kind("scalecheck/rubric@1", Rubric, _check_rubric),
    Kind("scalecheck/project@1", Project, find_project_problems),
    Kind("scalecheck/rubric-test@1", RubricTest, _check_test),
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
    try:
        # Not to hang on a pipe that nobody writes to, nor to be cheated between look and read.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise UnreadableSource([_about(path, "no-such-file")]) from error
    except PermissionError as error:
        code = "not-a-file" if path.is_dir() else "no-permission"
        raise UnreadableSource([_about(path, code)]) from error
    except (OSError, ValueError) as error:
        raise UnreadableSource([_about(path, "unreadable-file", detail=_cause(error))]) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise UnreadableSource([_about(path, "not-a-file")])
    try:
        with os.fdopen(handle, "rb") as file:
            data = file.read(Limits().size + 1)
    except OSError as error:
        raise UnreadableSource([_about(path, "unreadable-file", detail=_cause(error))]) from error
    return _bounded(path, data, status.st_size)


def _bounded(path: FilePath, data: bytes, size: int) -> bytes:
    limit = Limits().size
    if len(data) > limit:
        found = max(size, len(data))
        raise UnreadableSource([_about(path, "too-large", size=found, limit=limit)])
    return data


def _cause(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


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


def examine(
    document: Document, kind: Kind, more: Callable[[Any], Iterable[Problem]] = _nothing
) -> tuple[Any, tuple[Diagnostic, ...]]:
    """Make the value of a document if it can be, and list everything that is wrong with it.

    Args:
        document: what was read.
        kind: what it should be.
        more: a further check of the value: whether it fits its rubric. Where parts of the document
            were refused, what is left of it is checked all the same.
    """
    problems: list[Problem] = []
    value, data = None, document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    if found != kind.format:
        problems.append(_wrong_format(found, kind))
    if found == kind.format or is_meant(document, kind):
        value = _validate({**data, "format": kind.format}, kind, problems, more)
    diagnostics = [document.diagnose(p) for p in problems]
    fresh = without_empties(document.diagnostics, diagnostics)
    return value, sort_diagnostics((*document.diagnostics, *fresh))


def without_empties(
    noted: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Leave out what a model says of a value that was already told to be missing."""
    empty = {d.path for d in noted if d.code in ("empty-value", "empty-item")}
    return (d for d in found if not any(d.path[:n] in empty for n in range(1, len(d.path) + 1)))


def is_meant(document: Document, kind: Kind) -> bool:
    """Tell whether a document without a known `format` is plainly of a kind all the same."""
    data = document.data
    if not isinstance(data, Mapping):
        return False
    found = data.get("format")
    if found is None:
        own = sum(key in kind.model.model_fields for key in data)
        return own >= 3 and own * 2 > len(data)
    from difflib import get_close_matches

    formats = [k.format for k in KINDS]
    if not isinstance(found, str) or found in formats or _is_newer(found, kind):
        return False
    return get_close_matches(found, formats, 1, 0.8) == [kind.format]


def _wrong_format(found: object, kind: Kind) -> Problem:
    if found is None:
        return problem("missing-format", (), wanted=kind.format)
    code = "newer-format" if _is_newer(found, kind) else "wrong-format"
    return problem(code, ("format",), got=describe(found), wanted=kind.format)


def _is_newer(found: object, kind: Kind) -> bool:
    """Tell whether a format is another version of a kind."""
    return isinstance(found, str) and found.split("@")[0] == kind.format.split("@")[0]


def _validate(
    data: Any, kind: Kind, problems: list[Problem], more: Callable[[Any], Iterable[Problem]]
) -> Any:
    try:
        value = kind.model.model_validate(data, context={"language": _language(data)})
    except ValidationError as error:
        from scalecheck.source.refusals import read_refusals
        from scalecheck.source.salvage import salvage

        problems.extend(read_refusals(error, data, kind.model))
        left = salvage(data, kind.model, error)
        if left is not None:
            problems.extend(left.admit((*kind.check(left.value), *more(left.value))))
        return None
    found = tuple(kind.check(value))
    problems.extend((*found, *more(value)))
    return None if found else value


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


def kind_of(document: Document) -> Kind | None:
    """The kind that a document says it is, or None."""
    data = document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    return next((kind for kind in KINDS if kind.format == found), None)


def kind_meant(document: Document) -> Kind | None:
    """The kind that a document plainly is, its `format` missing or misspelt, or None."""
    data = document.data
    found = data.get("format") if isinstance(data, Mapping) else None
    return next((k for k in KINDS if _is_newer(found, k) or is_meant(document, k)), None)


def kind_named(name: str) -> Kind:
    """The kind of a short name: `rubric`, `project`, `rubric-test`, `vocabularies`."""
    return next(kind for kind in KINDS if kind.format == f"scalecheck/{name}@1")
