"""Where a project of a table is strong, and which ranks its next level asks that it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scalecheck.model.facts import Interval
from scalecheck.model.nodes import nodes_of
from scalecheck.model.policies import Policy
from scalecheck.model.proof import Gap
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.context import find_what_frames, frame_row
from scalecheck.portfolio.engine.projects import project_of
from scalecheck.portfolio.engine.questions import QuestionReader, Stated
from scalecheck.portfolio.layout import ANSWER_PARTS, Part
from scalecheck.portfolio.members import lacks_of
from scalecheck.portfolio.plan import scene
from scalecheck.scoring.assess import Assessor, Options
from scalecheck.scoring.facts import Manner
from scalecheck.scoring.gaps import find_gaps
from scalecheck.scoring.ladder import judge_level
from scalecheck.scoring.unfolding import unfold

Cells = Mapping[str, str]
Figures = Mapping[str, Interval]


class Strengths:
    """Reads the ranks of a row as `members` reads those of an assessment.

    Args:
        rubric: the instrument.
        questions: how its questions are read: the very one that the rows were scored with.
    """

    def __init__(self, rubric: Rubric, questions: QuestionReader) -> None:
        self.rubric, self.questions, self.nodes = rubric, questions, nodes_of(rubric)
        self._binding = Binding(rubric, ())
        self._framing = sorted(find_what_frames(rubric))
        self._out: dict[tuple[str | None, ...], frozenset[str]] = {}
        self._asked: dict[int, Mapping[str, frozenset[int]]] = {}

    def figures(self, cells: Cells) -> Iterator[tuple[str, Interval]]:
        """Give the counted ranks of the criteria outside groups that have one."""
        out = self._out_by_rule(cells)
        for criterion in self._binding.layout.criteria:
            if criterion.id in out:
                continue
            stated = self.questions.state(criterion, _answer(cells, criterion.id))
            if stated.status == scene.ANSWERED:
                ranks = self.questions.supported(criterion, stated.support)
                yield criterion.id, Interval(ranks[stated.low], ranks[stated.high])
            elif ends := self._ends(stated, self.nodes.scales[criterion.scale].top):
                yield criterion.id, ends

    def _ends(self, stated: Stated, top: int) -> Interval | None:
        """What a question without an answer is worth; None where it has no rank."""
        policies = self.rubric.non_answers
        found = {scene.UNKNOWN: policies.unknown, scene.NOT_ASSESSED: policies.not_assessed}
        ends = {Policy.BOUNDS: (0, top), Policy.WORST: (0, 0), Policy.BEST: (top, top)}
        told = ends.get(found[stated.status]) if stated.status in found else None
        return Interval(*told) if told else None

    def _out_by_rule(self, cells: Cells) -> frozenset[str]:
        key = tuple(cells.get(name) for name in self._framing)
        if key not in self._out:
            named = {name: cells[name] for name in self._framing if name in cells}
            self._out[key] = frame_row(self._binding, named).out
        return self._out[key]

    def lacks(
        self, cells: Cells, position: int, blockers: Sequence[str], figures: Figures
    ) -> dict[str, int]:
        """Give the rank that the level at a position asks of what blocks it and is under that rank.

        Where a level asks several ranks of one thing, in one way or another, the whole project is
        assessed: only its proof says which of them is missing.
        """
        asked = self._asked_at(position)
        found = {n: asked[n] for n in blockers if n in figures and asked.get(n)}
        if any(len(ranks) > 1 for ranks in found.values()):
            return lacks_of(self._prove(cells, position), figures)
        wanted = {name: max(ranks) for name, ranks in found.items()}
        return {name: rank for name, rank in wanted.items() if rank > figures[name].low}

    def _asked_at(self, position: int) -> Mapping[str, frozenset[int]]:
        """The ranks that a level asks of each name, one way or another."""
        if position not in self._asked:
            level, found = self.rubric.levels[position], dict[str, set[int]]()
            rule = level.requires or Requirement({self.rubric.headline: level.value})
            for name, rank in self._of_rule(rule):
                found.setdefault(name, set()).add(rank)
            self._asked[position] = {name: frozenset(ranks) for name, ranks in found.items()}
        return self._asked[position]

    def _of_rule(self, rule: Rule) -> Iterator[tuple[str, int]]:
        for name, level in _named(rule):
            rank = self.nodes.wanted(name, level) if level else 0
            if not isinstance(rank, int):
                continue
            yield name, rank
            is_plain = name in self.nodes.criteria or name in self.nodes.attributes
            parts = None if is_plain or not level else unfold(self.nodes, name, rank)
            if parts is not None:
                yield from self._of_rule(parts)

    def _prove(self, cells: Cells, position: int) -> tuple[Gap, ...]:
        """Find the gaps of a row as those of the one project that it is."""
        filled = {**dict(self._listed(cells)), **cells}
        binding = Binding(self.rubric, tuple(filled))
        project = project_of(binding, self.questions, tuple(filled.values()))
        manner = Manner(deem_supported=self.questions.deemed)
        assessor = Assessor(self.rubric, project, Options(manner=manner))
        proof = judge_level(assessor.ladder, assessor.gates, position).proof
        return find_gaps(assessor.case, assessor.evidence, proof) if proof else ()

    def _listed(self, cells: Cells) -> Iterator[tuple[str, str]]:
        """A column for every instance that a row lists, were all its cells empty."""
        for group in self.nodes.groups:
            count = cells.get(f"{group}/{Part.INSTANCES}", "")
            for number in range(1, int(count) + 1 if count.isdecimal() else 1):
                yield f"{group}/{number}/id", ""


def _answer(cells: Cells, name: str) -> dict[str, Any]:
    heads = ((part, name if part is Part.LEVEL else f"{name}.{part}") for part in ANSWER_PARTS)
    return {part: cells.get(head) for part, head in heads}


def _named(rule: Rule) -> Iterator[tuple[str, str]]:
    """The names that a rule reads, each with the level asked of it; "" where any answer does."""
    match rule:
        case AllOf() | AnyOf():
            for part in rule.all_of if isinstance(rule, AllOf) else rule.any_of:
                yield from _named(part)
        case InGroup():
            yield from _named(rule.meet)
        case Answered():
            yield from ((name, "") for name in rule.answered)
        case _:
            yield from _levels(rule)


def _levels(rule: Requirement | AtLeast | Majority | Should) -> Iterator[tuple[str, str]]:
    match rule:
        case Requirement():
            yield from rule.root.items()
        case AtLeast():
            yield from rule.of.items()
        case Majority():
            yield from (*rule.majority.profile.items(), *rule.majority.veto.items())
        case Should():
            yield from rule.should.items()
