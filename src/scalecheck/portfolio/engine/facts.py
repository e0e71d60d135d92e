"""The door for real projects: what `scoring` found of one becomes the inputs of a plan."""

from collections.abc import Mapping

from scalecheck.model.facts import Fact, Status
from scalecheck.model.nodes import Nodes
from scalecheck.portfolio.plan.scene import (
    ANSWERED,
    NOT_APPLICABLE,
    NOT_ASSESSED,
    UNKNOWN,
    part_of_end,
)

Cells = Mapping[str, int]

_STATUS = {
    Status.ANSWERED: ANSWERED,
    Status.UNKNOWN: UNKNOWN,
    Status.NOT_ASSESSED: NOT_ASSESSED,
    Status.NOT_APPLICABLE: NOT_APPLICABLE,
    Status.OUT: NOT_ASSESSED,
}


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
