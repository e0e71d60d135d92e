"""What must hold for the check of any bytes whatever, and the documents to begin with."""

import time
from functools import cache
from pathlib import Path

from scalecheck.language.catalogue import has
from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.finder import Finder
from scalecheck.lint.rules import RULES
from scalecheck.model.diagnostic import split_lines
from scalecheck.model.language import Language
from scalecheck.report.findings.view import describe
from scalecheck.source.document import parse
from scalecheck.source.load import sort_diagnostics
from scalecheck.source.shelf import Shelf

ROOT = Path(__file__).parents[2]
PATH = Path("f.yaml")
SECONDS = 10.0
CODES = frozenset(rule.code for rule in RULES)  # whose words `test_every_rule` looks for
# Where a document may have no place to point at: nothing of it was read.
PLACELESS = frozenset(("too-large",))


@cache
def job():
    """One run's companions, rubrics read once."""
    folders = (ROOT / "tests" / "corpus" / "with", ROOT / "src/scalecheck/lint/cases/base")
    return Job(Finder(Shelf(folders, "fuzz", False)))


@cache
def seeds(largest=40_000):
    """The documents to begin with: shipped, examples, bad files of the corpus, cases of rules."""
    from tests.lint.cases import compose, every_case

    patterns = ("rubrics/**/*.yaml", "examples/*/*.yaml", "tests/corpus/**/*.yaml")
    files = sorted({file for pattern in patterns for file in ROOT.glob(pattern)})
    files += sorted((ROOT / "src/scalecheck/lint/cases/base").glob("*.yaml"))
    found = [file.read_bytes() for file in files]
    found += [compose(case).encode() for case in every_case()]
    return tuple(dict.fromkeys(data for data in found if len(data) <= largest))


def must_hold(data):
    """Check some bytes with every rule; raise AssertionError where a promise is broken."""
    start = time.process_time()
    checked = check_bytes(PATH, data, job())
    took = time.process_time() - start
    assert took < SECONDS, f"{took:.1f} s"
    again = check_bytes(PATH, data, job())
    assert (again.diagnostics, again.waived) == (checked.diagnostics, checked.waived)
    assert checked.diagnostics == sort_diagnostics(checked.diagnostics)
    readable = parse(data, str(PATH)).root is not None
    lines = split_lines(checked.text)
    for finding in (*checked.diagnostics, *checked.waived):
        assert finding.file == str(PATH), finding
        _has_its_place(finding, lines, readable)
        _has_its_words(finding, lines)
    assert readable or checked.diagnostics
    return checked


def _has_its_place(finding, lines, readable):
    assert finding.code != "refused-value", finding
    assert finding.span or finding.code in PLACELESS, (readable, finding)
    spans = [finding.span, *(r.span for r in finding.related), *(e.span for e in finding.edits)]
    for span in spans:
        if span is not None:
            line, column, end_line, end_column = span
            assert 1 <= line <= end_line <= len(lines), finding
            assert 1 <= column <= len(lines[line - 1]) + 1, finding
            assert 1 <= end_column <= len(lines[end_line - 1]) + 1, finding
            assert (line, column) <= (end_line, end_column), finding


def _has_its_words(finding, lines):
    for language in Language:
        assert finding.code in CODES or has(f"problem.{finding.code}.what", language), finding
        describe(finding, language, lines)
