"""Bound the measures that are not monotone, exactly: try what the open answers can reach.

`difference`, a `count` at exactly one level, and a look-up that is not monotone can be extreme
when an answer is in the middle, or when two inputs that share an answer pull apart. Where the
two ends of the inputs are not enough, every combination of the open answers is tried; beyond
`LIMIT` combinations the outer bounds stand, and the result says so.
"""

from itertools import product
from math import prod
from typing import Protocol

from scalecheck.model.facts import Key, Status
from scalecheck.model.measures import Measure, Product
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.scoring.facts import Facts
from scalecheck.scoring.results import Case, Corner, Fixed, NotComputed, Result

LIMIT = 4_096


class Reader(Protocol):
    """What trying out needs of a reading."""

    case: Case
    nodes: Nodes
    facts: Facts
    corner: Corner
    fixed: Fixed
    forced: Fixed

    def at(self, fixed: Fixed) -> "Reader":
        """Give the same corner with ranks tried for open answers."""

    def node(self, name: str, instance: str = "") -> Result:
        """Read a node."""

    def scale_of(self, criterion: str) -> Scale:
        """Find the scale of a criterion."""


def explore(reading: Reader, measure: Measure, instance: str) -> Result | None:
    """Try every combination of the open answers behind a measure that is not monotone.

    Returns:
        The lowest or highest value reached, by the reading's corner; None where the ends of the
        inputs are exact, where nothing is open, or where there are too many combinations.
    """
    if reading.fixed or not needs_exploring(reading.nodes, measure):
        return None
    spans = open_spans(reading, measure.id)
    if not spans or combinations(spans) > LIMIT:
        return None
    results = [
        reading.at(dict(zip(spans, ranks, strict=True))).node(measure.id, instance)
        for ranks in product(*spans.values())
    ]
    known = [result for result in results if not isinstance(result, NotComputed)]
    if len(known) < len(results):
        return None
    return max(known) if reading.corner.high else min(known)


def is_exact(reading: Reader, name: str) -> bool:
    """Tell whether the ends of a node are exact, and not outer bounds."""
    measure = reading.nodes.measures.get(name)
    if measure is None or not needs_exploring(reading.nodes, measure):
        return True
    return combinations(open_spans(reading, name)) <= LIMIT


def combinations(spans: dict[Key, range]) -> int:
    """Count the combinations of open answers."""
    return prod(len(span) for span in spans.values())


def needs_exploring(nodes: Nodes, measure: Measure) -> bool:
    """Tell whether the ends of the inputs might not give the ends of a measure."""
    if nodes.is_monotone(measure.id):
        return False
    if nodes.is_monotone_by_itself(measure):
        return True
    if isinstance(measure, Product):  # one answer may count several times
        return True
    inputs = nodes.expand(measure.of)
    leaves = all(n in nodes.criteria and nodes.criteria[n].computed is None for n in inputs)
    return not (leaves and len(set(inputs)) == len(inputs))


def open_spans(reading: Reader, name: str) -> dict[Key, range]:
    """The open answers behind a node, and the ranks each may still take."""
    spans: dict[Key, range] = {}
    criteria = reading.nodes.cone(name)
    for key, fact in reading.facts.items():
        if key.criterion not in criteria or key in reading.forced:
            continue
        interval = fact.claimed if reading.corner.claimed else fact.counted
        if fact.status is Status.ANSWERED and interval is not None:
            if interval.low < interval.high:
                spans[key] = range(interval.low, interval.high + 1)
        elif fact.status in (Status.UNKNOWN, Status.NOT_ASSESSED):
            spans[key] = range(reading.scale_of(key.criterion).top + 1)
    return spans
