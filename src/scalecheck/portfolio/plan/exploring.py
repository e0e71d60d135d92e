"""Bound the measures that are not monotone, exactly: write out what the open answers can reach."""

from abc import abstractmethod
from itertools import product
from math import prod

from scalecheck.model.measures import Measure
from scalecheck.portfolio.plan.inputs import InputReading, group_of
from scalecheck.portfolio.plan.items import ItemOperators
from scalecheck.portfolio.plan.leaves import Forced
from scalecheck.portfolio.plan.node import Node, TooLarge
from scalecheck.portfolio.plan.ratios import Ratio
from scalecheck.portfolio.plan.scene import UNLISTED
from scalecheck.portfolio.plan.values import COMPUTED, Value

MOST_TRIALS = 625  # combinations of ranks that a plan writes out for a measure


class TriedReading(InputReading):
    """A reading that can be tried with other ranks."""

    @property
    @abstractmethod
    def operators(self) -> ItemOperators:
        """The operators, over the same graph."""

    @abstractmethod
    def at(self, fixed: Forced) -> "TriedReading":
        """The same corner, with ranks tried for what is stated or open."""


class Explorer:
    """Tries the ranks behind the measures of one reading."""

    def __init__(self, reading: TriedReading) -> None:
        self.reading = reading

    def explore(self, measure: Measure, instance: int, outer: Value) -> Value:
        """Try every combination of the ranks behind a measure that is not monotone."""
        graph = self.reading.graph
        spans = {key: self.reading.scene.question(*key).top for key in self._behind(measure.id)}
        if not spans:
            return outer
        if prod(top + 1 for top in spans.values()) > MOST_TRIALS:
            raise TooLarge
        valid, tried = [], []
        for ranks in product(*(range(top + 1) for top in spans.values())):
            fixed = {key: graph.const(rank) for key, rank in zip(spans, ranks, strict=True)}
            valid.append(graph.every(self._may_be(key, rank) for key, rank in fixed.items()))
            tried.append(self.reading.at(fixed).node(measure.id, instance))
        return self._extreme(valid, tried, outer)

    def _behind(self, name: str) -> list[tuple[str, int]]:
        """The questions behind a node that are not forced."""
        found: list[tuple[str, int]] = []
        cone = self.reading.nodes.cone(name)
        for criterion in self.reading.nodes.asked():
            if criterion.id not in cone:
                continue
            group = group_of(self.reading.nodes, criterion.id)
            numbers = (0,) if group is None else (UNLISTED, *self.reading.scene.numbers(group))
            found.extend((criterion.id, number) for number in numbers)
        return [key for key in found if key not in self.reading.forced]

    def _may_be(self, key: tuple[str, int], rank: Node) -> Node:
        """Tell whether an answer may be at a rank; one that is not read stays at 0."""
        graph, (name, instance) = self.reading.graph, key
        question = self.reading.scene.question(name, instance)
        low, high = (question.ends[self.reading.corner.claimed, end] for end in (False, True))
        reads = [graph.no(self.reading.settled(name, question))]
        group = group_of(self.reading.nodes, name)
        if group is not None and instance == UNLISTED:
            reads.append(graph.no(self.reading.scene.listed(group)))
        elif group is not None:
            reads.append(self.reading.scene.here(group, instance))
        inside = graph.every((graph.reaches(high, rank), graph.reaches(rank, low)))
        return graph.choose(graph.every(reads), inside, graph.truth(rank.value == 0))

    def _extreme(self, valid: list[Node], tried: list[Value], outer: Value) -> Value:
        graph = self.reading.graph
        fails = (graph.no(graph.same(value.why, COMPUTED)) for value in tried)
        pairs = zip(valid, fails, strict=True)
        all_known = graph.no(graph.either(graph.every(pair) for pair in pairs))
        extreme = graph.most if self.reading.corner.high else graph.least
        ratios = self.reading.operators.alike(tuple(Ratio(v.number, v.over) for v in tried))
        ends = [r.number.low if self.reading.corner.high else r.number.high for r in ratios]
        idle = graph.const(min(ends) if self.reading.corner.high else max(ends))
        number = extreme(
            graph.choose(one, r.number, idle) for one, r in zip(valid, ratios, strict=True)
        )
        found = Value(number, ratios[0].over, graph.const(COMPUTED))
        return self.reading.choose(all_known, found, outer)
