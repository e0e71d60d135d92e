"""Check one file, or every document of a folder: reading, structure, references."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import AmbiguousRubric, SourceError, UnknownName, UnreadableSource
from scalecheck.model.base import describe
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_tests import find_test_misfits
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.scoring.rubric_tests import build_project
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.kinds import KINDS, kind_meant, kind_of
from scalecheck.source.load import examine
from scalecheck.source.shelf import Shelf


class Checked(NamedTuple):
    """A file that was looked at; `text` is what its findings quote."""

    path: Path
    diagnostics: tuple[Diagnostic, ...]
    text: str
    readable: bool


def check_paths(paths: Iterable[Path], shelf: Shelf) -> tuple[Checked, ...]:
    """Check files, and the documents found in folders, each once, in order."""
    found = dict.fromkeys(file for path in paths for file in files_in(path))
    return tuple(_check(path, shelf) for path in found)


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or the YAML files of a folder that say they are ours."""
    if not path.is_dir():
        yield path
        return
    for file in sorted((*path.rglob("*.yaml"), *path.rglob("*.yml"))):
        if file.is_file() and b"scalecheck/" in file.read_bytes()[:4096]:
            yield file


def check_file(path: Path, shelf: Shelf) -> tuple[Diagnostic, ...]:
    """Check one file.

    Raises:
        UnreadableSource: the file cannot be had at all.
    """
    return _check_bytes(path, read_bytes(path), shelf).diagnostics


def _check(path: Path, shelf: Shelf) -> Checked:
    try:
        data = read_bytes(path)
    except UnreadableSource as error:
        return Checked(path, error.diagnostics, "", False)
    return _check_bytes(path, data, shelf)


def _check_bytes(path: Path, data: bytes, shelf: Shelf) -> Checked:
    document = parse(data, str(path))
    return Checked(path, check_document(document, shelf), document.text, True)


def check_document(document: Document, shelf: Shelf) -> tuple[Diagnostic, ...]:
    """Check a document that was read, and hold it against its rubric when there is one."""
    if document.root is None:
        return document.diagnostics
    kind = kind_of(document) or kind_meant(document)
    if kind is None:
        return (*document.diagnostics, document.diagnose(_unknown_format(document)))
    near = shelf._replace(folders=(*shelf.folders, Path(document.name).parent))
    return examine(document, kind, partial(_check_against_rubric, shelf=near))[1]


def _check_against_rubric(value: object, shelf: Shelf) -> Iterator[Problem]:
    if isinstance(value, Project):
        yield from _check_project(value, shelf)
    elif isinstance(value, RubricTest):
        yield from _check_test(value, shelf)


def _unknown_format(document: Document) -> Problem:
    known = ", ".join(kind.format for kind in KINDS)
    data = document.data
    if isinstance(data, Mapping) and "format" in data:
        return problem("unknown-format", ("format",), name=describe(data["format"]), known=known)
    return problem("missing-format", (), wanted=known)


def _check_project(project: Project, shelf: Shelf) -> Iterator[Problem]:
    for name in dict.fromkeys(snapshot.rubric for snapshot in project.assessments):
        rubric = _find(name, shelf)
        if rubric is None:
            position = next(n for n, s in enumerate(project.assessments) if s.rubric == name)
            yield _not_found(name, ("assessments", position, "rubric"), shelf)
        else:
            yield from find_misfits(rubric, project, shelf.vocabularies())


def _check_test(test: RubricTest, shelf: Shelf) -> Iterator[Problem]:
    rubric = _find(test.rubric, shelf)
    if rubric is None:
        yield _not_found(test.rubric, ("rubric",), shelf)
    elif test.cases:
        yield from find_test_misfits(rubric, test, build_project(rubric, test, test.cases[0]))


def _find(name: str, shelf: Shelf) -> Rubric | None:
    try:
        return shelf.find(name).rubric
    except (UnknownName, AmbiguousRubric, SourceError):
        return None


def _not_found(name: str, path: tuple[str | int, ...], shelf: Shelf) -> Problem:
    known = ", ".join(known for known, _ in shelf.list())
    found = problem("rubric-not-found", path, name=name, known=known)
    return found._replace(severity=Severity.WARNING)
