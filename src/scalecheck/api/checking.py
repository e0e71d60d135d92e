"""Check files, and run the tests of rubrics."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from scalecheck.api.loading import load_vocabularies, shelf
from scalecheck.errors import InvalidDocument, UnknownName
from scalecheck.lint.check import (
    Checked,
    Job,
    check_bytes,
    check_file,
    find_refusals,
)
from scalecheck.lint.check import check_paths as run_check
from scalecheck.lint.choice import Choice
from scalecheck.lint.earlier import Earlier, read_earlier
from scalecheck.lint.finder import Finder
from scalecheck.lint.rules import RULES
from scalecheck.lint.search import files_in
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.scoring.rubric_tests import CaseResult, run_tests
from scalecheck.source.files import read_document
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

_NOTHING: Mapping[str, bytes] = {}


def check(path: str | Path) -> tuple[Diagnostic, ...]:
    """Check one file: reading, structure, references. An empty result is a good one.

    A project or a test is also held against its rubric, when that one can be found.

    Raises:
        UnreadableSource: the file cannot be had at all.
    """
    return check_file(Path(path), shelf())


def check_paths(
    paths: Sequence[str | Path],
    *,
    folders: Sequence[str | Path] = (),
    cache: bool = True,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    against: str | Path | None = None,
    contents: Mapping[str, bytes] = _NOTHING,
) -> tuple[Checked, ...]:
    """Check files and the documents of folders; what cannot be read is a finding too.

    Args:
        paths: files and folders; a folder stands for its documents.
        folders: where rubrics are looked for first.
        cache: whether a rubric that was read may be kept for the next time.
        select: codes or topics of the rules to apply; all of them when empty.
        ignore: codes or topics of the rules to leave out.
        against: a file or a folder with the same documents as they stood earlier.
        contents: bytes to check besides, by the name that findings call them.

    Raises:
        UnknownName: no such rule.
        UnreadableSource: what stood earlier cannot be read.
    """
    job = Job(
        Finder(shelf(folders, cache=cache)),
        Choice(known_rules(select), known_rules(ignore)),
        read_earlier(files_in(Path(against))) if against is not None else Earlier(),
    )
    given = (check_bytes(Path(name), data, job) for name, data in contents.items())
    return (*run_check([Path(path) for path in paths], job), *given)


def known_rules(names: Sequence[str]) -> tuple[str, ...]:
    """The codes and topics of a selection, one or several (`a,b`) an element.

    Raises:
        UnknownName: no rule and no topic is called so.
    """
    asked = tuple(part.strip() for name in names for part in name.split(",") if part.strip())
    known = sorted({str(rule.topic) for rule in RULES} | {rule.code for rule in RULES})
    for name in asked:
        if name not in known:
            raise UnknownName("rule", name, known)
    return asked


def run_rubric_tests(rubric: Rubric, test: RubricTest) -> tuple[CaseResult, ...]:
    """Run every case of a rubric test."""
    return run_tests(rubric, test, load_vocabularies())


def shipped_tests(folders: Sequence[str | Path] = ()) -> tuple[Path, ...]:
    """Find the rubric tests that stand beside the rubrics that can be named."""
    files = (path.with_name(f"{path.stem}.test.yaml") for _, path in shelf(folders).list())
    return tuple(path for path in files if path.is_file())


def test_file(path: str | Path, *, folders: Sequence[str | Path] = ()) -> tuple[CaseResult, ...]:
    """Run a file of rubric tests against its rubric.

    Raises:
        SourceError: the file cannot be read, is not valid, or does not fit its rubric.
    """
    place = shelf((*folders, Path(path).parent))
    document = read_document(Path(path))
    loaded = build(document, kind_named("rubric-test"))
    misfits = find_refusals(document, Finder(place))
    if has_errors(misfits):
        raise InvalidDocument(misfits)
    return run_rubric_tests(place.find(loaded.value.rubric).rubric, loaded.value)


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Tell whether findings hold an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
