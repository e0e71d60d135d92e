"""Assess one project under one rubric: a fold from answers to facts, nodes, level and reasons."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.answer import Answers
from scalecheck.model.assessment import Assessment, Headline, LevelResult, Planned
from scalecheck.model.diagnostic import Path
from scalecheck.model.facts import Remark
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.policies import Policy
from scalecheck.model.project import Project
from scalecheck.model.proof import Gap
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Requirement, Rule
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.steps import NextSteps, Sensitivity
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.scoring.ambition import find_targets, merge_answers
from scalecheck.scoring.calendar import last_day
from scalecheck.scoring.corners import Corners, corners
from scalecheck.scoring.coverage import count_coverage, is_assessable
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.facts import FactReader, Manner, remark_answers
from scalecheck.scoring.gaps import find_gaps
from scalecheck.scoring.ladder import (
    find_headline,
    find_next,
    find_out_of_order,
    judge_levels,
    read_ladder,
)
from scalecheck.scoring.nodes import find_bottlenecks, find_spreads, read_nodes
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import Case, Corner
from scalecheck.scoring.sensitivity import find_sensitivity
from scalecheck.scoring.silences import find_silences
from scalecheck.scoring.situation import read_situation
from scalecheck.scoring.steps import find_next_steps
from scalecheck.scoring.strategies import judge_strategy


class Options(NamedTuple):
    """How to assess: at which date, in which manner, with which lists.

    `as_of` selects the newest assessment up to that day, and is the day that ages are counted to;
    by default the current assessment, at its own date. `steps` and `sensitivity` ask for the ways
    to the next level, and for what would change the level: neither is wanted of the past.
    `nodes` are the names of the rubric, where they were made already.
    """

    as_of: str | None = None
    vocabularies: Vocabularies | None = None
    manner: Manner = Manner()
    position: int | None = None
    steps: bool = True
    sensitivity: bool = True
    nodes: Nodes | None = None


def assess(rubric: Rubric, project: Project, options: Options | None = None) -> Assessment:
    """Assess a project: pure and total, the same result for the same inputs.

    Args:
        rubric: any valid rubric.
        project: any valid project; what the rubric does not know of it is set aside and said.
        options: the date, the manner and the closed lists.

    Returns:
        The assessment, with the reasons for every figure.

    Raises:
        Nothing.
    """
    return Assessor(rubric, project, options or Options()).run()


def choose_snapshot(project: Project, rubric: str, options: Options) -> Snapshot:
    """Choose the assessment to read: the one asked for, or the newest up to the as-of date.

    One made under the rubric goes before any other, which is read for the criteria they share.
    """
    if options.position is not None:
        return project.assessments[options.position]
    day = last_day(options.as_of) if options.as_of else None
    past = [s for s in project.assessments if day is None or s.date <= day]
    own = [s for s in past if s.rubric == rubric]
    chosen = tuple(own or past) or project.assessments
    return project.model_copy(update={"assessments": chosen}).current


class Assessor:
    """The fold, with what every step needs."""

    def __init__(self, rubric: Rubric, project: Project, options: Options) -> None:
        self.rubric, self.project, self.options = rubric, project, options
        self.nodes = options.nodes or nodes_of(rubric)
        self.snapshot = choose_snapshot(project, rubric.id, options)
        self.position = next(p for p, s in enumerate(project.assessments) if s is self.snapshot)
        self.as_of = last_day(options.as_of) if options.as_of else self.snapshot.date
        ageless = options.vocabularies.ageless if options.vocabularies else frozenset()
        self.evidence = EvidenceReader(
            rubric, project.evidence, ageless, self.snapshot.date, self.as_of
        )
        self.situation = read_situation(self.nodes, project, self.snapshot)
        self.path: Path = ("assessments", self.position, "answers")
        self.case = self.read(self.snapshot.answers, options.manner, self.path)
        self.ladder = read_ladder(self.nodes, self.situation.track)
        self.corners = corners(self.case, Corner())
        self.gates = Corners(*(corner.gate for corner in self.corners))

    def read(self, answers: Answers, manner: Manner, path: Path) -> Case:
        """Read answers into a case."""
        reader = FactReader(self.nodes, self.situation, self.evidence, manner)
        return Case(self.nodes, self.situation, reader.read(answers, path), {})

    @cached_property
    def bounds(self) -> Corners:
        """The corners with every open answer read as bounds, whatever the policies."""
        return corners(self.case, Corner(bounds=True)) if self._has_policies() else self.corners

    @cached_property
    def headline(self) -> Headline:
        """The level, at its four corners."""
        assessable = is_assessable(self.rubric, self.case.facts)
        return find_headline(self.ladder, self.corners, self.bounds, assessable=assessable)

    def run(self) -> Assessment:
        """Put the result together."""
        found = read_nodes(self.corners, self.bounds)
        levels = judge_levels(self.ladder, self.gates)
        headline = self.headline
        following = find_next(levels, headline, self.ladder.ceiling)
        return Assessment(
            rubric=self.rubric,
            project=self.project,
            snapshot=self.snapshot,
            vocabularies=self.options.vocabularies,
            position=self.position,
            as_of=self.as_of,
            track=self.situation.track,
            strategies_chosen=self.situation.strategies,
            facts=self.case.facts,
            instances=dict(self._instances()),
            nodes=found,
            levels=levels,
            headline=headline,
            next_level=following,
            gaps=self._gaps(levels[following]) if following is not None else (),
            out_of_order=find_out_of_order(levels, headline),
            spreads=find_spreads(self.nodes, found),
            bottlenecks=find_bottlenecks(self.nodes, found),
            next_steps=self._next_steps(following),
            sensitivity=self._sensitivity(headline),
            strategies=tuple(
                judge_strategy(strategy, self.case, self.evidence, self.gates)
                for strategy in self.rubric.strategies
            ),
            targets=tuple(find_targets(self.nodes, self.project.ambition, found, headline)),
            plans=tuple(self._plans()),
            coverage=count_coverage(self.rubric, self.case.facts),
            remarks=tuple(self._remarks()),
        )

    def _instances(self) -> Iterator[tuple[str, tuple[str, ...] | None]]:
        for group, listed in self.situation.instances.items():
            yield group, None if listed is None else tuple(i.id for i in listed)

    def _remarks(self) -> Iterator[Remark]:
        yield from self.situation.remarks
        yield from find_silences(self.nodes, self.situation)
        yield from remark_answers(
            self.nodes, self.snapshot.answers, self.case.facts, self.situation, self.path
        )

    def _has_policies(self) -> bool:
        stated = [self.rubric.non_answers.unknown, self.rubric.non_answers.not_assessed]
        stated += [p for m in self.rubric.measures for p in (m.unknown, m.not_assessed) if p]
        return any(policy is not Policy.BOUNDS for policy in stated)

    def _sensitivity(self, headline: Headline) -> Sensitivity | None:
        if not self.options.sensitivity:
            return None
        return find_sensitivity(self.case, self.ladder, headline)

    def _rules_up_to(self, position: int) -> tuple[Rule, ...]:
        if self.rubric.headline == "ladder":
            levels = self.rubric.levels[: position + 1]
            return tuple(level.requires for level in levels if level.requires is not None)
        wanted = self.rubric.levels[position].value
        return (Requirement({self.rubric.headline: wanted}),)

    def _gaps(self, level: LevelResult) -> tuple[Gap, ...]:
        return find_gaps(self.case, self.evidence, level.proof) if level.proof else ()

    def _next_steps(self, following: int | None) -> NextSteps | None:
        if following is None or not self.options.steps or not self._headline_is_monotone():
            return None
        rules = self._rules_up_to(following)
        return find_next_steps(self.case, self.ladder, following, rules)

    def _headline_is_monotone(self) -> bool:
        headline = self.rubric.headline
        return headline == "ladder" or self.nodes.is_monotone(headline)

    def _plans(self) -> Iterator[Planned]:
        """Read each phase from claimed levels; what it omits it takes from the one before."""
        answers: dict[str, object] = dict(self.snapshot.answers)
        for number, plan in enumerate(self.snapshot.plans):
            answers = merge_answers(answers, plan.answers)
            path: Path = ("assessments", self.position, "plans", number, "answers")
            manner = Manner(as_claimed=True, state_computed=True)
            planned = {n: a for n, a in answers.items() if not self._is_stale_computed(n, number)}
            case = self.read(planned, manner, path)  # type: ignore[arg-type]
            low, high = (
                self.ladder.position(Reading(case, Corner(high=end))) for end in (False, True)
            )
            yield Planned(plan.id, plan.by, low, high)

    def _is_stale_computed(self, name: str, number: int) -> bool:
        """An answer to a computed criterion counts in plans only when a plan states it."""
        criterion = self.nodes.criteria.get(name)
        if criterion is None or criterion.computed is None:
            return False
        return not any(name in p.answers for p in self.snapshot.plans[: number + 1])
