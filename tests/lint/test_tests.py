"""The rules about rubric tests: what is played, what is proved, and what is only said twice."""

from pathlib import Path

import pytest
from tests.lint.cases import BASE

from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.lint.trials import each_case
from scalecheck.model.diagnostic import Severity
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load
from scalecheck.source.shelf import Shelf

ROOT = Path(__file__).parents[2]
FILES = sorted(ROOT.glob("rubrics/*.test.yaml"))
HEAD = "format: scalecheck/rubric-test@1\nrubric: base\nas_of: 2026-10-15\ntests:\n"


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "base.yaml").write_text((BASE / "rubric.yaml").read_text(encoding="utf-8"))
    return Job(Finder(Shelf((folder,), "test", False)), Choice(("tests",)))


def trial(name, given, expect):
    return f"  - {{id: {name}, title: Un cas, given: {{{given}}}, expect: {{{expect}}}}}\n"


def told(job, code, *trials):
    text = HEAD + "".join(trials)
    found = check_bytes(Path("x.test.yaml"), text.encode(), job).diagnostics
    return [d for d in found if d.code == code]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_shipped_tests_have_no_finding_above_a_note(file):
    finder = Finder(Shelf((ROOT / "rubrics",), "test", False))
    found = check_bytes(file, file.read_bytes(), Job(finder, Choice(("tests",)))).diagnostics
    assert [str(d) for d in found if d.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_case_is_found_at_its_place(file):
    loaded = load(file, kind_named("rubric-test"))
    placed = list(each_case(loaded.value))
    assert [case.id for case, _ in placed] == [case.id for case in loaded.value.cases]
    ids = [str(_at(loaded.document.data, path)["id"]) for _, path in placed]
    assert ids == [case.id for case, _ in placed]


def _at(data, path):
    for part in path:
        data = data[part]
    return data


@pytest.mark.parametrize(
    ("expect", "place"),
    [
        ("stage: consolidation", "stage"),
        ("claimed: 2", "claimed"),
        ("blockers: []", "blockers"),
        ("nodes: {besoin: 3}", "besoin"),
    ],
)
def test_a_failure_stands_at_what_was_expected(expect, place, job):
    (found,) = told(job, "failing-test", trial("un", "all: 1", expect))
    assert found.path[-1] == place


def test_a_refused_test_is_not_played(job):
    assert not told(job, "failing-test", trial("un", "all: 1", "level: 9"))


def test_answers_in_another_order_are_the_same_answers(job):
    one = trial("un", "attributes: {a: b, c: d}", "level: none")
    two = trial("deux", "attributes: {c: d, a: b}", "stage: none")
    assert len(told(job, "duplicate-case", one, two)) == 1


def test_a_case_deemed_supported_differs_from_one_without_evidence(job):
    one = trial("un", "answers: {ampleur: 3}", "level: 3")
    two = trial("deux", "answers: {ampleur: {level: 3, evidence: []}}", "level: 2")
    assert not told(job, "duplicate-case", one, two)
