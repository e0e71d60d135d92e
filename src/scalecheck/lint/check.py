"""Check one file, or every document of a folder: reading, structure, references, then the rules."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import UnreadableSource
from scalecheck.lint.choice import Choice
from scalecheck.lint.earlier import Earlier
from scalecheck.lint.finder import Finder
from scalecheck.lint.life.editions import find_table_misfits
from scalecheck.lint.rule import Reads, Rule, to_problem
from scalecheck.lint.rules import RULES
from scalecheck.lint.rules.reading import unused_waiver
from scalecheck.lint.search import files_in
from scalecheck.lint.subject import RubricSubject, Subject
from scalecheck.lint.waivers import sift
from scalecheck.model.base import describe
from scalecheck.model.call import Call
from scalecheck.model.check_call import find_call_misfits
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_tests import find_test_misfits
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.model.upgrade import Upgrade
from scalecheck.scoring.rubric_tests import build_project
from scalecheck.source.collector import without_collection
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.kinds import KINDS, Kind, kind_meant, kind_of
from scalecheck.source.load import Examined, examine_closely, sort_diagnostics
from scalecheck.source.salvaged import Salvaged
from scalecheck.source.shelf import Shelf

# Of one rule in one file: more than anyone will read.
MOST = 1000


class Checked(NamedTuple):
    """A file that was looked at; `text` is what its findings quote.

    `waived` holds the findings that a comment of the file sets aside, with its reason; `known`
    those that a baseline names.
    """

    path: Path
    diagnostics: tuple[Diagnostic, ...]
    text: str
    readable: bool
    waived: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()


class Job(NamedTuple):
    """What a run of the check leans on: a shelf, the rules chosen, the documents as they stood."""

    finder: Finder
    choice: Choice = Choice()
    earlier: Earlier = Earlier()


def check_paths(paths: Iterable[Path], job: Job) -> tuple[Checked, ...]:
    """Check files, and the documents found in folders, each once, in order."""
    found = dict.fromkeys(file for path in paths for file in files_in(path))
    return tuple(_check(path, job) for path in found)


def check_file(path: Path, shelf: Shelf) -> tuple[Diagnostic, ...]:
    """Check one file.

    Raises:
        UnreadableSource: the file cannot be had at all.
    """
    return check_bytes(path, read_bytes(path), Job(Finder(shelf))).diagnostics


def _check(path: Path, job: Job) -> Checked:
    try:
        data = read_bytes(path)
    except UnreadableSource as error:
        return Checked(path, error.diagnostics, "", False)
    with without_collection(len(data)):
        return check_bytes(path, data, job)


def check_bytes(path: Path, data: bytes, job: Job) -> Checked:
    """Check the bytes of a file; `path` is what findings call it."""
    document = parse(data, str(path))
    kind = kind_of(document) or kind_meant(document)
    if document.root is None or kind is None:
        return Checked(path, find_refusals(document, job.finder), document.text, True)
    return _apply_rules(document, kind, job)


def find_refusals(document: Document, finder: Finder) -> tuple[Diagnostic, ...]:
    """Find what cannot be used in a document; no rule is applied."""
    if document.root is None:
        return sort_diagnostics(document.diagnostics)
    kind = kind_of(document) or kind_meant(document)
    if kind is None:
        unknown = document.diagnose(_unknown_format(document))
        return sort_diagnostics((*document.diagnostics, unknown))
    return _examine(document, kind, finder).diagnostics


def _examine(document: Document, kind: Kind, finder: Finder) -> Examined:
    more = partial(_check_against_rubric, finder=finder, file=Path(document.name))
    return examine_closely(document, kind, more)


def _apply_rules(document: Document, kind: Kind, job: Job) -> Checked:
    seen = _examine(document, kind, job.finder)
    subject = _make_subject(document, seen, job)
    rules = [rule for rule in _rules_for(kind.name, job.choice) if _can_run(rule, subject)]
    told = _tell(rules, subject, seen.left)
    applied = {rule.code for rule in rules}
    kept, waived, subject.unused = sift(told, subject.waivers, applied)
    late = _tell([rule for rule in rules if rule is unused_waiver.RULE], subject, seen.left)
    every = sort_diagnostics((*seen.diagnostics, *kept, *late))
    return Checked(Path(document.name), every, document.text, True, waived)


@lru_cache(maxsize=16)
def _rules_for(kind: str, choice: Choice) -> tuple[Rule, ...]:
    """The rules that were chosen and that look at a kind of document."""
    return tuple(rule for rule in RULES if kind in rule.kinds and choice.takes(rule))


def _make_subject(document: Document, seen: Examined, job: Job) -> Subject:
    # What follows names without end would not come back from a chain that is too long.
    is_endless = any(d.code == "chain-too-long" for d in seen.diagnostics)
    value = seen.left.value if seen.left and not is_endless else None
    is_sound = not any(d.severity is Severity.ERROR for d in seen.diagnostics)
    made = RubricSubject if isinstance(value, Rubric) else Subject
    before = job.earlier.of(value)
    subject = made(document, value, job.finder, is_sound=is_sound, before=before)
    subject.removed = seen.left.removed if seen.left is not None else None
    return subject


def _can_run(rule: Rule, subject: Subject) -> bool:
    """Tell whether what is left of the document is enough for a rule."""
    match rule.reads:
        case Reads.DOCUMENT:
            return True
        case Reads.VALUE:
            return subject.value is not None
        case Reads.SOUND:
            return subject.value is not None and subject.is_sound


def _tell(rules: Iterable[Rule], subject: Subject, left: Salvaged | None) -> tuple[Diagnostic, ...]:
    """Run rules, and put their findings in place."""
    found: list[Problem] = []
    for rule in rules:
        problems = (to_problem(rule, one) for one in islice(rule.find(subject), MOST))
        is_whole = left is None or left.is_whole or rule.reads is Reads.DOCUMENT
        found.extend(problems if is_whole or left is None else left.put_back(problems))
    return tuple(subject.document.diagnose(one) for one in found)


def _check_against_rubric(value: object, finder: Finder, file: Path) -> Iterator[Problem]:
    if isinstance(value, Project):
        yield from _check_project(value, finder, file)
    elif isinstance(value, RubricTest):
        yield from _check_test(value, finder, file)
    elif isinstance(value, Call):
        yield from _check_call(value, finder, file)
    elif isinstance(value, Upgrade):
        yield from find_table_misfits(value, finder, file)


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


def _check_call(call: Call, finder: Finder, file: Path) -> Iterator[Problem]:
    rubric = finder.find(call.rubric, file)
    if rubric is None:
        yield _not_found(call.rubric, ("rubric",), finder, file)
    else:
        yield from find_call_misfits(rubric, call)


def _not_found(name: str, path: tuple[str | int, ...], finder: Finder, file: Path) -> Problem:
    known = ", ".join(finder.known(file))
    found = problem("rubric-not-found", path, name=name, known=known)
    return found._replace(severity=Severity.WARNING)
