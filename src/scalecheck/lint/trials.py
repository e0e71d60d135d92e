"""The cases of a rubric test, each with its place, as written and as played."""

from collections.abc import Iterator
from functools import lru_cache

from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path
from scalecheck.model.rubric_test import Case, RubricTest
from scalecheck.scoring.rubric_tests import CaseResult, run_case


def each_case(test: RubricTest) -> Iterator[tuple[Case, Path]]:
    """Every case of a file with its path, in order; a trial of one case stands for it."""
    for number, trial in enumerate(test.tests):
        path: Path = ("tests", number)
        if trial.given is not None and trial.expect is not None:
            given, expect = trial.given, trial.expect
            yield Case(id=trial.id, title=trial.title, given=given, expect=expect), path
        for position, case in enumerate(trial.cases):
            yield case, (*path, "cases", position)


@lru_cache(maxsize=1)  # playing the cases is the dearest thing a check does
def play(subject: Subject) -> tuple[tuple[CaseResult, Path], ...]:
    """Play every case; none where the rubric is not to be had."""
    nodes, test, words = subject.nodes, subject.value, subject.vocabularies
    if nodes is None:
        return ()
    return tuple((run_case(nodes, test, case, words), path) for case, path in each_case(test))
