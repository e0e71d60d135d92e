"""Run rubric tests: build the project of a case, assess it, and compare with what is expected."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.project import Ambition, Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_test import Case, Given, RubricTest
from scalecheck.model.snapshot import Kind, Snapshot
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.scoring.assess import Options
from scalecheck.scoring.facts import Manner
from scalecheck.scoring.outcome import Outcome

NONE = "none"  # how a test writes "below the first level"
_MANNER = Manner(deem_supported=True, state_computed=True)


class Difference(NamedTuple):
    """One thing that a case expected otherwise."""

    what: str
    expected: str
    found: str


class CaseResult(NamedTuple):
    """A case that was run; it passed when nothing differs."""

    id: str
    case: Case
    differences: tuple[Difference, ...]
    outcome: Outcome

    @property
    def passed(self) -> bool:
        """Tell whether everything expected was found."""
        return not self.differences


def run_tests(
    rubric: Rubric, test: RubricTest, vocabularies: Vocabularies | None = None
) -> tuple[CaseResult, ...]:
    """Run every case of a file, in its order."""
    nodes = nodes_of(rubric)
    return tuple(run_case(nodes, test, case, vocabularies) for case in test.cases)


def run_case(
    nodes: Nodes, test: RubricTest, case: Case, vocabularies: Vocabularies | None = None
) -> CaseResult:
    """Run one case: a bare level is deemed supported, a computed criterion may be stated.

    No more is computed than the case expects; `outcome` computes the rest when asked.
    """
    project = build_project(nodes.rubric, test, case)
    options = Options(vocabularies=vocabularies, manner=_MANNER, nodes=nodes)
    outcome = Outcome(nodes.rubric, project, options)
    return CaseResult(case.id, case, tuple(_compare(case, outcome)), outcome)


def build_project(rubric: Rubric, test: RubricTest, case: Case) -> Project:
    """Make the project that a case describes."""
    given = case.given
    snapshot = Snapshot(
        date=test.as_of,
        kind=Kind.CONSENSUS,
        rubric=rubric.id,
        answers=gather_answers(rubric, given),
    )
    return Project(
        format="scalecheck/project@1",
        id="case",
        title=case.title,
        language=test.language,
        strategies=given.strategies,
        attributes=given.attributes,
        ambition=Ambition(track=given.track),
        settings=given.settings,
        groups=given.groups,
        evidence=test.evidence,
        assessments=(snapshot,),
    )


def gather_answers(rubric: Rubric, given: Given) -> Answers:
    """Put together the answers of a case: all or the vector first, then those given one by one."""
    names = vector_names(rubric)
    levels: dict[str, str] = {}
    if given.all is not None:
        levels = dict.fromkeys(names, given.all)
    if given.vector is not None:
        levels = dict(zip(names, given.vector, strict=False))
    answers: dict[str, object] = {name: Answer(level=level) for name, level in levels.items()}
    answers.update(given.answers)
    return {n: a for n, a in answers.items() if n not in given.omit}  # type: ignore[misc]


def vector_names(rubric: Rubric) -> tuple[str, ...]:
    """The criteria that a vector gives a digit to, in order: those outside groups."""
    grouped = {name for group in rubric.groups for name in group.criteria}
    return tuple(c.id for c in rubric.criteria if c.id not in grouped)


def _compare(case: Case, found: Outcome) -> Iterator[Difference]:
    expect, headline = case.expect, found.headline
    for what, wanted, position in (
        ("level", expect.level, headline.low),
        ("possible", expect.possible, headline.high),
        ("claimed", expect.claimed, headline.claimed_low),
    ):
        yield from _differ(what, wanted, level_name(found.rubric, position))
    yield from _differ("stage", expect.stage, stage_name(found.rubric, headline.low))
    if expect.blockers is not None:
        yield from _differ_lists("blockers", expect.blockers, [gap.name for gap in found.gaps])
    if expect.bottlenecks is not None:
        lowest = [d for b in found.bottlenecks for d in b.dimensions]
        yield from _differ_lists("bottlenecks", expect.bottlenecks, lowest)
    for name, wanted in expect.nodes.items():
        yield from _differ(name, wanted, node_value(found, name, wanted))


def level_name(rubric: Rubric, position: int | None) -> str:
    """Name a position of the ladder: the value of its level, or `none`."""
    if position is None or position < 0:
        return NONE
    return rubric.levels[position].value


def stage_name(rubric: Rubric, position: int | None) -> str:
    """Name the stage of a position, or `none`."""
    if position is None or position < 0:
        return NONE
    return rubric.levels[position].stage or NONE


def node_value(found: Outcome, name: str, wanted: str) -> str:
    """Name the official value of a node: as the test writes it where it is that level."""
    value = found.value_of(name)
    if value is None:
        return NONE
    typed = found.nodes.typed(name)
    if typed is None or typed.scale is None:
        return str(value)
    rank = int(value)
    return wanted if typed.scale.rank_of(wanted) == rank else str(typed.scale.by_rank[rank].value)


def _differ(what: str, expected: str | None, found: str) -> Iterator[Difference]:
    if expected is not None and expected != found:
        yield Difference(what, expected, found)


def _differ_lists(what: str, expected: tuple[str, ...], found: list[str]) -> Iterator[Difference]:
    if sorted(expected) != sorted(found):
        yield Difference(what, ", ".join(sorted(expected)), ", ".join(sorted(found)))
