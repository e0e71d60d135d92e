"""Read the context of a row: what is out by rule, where its ladder ends, its instances."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scalecheck.model.instance import Instance
from scalecheck.model.project import Ambition, Applicant, Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Context, Kind, Snapshot
from scalecheck.model.text import Text
from scalecheck.portfolio.engine.binding import ALIKE, Binding
from scalecheck.portfolio.engine.spelling import Cell, Refused, is_blank, read_values, read_whole
from scalecheck.portfolio.layout import MOST_INSTANCES, Part
from scalecheck.portfolio.plan.node import Bundle
from scalecheck.portfolio.plan.results import Problem
from scalecheck.scoring.ladder import read_ladder
from scalecheck.scoring.situation import Situation, read_situation

MOST_ALIKE = 10_000


class Framed(NamedTuple):
    """What the context of a row comes to: the same for all rows with the same cells."""

    out: frozenset[str]
    ceiling: int
    track: str | None


def frame_row(binding: Binding, cells: Mapping[str, Cell]) -> Framed:
    """Read what is out by rule, where the ladder ends, and the track.

    Raises:
        Refused: the rubric has no such track, or no such strategy.
    """
    nodes = binding.layout.nodes
    situation = situation_of(binding, cells)
    ceiling = read_ladder(nodes, situation.track).ceiling
    return Framed(frozenset(situation.out), ceiling, situation.track)


def find_what_frames(rubric: Rubric) -> frozenset[str]:
    """Find the columns of context that decide what is out and where the ladder ends."""
    cases = (case for criterion in rubric.criteria for case in criterion.applies_when)
    return frozenset(("track", "strategies", *(name for case in cases for name in case.root)))


def situation_of(binding: Binding, cells: Mapping[str, Cell]) -> Situation:
    """Read the context of a row as `scoring` reads that of a project.

    Raises:
        Refused: the rubric has no such track, or no such strategy.
    """
    project = project_of_context(binding.rubric, cells)
    return read_situation(binding.layout.nodes, project, project.assessments[0])


def project_of_context(rubric: Rubric, cells: Mapping[str, Cell]) -> Project:
    """Make a project without answers of the context of a row."""
    values = {name: read_values(cell) for name, cell in cells.items()}
    track = _one(values, "track")
    if track is not None and track not in {t.id for t in rubric.tracks}:
        raise Refused(Problem.TRACK)
    strategies = values.get("strategies", ())
    if not set(strategies) <= {s.id for s in rubric.strategies}:
        raise Refused(Problem.STRATEGY)
    applicant = _one(values, "applicant")
    own = {a.id: values[a.id] for a in rubric.attributes if values.get(a.id)}
    snapshot = Snapshot.model_construct(
        date="2000-01-01", kind=Kind.SELF, rubric=rubric.id, answers={}, context=Context()
    )
    return Project.model_construct(
        format="scalecheck/project@1",
        id="row",
        title=Text(fr="row"),
        sector=_one(values, "sector"),
        clientele=values.get("clientele", ()),
        territory=values.get("territory", ()),
        applicant=Applicant(type=applicant) if applicant else None,
        ambition=Ambition.model_construct(track=track),
        strategies=strategies,
        attributes=own,
        assessments=(snapshot,),
    )


def _one(values: Mapping[str, tuple[str, ...]], name: str) -> str | None:
    return next(iter(values.get(name, ())), None)


def count_instances(binding: Binding, group: str, row: Sequence[Cell]) -> int | None:
    """Count the instances that a row lists; None where it gives no list.

    Raises:
        Refused: the number is no count, or the table has no columns for so many.
    """
    place = binding.places(Bundle("group", group)).get(Part.INSTANCES)
    room = binding.room[group]
    if place is not None and not is_blank(row[place]):
        listed = read_whole(row[place], 0, MOST_INSTANCES)
        if listed > room:
            raise Refused(Problem.INSTANCES)
        return listed
    for number in range(room, 0, -1):
        if any(not is_blank(row[at]) for at in binding.of_instance(group, number)):
            return number
    return None


def instance_of(number: int, cells: Mapping[str, Cell]) -> Instance:
    """Make an instance of a group of its cells, by the name of what they say.

    Raises:
        Refused: it stands for a number that is no count.
    """
    alike = cells.get(ALIKE)
    values = {name: read_values(cell) for name, cell in cells.items() if name != ALIKE}
    attributes = {name: some for name, some in values.items() if some}
    own = attributes.pop("id", (str(number),))[0]
    count = 1 if is_blank(alike) else read_whole(alike, 1, MOST_ALIKE)
    return Instance.model_construct(id=own, count=count, attributes=attributes)
