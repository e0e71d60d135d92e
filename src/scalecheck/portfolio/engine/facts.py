"""The door for real projects: what `scoring` found of one becomes the inputs of a plan."""

from collections.abc import Mapping

from scalecheck.model.facts import Fact, Key, Status
from scalecheck.model.nodes import Nodes
from scalecheck.portfolio.plan.node import Bundle
from scalecheck.portfolio.plan.scene import (
    ANSWERED,
    NOT_APPLICABLE,
    NOT_ASSESSED,
    UNKNOWN,
    Room,
    Scene,
    Shape,
    part_of_end,
)
from scalecheck.scoring.assess import Assessor
from scalecheck.scoring.leaves import keeps
from scalecheck.scoring.results import Case

Cells = Mapping[str, int]

_STATUS = {
    Status.ANSWERED: ANSWERED,
    Status.UNKNOWN: UNKNOWN,
    Status.NOT_ASSESSED: NOT_ASSESSED,
    Status.NOT_APPLICABLE: NOT_APPLICABLE,
    Status.OUT: NOT_ASSESSED,
}


def shape_of(assessor: Assessor) -> Shape:
    """Tell what the plan of a project may take for granted; few shapes serve all projects."""
    situation = assessor.situation
    rooms = {
        group: Room(_room(len(listed or ())), listed is not None, full=not listed or None)
        for group, listed in situation.instances.items()
    }
    return Shape(rooms, frozenset(situation.out), assessor.ladder.ceiling, situation.track)


def _room(instances: int) -> int:
    """Room for so many instances: the next power of two."""
    return 1 << (instances - 1).bit_length() if instances else 0


def read_bundle(scene: Scene, case: Case, bundle: Bundle) -> Cells:
    """Read the inputs of one bundle from what is known of a project."""
    match bundle.kind:
        case "question":
            fact = case.facts.get(Key(bundle.name, _instance(scene.nodes, case, bundle)))
            return read_fact(fact, scene.question(bundle.name, bundle.instance).top)
        case "instance":
            return _read_instance(scene, case, bundle)
        case _:
            return read_attribute(scene.nodes, bundle.name, case.situation.attributes)


def _instance(nodes: Nodes, case: Case, bundle: Bundle) -> str:
    if bundle.instance == 0:
        return ""
    listed = case.situation.instances[nodes.group_of[bundle.name].id] or ()
    return listed[bundle.instance - 1].id if bundle.instance <= len(listed) else ""


def read_fact(fact: Fact | None, top: int) -> Cells:
    """Read what is known of a question: its status, its four ends, whether a reason is given."""
    if fact is None:  # of an instance that is not there: nobody reads it
        ends = (part_of_end(claimed=c, high=h) for c in (False, True) for h in (False, True))
        return {"status": NOT_ASSESSED, "reason": 0, **dict.fromkeys(ends, 0)}
    found = {"status": _STATUS[fact.status], "reason": int(fact.reason is not None)}
    for is_claimed, interval in ((False, fact.counted), (True, fact.claimed)):
        low, high = interval if interval is not None else (0, top)
        if fact.status is Status.NOT_APPLICABLE:
            low = high = 0
        found[part_of_end(claimed=is_claimed, high=False)] = low
        found[part_of_end(claimed=is_claimed, high=True)] = high
    return found


def _read_instance(scene: Scene, case: Case, bundle: Bundle) -> Cells:
    listed = case.situation.instances[bundle.name] or ()
    if bundle.instance > len(listed):
        kept = (f"kept:{number}" for number in range(len(scene.kept[bundle.name])))
        return {"here": 0, "alike": 1, **dict.fromkeys(kept, 0)}
    instance = listed[bundle.instance - 1]
    found = {"here": 1, "alike": instance.count}
    for number, where in enumerate(scene.kept[bundle.name]):
        found[f"kept:{number}"] = int(keeps(where, instance))
    return found


def read_attribute(nodes: Nodes, name: str, given: Mapping[str, tuple[str, ...]]) -> Cells:
    """Read an attribute of a project: its rank on its scale, or its place among its values."""
    attribute, values = nodes.attributes[name], given.get(name, ())
    if attribute.scale is not None:
        scale = nodes.scales[attribute.scale]
        ranks = [rank for value in values if (rank := scale.rank_of(value)) is not None]
        return {"low": min(ranks, default=0), "high": max(ranks, default=scale.top)}
    known = [value.id for value in attribute.values]
    places = [known.index(value) for value in values if value in known]
    return {"given": int(bool(places)), "position": places[0] if places else 0}
