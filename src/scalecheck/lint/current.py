"""What the current assessment of a project says: each question, its answer, its evidence."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scalecheck.lint.subject import Subject
from scalecheck.model.answer import Answer, Answers
from scalecheck.model.criterion import level_needs
from scalecheck.model.diagnostic import Path
from scalecheck.model.facts import Fact, Record, RecordState
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.project import Project
from scalecheck.model.snapshot import Kind, Snapshot
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.facts import FactReader, Facts, Manner
from scalecheck.scoring.situation import Situation, read_situation


class Current(NamedTuple):
    """An assessment read under its rubric; `path` leads to it in the file."""

    project: Project
    snapshot: Snapshot
    path: Path
    nodes: Nodes
    situation: Situation
    facts: Facts

    def answered(self) -> Iterator[tuple[Fact, Answer]]:
        """The questions that the file answers, whatever the answer is worth."""
        for fact in self.facts.values():
            answer = find_answer(self.snapshot.answers, fact.path[len(self.path) + 1 :])
            if answer is not None:
                yield fact, answer

    def level_of(self, fact: Fact, rank: int) -> str:
        """The level of a rank, as files write it."""
        scale = self.nodes.scales[self.nodes.criteria[fact.key.criterion].scale]
        return str(scale.by_rank[rank].value)

    def strength_of(self, grade: str) -> int:
        """The rank of a grade of evidence; that of the weakest for an unknown one."""
        grades = [known.id for known in self.nodes.rubric.evidence.grades]
        return grades.index(grade) if grade in grades else 0


@lru_cache(maxsize=1)  # every rule asks it of the same subject
def read_current(subject: Subject) -> Current | None:
    """Read the current assessment; None where its rubric is not to be had."""
    project = subject.value
    if not isinstance(project, Project) or subject.nodes is None:
        return None
    return _read(subject, project, project.current)


def read_previous(subject: Subject) -> Current | None:
    """Read the assessment before the current one, of the same rubric and no panel voice."""
    current = read_current(subject)
    if current is None:
        return None
    shown = current.snapshot
    earlier = [
        s
        for s in current.project.assessments
        if s is not shown and s.kind is not Kind.PANEL and s.rubric == shown.rubric
    ]
    past = sorted((s for s in earlier if s.date <= shown.date), key=lambda s: s.date)
    return _read(subject, current.project, past[-1]) if past else None


def _read(subject: Subject, project: Project, snapshot: Snapshot) -> Current | None:
    nodes = subject.nodes
    if nodes is None:
        return None
    position = next(n for n, s in enumerate(project.assessments) if s is snapshot)
    path: Path = ("assessments", position)
    situation = read_situation(nodes, project, snapshot)
    ageless, day = subject.vocabularies.ageless, snapshot.date
    evidence = EvidenceReader(nodes.rubric, project.evidence, ageless, day, day)
    facts = FactReader(nodes, situation, evidence, Manner())
    read = facts.read(snapshot.answers, (*path, "answers"))
    return Current(project, snapshot, path, nodes, situation, read)


def find_answer(answers: Answers, names: Path) -> Answer | None:
    """Find the answer that stands under a name, or under a group, an instance and a name."""
    first, *rest = (str(name) for name in names)
    given = answers.get(first)
    if isinstance(given, Answer):
        return given if not rest else None
    if given is None or len(rest) != 2:
        return None
    return given.get(rest[0], {}).get(rest[1])


def each_fact(subject: Subject) -> Iterator[tuple[Current, Fact]]:
    """Every question of the current assessment; none where its rubric is not to be had."""
    current = read_current(subject)
    if current is not None:
        yield from ((current, fact) for fact in current.facts.values())


class Citation(NamedTuple):
    """A record that an answer cites, and where it does."""

    current: Current
    fact: Fact
    record: Record
    path: Path


def each_cited(subject: Subject, state: RecordState) -> Iterator[Citation]:
    """The citations of records that are in one state."""
    for current, fact in each_fact(subject):
        for position, record in enumerate(fact.records):
            if record.state is state:
                yield Citation(current, fact, record, (*fact.path, "evidence", position))


def each_weakened(subject: Subject, state: RecordState) -> Iterator[tuple[str, list[Citation]]]:
    """The records in one state that hold as the weakest grade, and were better, once each."""
    cited: dict[str, list[Citation]] = {}
    for citation in each_cited(subject, state):
        cited.setdefault(citation.record.id, []).append(citation)
    for name, citations in cited.items():
        current = citations[0].current
        if current.strength_of(current.project.evidence[name].grade) > 0:
            yield name, citations


class Lowered(NamedTuple):
    """An answer that counts lower than it was given, for want of evidence.

    `level` and `counted` are the better ends of what was claimed and of what counts; `need` is
    what the first of them asks for.
    """

    current: Current
    fact: Fact
    level: str
    counted: str
    need: EvidenceNeed | None


def each_lowered(subject: Subject) -> Iterator[Lowered]:
    """The answers of the current assessment that count lower than they were given."""
    for current, fact in each_fact(subject):
        claimed, counted = fact.claimed, fact.counted
        if claimed is None or counted is None or claimed == counted:
            continue
        criterion = current.nodes.criteria[fact.key.criterion]
        need = level_needs(criterion, current.nodes.scales[criterion.scale])[claimed.high]
        level, counts = (current.level_of(fact, end.high) for end in (claimed, counted))
        yield Lowered(current, fact, level, counts, need)


def place_of_level(fact: Fact) -> Path:
    """Where an answer states its level."""
    is_interval = fact.claimed is not None and fact.claimed.low < fact.claimed.high
    return (*fact.path, "between" if is_interval else "level")
