"""The past of a project as a report tells it: its levels and its answers, and no proof of them."""

from collections.abc import Iterator

from scalecheck.model.assessment import Assessment
from scalecheck.model.figures import Node
from scalecheck.scoring.assess import Assessor, Options
from scalecheck.scoring.coverage import count_coverage
from scalecheck.scoring.nodes import read_node


def read_past(found: Assessment) -> tuple[Assessment, ...]:
    """Read again the earlier dates of a project under the same rubric, oldest first.

    Each holds its facts, its headline, its dimensions and its computed criteria: all that a report
    says of the past. It judges no level, no gap and no strategy, and is no base for anything else:
    `assess_history` gives whole assessments, three times as slowly.
    """
    return tuple(_read(found, position) for position in earlier(found))


def earlier(found: Assessment) -> list[int]:
    """Find the assessments before this one under its rubric, oldest first; a panel is none."""
    snapshots, now = found.project.assessments, (found.snapshot.date, found.position)
    positions = [
        position
        for position in found.project.positions_under(found.rubric.id, found.rubric.version)
        if snapshots[position].kind.value != "panel" and (snapshots[position].date, position) < now
    ]
    return sorted(positions, key=lambda p: (snapshots[p].date, p))


def _read(found: Assessment, position: int) -> Assessment:
    options = Options(vocabularies=found.vocabularies, position=position)
    past = Assessor(found.rubric, found.project, options)
    return Assessment(
        rubric=found.rubric,
        project=found.project,
        snapshot=past.snapshot,
        vocabularies=found.vocabularies,
        position=past.position,
        as_of=past.as_of,
        track=past.situation.track,
        strategies_chosen=past.situation.strategies,
        facts=past.case.facts,
        instances=dict(_instances(past)),
        nodes={(node.name, node.instance): node for node in _nodes(past)},
        levels=(),
        headline=past.headline,
        next_level=None,
        gaps=(),
        out_of_order=(),
        spreads=(),
        bottlenecks=(),
        next_steps=None,
        sensitivity=None,
        strategies=(),
        targets=(),
        plans=(),
        coverage=count_coverage(found.rubric, past.case.facts),
        remarks=(),
    )


def _instances(past: Assessor) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    for group, listed in past.situation.instances.items():
        yield group, None if listed is None else tuple(one.id for one in listed)


def _nodes(past: Assessor) -> Iterator[Node]:
    """What no answer says by itself: computed criteria and dimensions, in the rubric's order."""
    computed = (one.id for one in past.rubric.criteria if one.computed is not None)
    for name in (*computed, *(dimension.id for dimension in past.rubric.dimensions)):
        if name in past.nodes.group_of:
            keys = (key for key in past.case.facts if key.criterion == name)
            yield from (read_node(past.corners, past.bounds, name, k.instance) for k in keys)
        else:
            yield read_node(past.corners, past.bounds, name, "")
