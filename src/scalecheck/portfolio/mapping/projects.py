"""Descriptors scored by the engine of rows: each becomes a row of facts, already weighed.

A fact holds what evidence supports, which a row of texts cannot always say (records of several
grades and dates). So the cell of a question is what `scoring` found of it, and the reader of
questions takes it as it is.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.facts import Fact, Key
from scalecheck.model.instance import Instance
from scalecheck.model.nodes import nodes_of
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.facts import read_fact
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.rows import RowEngine, Values
from scalecheck.portfolio.engine.spelling import Cell
from scalecheck.portfolio.layout import BUILT_IN, JOINT, MOST_INSTANCES, Layout, Part, layout_of
from scalecheck.portfolio.plan.results import Results
from scalecheck.scoring.assess import Options, choose_snapshot
from scalecheck.scoring.calendar import last_day
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.facts import FactReader, Facts, Manner
from scalecheck.scoring.situation import Situation, read_situation

_ROOMS = (4, 16, 64, MOST_INSTANCES)  # instances that a table of facts has room for
_NOBODY = Key("")
_REASON = "…"


class Found(NamedTuple):
    """What a descriptor says on the day it is read: its context, and its facts."""

    situation: Situation
    facts: Facts


class _FactCells(QuestionReader):
    """Reads questions whose cells are facts."""

    def read(self, criterion: str, cells: Mapping[str, Cell]) -> dict[str, int]:
        """Read a question as the inputs of a plan."""
        fact = cells.get(Part.LEVEL)
        scale = self.nodes.scales[self.nodes.criteria[criterion].scale]
        return dict(read_fact(fact if isinstance(fact, Fact) else None, scale.top))


class ProjectEngine:
    """Scores projects one by one under one rubric, as `scoring.assess` does."""

    def __init__(
        self,
        rubric: Rubric,
        vocabularies: Vocabularies | None,
        groups: tuple[Results, ...],
        as_of: str | None = None,
    ) -> None:
        self.rubric, self.vocabularies, self.groups = rubric, vocabularies, groups
        self.as_of, self.layout = as_of, layout_of(rubric)
        self._engines: dict[int, RowEngine] = {}

    @property
    def can_score(self) -> bool:
        """Tell whether every column of context has a name of its own under this rubric."""
        return not self.layout.nodes.criteria.keys() & set(BUILT_IN)

    def score(self, project: Project) -> tuple[Values, str] | None:
        """Score a project: its columns, and its track; None where it has too many instances."""
        found = self._find(project)
        listed = found.situation.instances.values()
        most = max((len(one) for one in listed if one is not None), default=0)
        room = next((room for room in _ROOMS if most <= room), None)
        if room is None:
            return None
        engine = self._engine(room)
        cells = dict(_cells(self.layout, found))
        row = [cells.get(name) for name in engine.binding.names]
        return engine.values(row), found.situation.track or ""

    def _find(self, project: Project) -> Found:
        """Read the newest assessment up to the day that is asked for."""
        nodes, options = nodes_of(self.rubric), Options(as_of=self.as_of)
        snapshot = choose_snapshot(project, self.rubric.id, options)
        day = last_day(self.as_of) if self.as_of else snapshot.date
        ageless = self.vocabularies.ageless if self.vocabularies else frozenset[str]()
        weigher = EvidenceReader(self.rubric, project.evidence, ageless, snapshot.date, day)
        situation = read_situation(nodes, project, snapshot)
        reader = FactReader(nodes, situation, weigher, Manner())
        return Found(situation, reader.read(snapshot.answers, ()))

    def _engine(self, room: int) -> RowEngine:
        if room not in self._engines:
            rooms = dict.fromkeys(self.layout.nodes.groups, room)
            names = [column.name for column in self.layout.columns(rooms, (Part.LEVEL,))]
            reader = _FactCells(self.rubric, deemed=False, as_of=None)
            binding = Binding(self.rubric, names)
            self._engines[room] = RowEngine(self.rubric, binding, self.groups, reader)
        return self._engines[room]


def _cells(layout: Layout, found: Found) -> Iterator[tuple[str, Cell]]:
    """The cells of a project, by the columns of the wide table."""
    situation, facts = found
    for name, values in situation.attributes.items():
        yield name, JOINT.join(values)
    yield "strategies", JOINT.join(situation.strategies)
    for criterion in layout.criteria:
        yield criterion.id, _trim(facts[Key(criterion.id)])
    for group, instances in situation.instances.items():
        if instances is None:
            continue
        yield f"{group}/{Part.INSTANCES}", len(instances)
        for number, instance in enumerate(instances, 1):
            yield from _instance(layout, f"{group}/{number}", instance, group)
            for criterion in layout.criteria_of(group):
                fact = facts[Key(criterion.id, instance.id)]
                yield f"{group}/{number}/{criterion.id}", _trim(fact)


def _instance(
    layout: Layout, head: str, instance: Instance, group: str
) -> Iterator[tuple[str, Cell]]:
    yield f"{head}/id", instance.id
    yield f"{head}/{Part.COUNT}", instance.count
    for name in layout.attributes_of(group)[1:]:
        yield f"{head}/{name}", JOINT.join(instance.attributes.get(name, ()))


def _trim(fact: Fact) -> Fact:
    """Keep of a fact what decides, so that equal ones are read once."""
    reason = None if fact.reason is None else _REASON
    return Fact(_NOBODY, fact.status, fact.claimed, fact.counted, (), None, reason, None, 1, ())
