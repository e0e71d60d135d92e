"""Check one file, or every document of a folder: reading, structure, references, then the rules."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import UnreadableSource
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.lint.rule import Reads, Rule, to_problem
from scalecheck.lint.rules import RULES
from scalecheck.lint.rules.reading import unused_waiver
from scalecheck.lint.subject import RubricSubject, Subject
from scalecheck.lint.waivers import sift
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
from scalecheck.source.kinds import KINDS, Kind, kind_meant, kind_of
from scalecheck.source.load import Examined, examine_closely, sort_diagnostics
from scalecheck.source.salvaged import Salvaged
from scalecheck.source.shelf import Shelf


class Checked(NamedTuple):
    """A file that was looked at; `text` is what its findings quote.

    `waived` holds the findings that a comment of the file sets aside, with its reason.
    """

    path: Path
    diagnostics: tuple[Diagnostic, ...]
    text: str
    readable: bool
    waived: tuple[Diagnostic, ...] = ()


def check_paths(
    paths: Iterable[Path], shelf: Shelf, choice: Choice | None = None
) -> tuple[Checked, ...]:
    """Check files, and the documents found in folders, each once, in order."""
    found = dict.fromkeys(file for path in paths for file in files_in(path))
    finder = Finder(shelf)
    return tuple(_check(path, finder, choice or Choice()) for path in found)


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
    return check_bytes(path, read_bytes(path), Finder(shelf), Choice()).diagnostics


def _check(path: Path, finder: Finder, choice: Choice) -> Checked:
    try:
        data = read_bytes(path)
    except UnreadableSource as error:
        return Checked(path, error.diagnostics, "", False)
    return check_bytes(path, data, finder, choice)


def check_bytes(path: Path, data: bytes, finder: Finder, choice: Choice) -> Checked:
    """Check the bytes of a file; `path` is what findings call it."""
    document = parse(data, str(path))
    kind = kind_of(document) or kind_meant(document)
    if document.root is None or kind is None:
        return Checked(path, find_refusals(document, finder), document.text, True)
    seen = _examine(document, kind, finder)
    return _apply_rules(document, kind, seen, finder, choice)


def find_refusals(document: Document, finder: Finder) -> tuple[Diagnostic, ...]:
    """Find what cannot be used in a document; no rule is applied."""
    if document.root is None:
        return document.diagnostics
    kind = kind_of(document) or kind_meant(document)
    if kind is None:
        return (*document.diagnostics, document.diagnose(_unknown_format(document)))
    return _examine(document, kind, finder).diagnostics


def _examine(document: Document, kind: Kind, finder: Finder) -> Examined:
    more = partial(_check_against_rubric, finder=finder, file=Path(document.name))
    return examine_closely(document, kind, more)


def _apply_rules(
    document: Document, kind: Kind, seen: Examined, finder: Finder, choice: Choice
) -> Checked:
    left = seen.left
    is_sound = not any(d.severity is Severity.ERROR for d in seen.diagnostics)
    made = RubricSubject if left is not None and isinstance(left.value, Rubric) else Subject
    subject = made(document, left.value if left else None, finder, is_sound=is_sound)
    rules = [rule for rule in RULES if kind.name in rule.kinds and choice.takes(rule)]
    told = _tell(rules, subject, left)
    kept, waived, subject.unused = sift(told, subject.waivers)
    late = _tell([rule for rule in rules if rule is unused_waiver.RULE], subject, left)
    every = sort_diagnostics((*seen.diagnostics, *kept, *late))
    return Checked(Path(document.name), every, document.text, True, waived)


def _tell(rules: Iterable[Rule], subject: Subject, left: Salvaged | None) -> tuple[Diagnostic, ...]:
    """Run the rules that what is left of the document allows, and put their findings in place."""
    found: list[Problem] = []
    for rule in rules:
        if rule.reads is Reads.DOCUMENT:
            found.extend(to_problem(rule, one) for one in rule.find(subject))
        elif left is not None and (subject.is_sound or rule.reads is Reads.VALUE):
            problems = (to_problem(rule, one) for one in rule.find(subject))
            found.extend(problems if left.is_whole else left.put_back(problems))
    return tuple(subject.document.diagnose(one) for one in found)


def _check_against_rubric(value: object, finder: Finder, file: Path) -> Iterator[Problem]:
    if isinstance(value, Project):
        yield from _check_project(value, finder, file)
    elif isinstance(value, RubricTest):
        yield from _check_test(value, finder, file)


def _unknown_format(document: Document) -> Problem:
    known = ", ".join(kind.format for kind in KINDS)
    data = document.data
    if isinstance(data, Mapping) and "format" in data:
        return problem("unknown-format", ("format",), name=describe(data["format"]), known=known)
    return problem("missing-format", (), wanted=known)


def _check_project(project: Project, finder: Finder, file: Path) -> Iterator[Problem]:
    for name in dict.fromkeys(snapshot.rubric for snapshot in project.assessments):
        rubric = finder.find(name, file)
        if rubric is None:
            position = next(n for n, s in enumerate(project.assessments) if s.rubric == name)
            yield _not_found(name, ("assessments", position, "rubric"), finder, file)
        else:
            yield from find_misfits(rubric, project, finder.vocabularies())


def _check_test(test: RubricTest, finder: Finder, file: Path) -> Iterator[Problem]:
    rubric = finder.find(test.rubric, file)
    if rubric is None:
        yield _not_found(test.rubric, ("rubric",), finder, file)
    elif test.cases:
        yield from find_test_misfits(rubric, test, build_project(rubric, test, test.cases[0]))


def _not_found(name: str, path: tuple[str | int, ...], finder: Finder, file: Path) -> Problem:
    known = ", ".join(known for known, _ in finder.near(file).list())
    found = problem("rubric-not-found", path, name=name, known=known)
    return found._replace(severity=Severity.WARNING)
