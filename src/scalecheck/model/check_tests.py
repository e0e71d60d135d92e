"""Refuse the rubric tests that a rubric could not run."""

from collections.abc import Iterator

from scalecheck.model.check_answers import check_answers
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import Expected, Given, RubricTest, Trial

Problems = Iterator[Problem]


def find_test_problems(test: RubricTest) -> tuple[Problem, ...]:
    """Find the trials that give nothing, expect nothing, or share an id."""
    return tuple(found for n, trial in enumerate(test.tests) for found in _check_shape(trial, n))


def _check_shape(trial: Trial, number: int) -> Problems:
    single = trial.given is not None and trial.expect is not None
    if single == bool(trial.cases):
        yield problem("given-or-cases", ("tests", number), name=trial.id)


def find_test_misfits(rubric: Rubric, test: RubricTest, project: Project) -> tuple[Problem, ...]:
    """Find the answers and expectations that a rubric does not know.

    `project` is any project built from the test; only its lists of instances are read.
    """
    nodes = nodes_of(rubric)
    size = sum(1 for c in rubric.criteria if c.id not in nodes.group_of)
    found: list[Problem] = []
    for given, expect, path in _cases(test):
        found.extend(_check_given(nodes, given, project, path, size))
        found.extend(_check_expected(rubric, expect, path))
    return tuple(found)


def _cases(test: RubricTest) -> Iterator[tuple[Given, Expected, Path]]:
    for number, trial in enumerate(test.tests):
        path: Path = ("tests", number)
        if trial.given is not None and trial.expect is not None:
            yield trial.given, trial.expect, path
        for position, case in enumerate(trial.cases):
            yield case.given, case.expect, (*path, "cases", position)


def _check_given(nodes: Nodes, given: Given, project: Project, path: Path, size: int) -> Problems:
    here = (*path, "given")
    standing = project.model_copy(update={"settings": given.settings, "groups": given.groups})
    yield from check_answers(nodes, given.answers, standing, (*here, "answers"))
    if given.vector is not None and len(given.vector) != size:
        yield problem("vector-length", (*here, "vector"), got=len(given.vector), wanted=size)
    for position, name in enumerate(given.omit):
        if name not in nodes.criteria:
            known = listed(nodes.criteria)
            yield problem("unknown-criterion", (*here, "omit", position), name=name, known=known)


def _check_expected(rubric: Rubric, expect: Expected, path: Path) -> Problems:
    values = [level.value for level in rubric.levels]
    for word in ("level", "possible", "claimed"):
        wanted = getattr(expect, word)
        if wanted not in (None, "none", *values):
            where = (*path, "expect", word)
            known = listed(values)
            yield problem("unknown-maturity-level", where, level=wanted, known=known)
