"""Check files, and run the tests of rubrics."""

from collections.abc import Sequence
from pathlib import Path

from scalecheck.api.loading import load_vocabularies, shelf
from scalecheck.errors import InvalidDocument
from scalecheck.lint.check import Checked, check_file, find_refusals
from scalecheck.lint.check import check_paths as run_check
from scalecheck.lint.finder import Finder
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import RubricTest
from scalecheck.scoring.rubric_tests import CaseResult, run_tests
from scalecheck.source.files import read_document
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build


def check(path: str | Path) -> tuple[Diagnostic, ...]:
    """Check one file: reading, structure, references. An empty result is a good one.

    A project or a test is also held against its rubric, when that one can be found.

    Raises:
        UnreadableSource: the file cannot be had at all.
    """
    return check_file(Path(path), shelf())


def check_paths(
    paths: Sequence[str | Path], *, folders: Sequence[str | Path] = (), cache: bool = True
) -> tuple[Checked, ...]:
    """Check files and the documents of folders; what cannot be read is a finding too."""
    return run_check([Path(path) for path in paths], shelf(folders, cache=cache))


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
