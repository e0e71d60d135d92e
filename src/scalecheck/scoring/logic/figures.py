"""Measures that are numbers, as sums of steps: what they ask becomes a weighted sum."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from math import floor, lcm
from typing import NamedTuple

from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Base,
    Count,
    Difference,
    Lookup,
    Mean,
    Measure,
    Percent,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.model.operator import Rounding
from scalecheck.model.scale import Scale
from scalecheck.scoring.logic.formula import Formula, Rank, weigh
from scalecheck.scoring.logic.nodes import NodeReader
from scalecheck.scoring.logic.scope import Manner

Inputs = list[tuple[str, int]]


class UnfollowedError(Exception):
    """A measure that is not followed to its answers."""


class Figure(NamedTuple):
    """A number: what it is at the worst answers, and what each thing that holds adds (> 0)."""

    base: Fraction
    steps: tuple[tuple[Fraction, Formula], ...]

    def at_least(self, bound: Rank, *, is_open: bool = False) -> Formula:
        """Ask that the number reach a bound, or pass it where the bound is open."""
        needed = Fraction(bound) - self.base
        if not is_open:
            return weigh(self.steps, needed)
        unit = lcm(*(step.denominator for step, _ in self.steps))
        return weigh(self.steps, Fraction(floor(needed * unit) + 1, unit))

    def times(self, factor: Rank) -> "Figure":
        """Multiply by a number > 0."""
        return Figure(self.base * factor, tuple((s * factor, f) for s, f in self.steps))


def add(figures: Iterable[Figure]) -> Figure:
    """Add numbers."""
    found = tuple(figures)
    base = sum((figure.base for figure in found), Fraction(0))
    return Figure(base, tuple(step for figure in found for step in figure.steps))


def _before_rounding(measure: Round, bound: Fraction, *, is_open: bool) -> tuple[Fraction, bool]:
    """What a number must reach (or pass) for its rounding to reach (or pass) a bound."""
    scaled = bound * 10**measure.digits
    units = floor(scaled) + 1 if is_open else -floor(-scaled)
    if measure.rounding is Rounding.DOWN:
        return _unscaled(units if units > 0 else units - 1, measure), units <= 0
    is_up = units > 0 if measure.rounding is Rounding.HALF_UP else units % 2 == 0
    return _unscaled(units - Fraction(1, 2), measure), not is_up


def _unscaled(units: Rank, measure: Round) -> Fraction:
    return units * Fraction(1, 10**measure.digits)


class FigureReader(NodeReader, ABC):
    """Reads the inputs of measures, and the measures that are numbers."""

    # How many instances a group has in the manner `ALIKE`: as many as anything asks for.
    instances: int = 1

    @abstractmethod
    def steps_of(self, measure: Lookup) -> list[tuple[Fraction, Formula]]:
        """The cells of a table of numbers, each with what reaches it."""

    def inputs(self, measure: Measure, names: tuple[str, ...]) -> Inputs:
        """The inputs of a measure that apply, and how many each stands for.

        Raises:
            UnfollowedError: in the open manner, for what is read over instances.
        """
        found: Inputs = []
        for name in self.nodes.expand(names):
            if not self._applies(name):
                continue
            own = self.nodes.group_of.get(name)
            part = self.nodes.measures.get(name)
            group = own.id if own else part.per if part else None
            is_over = group is not None and group != measure.per
            if is_over and self.manner is Manner.OPEN:
                raise UnfollowedError
            found.append((name, self.instances if is_over else 1))
        return found

    def _applies(self, name: str) -> bool:
        """Tell whether a node has anything applicable left; a loop is taken to have."""
        if name not in self.nodes.known:
            raise UnfollowedError
        return self.at_least(name, 0) is not None

    def has_inputs(self, measure: Measure) -> bool:
        """Tell whether anything that a measure needs applies."""
        if isinstance(measure, Ladder | Highest | Additive):
            return any(self.inputs(measure, names) for names in measure.items.values())
        found = self.inputs(measure, measure.of)
        needs_all = isinstance(measure, Lookup | Difference)
        return bool(found) and (len(found) >= len(measure.of) or not needs_all)

    def asked_of(self, name: str, rank: Rank) -> Formula:
        """Ask a rank of an input that applies."""
        asked = self.at_least(name, rank)
        if asked is None:
            raise UnfollowedError
        return asked

    def number_at_least(self, measure: Measure, bound: Rank, *, is_open: bool = False) -> Formula:
        """Ask that a measure that is a number reach a bound, or pass it where it is open.

        Raises:
            UnfollowedError: for a product, a mean of rounded numbers, what is not monotone.
        """
        if not isinstance(measure, Round):
            return self.figure(measure).at_least(bound, is_open=is_open)
        bound, is_open = _before_rounding(measure, Fraction(bound), is_open=is_open)
        (name, _), *_ = self.inputs(measure, measure.of)
        return self.node_number_at_least(name, bound, is_open=is_open)

    def node_number_at_least(self, name: str, bound: Rank, *, is_open: bool) -> Formula:
        """Ask the same of any node, by its score where it has a scale."""
        measure = self.nodes.measures.get(name)
        typed = self.nodes.typed(name)
        if measure is None or typed is None or typed.scale is not None:
            return self.figure_of(name).at_least(bound, is_open=is_open)
        return self.number_at_least(measure, bound, is_open=is_open)

    def figure(self, measure: Measure) -> Figure:
        """Read a measure as a sum of steps.

        Raises:
            UnfollowedError: for a product, a rounded number, and what is not monotone.
        """
        found: Figure
        match measure:
            case Count():
                found = self._count(measure)
            case Sum():
                found = add(self._inputs_of(measure, measure.of))
            case Mean():
                found = self._mean(measure, measure.of)
            case WeightedMean():
                found = self._weighted(measure)
            case Percent():
                found = self._percent(measure)
            case Additive():
                items = measure.items.values()
                found = add(self._mean(measure, n) for n in items if self.inputs(measure, n))
            case Lookup():
                found = self._table(measure)
            case _:
                raise UnfollowedError
        return found

    def figure_of(self, name: str) -> Figure:
        """Read a node as the number that index measures read."""
        typed = self.nodes.typed(name)
        if typed is None:
            raise UnfollowedError
        if typed.scale is not None:
            return self._scored(name, typed.scale)
        measure = self.nodes.measures.get(name)
        if measure is None or self.at_least(name, 0) is None:
            raise UnfollowedError
        return self.figure(measure)

    def _scored(self, name: str, scale: Scale) -> Figure:
        scores = [scale.score_at(rank) for rank in range(scale.top + 1)]
        steps = tuple(
            (after - before, self.asked_of(name, rank))
            for rank, (before, after) in enumerate(pairwise(scores), 1)
            if after != before
        )
        if any(step < 0 for step, _ in steps):
            raise UnfollowedError
        return Figure(scores[0], steps)

    def _inputs_of(self, measure: Measure, names: tuple[str, ...]) -> list[Figure]:
        return [self.figure_of(n).times(count) for n, count in self.inputs(measure, names)]

    def _mean(self, measure: Measure, names: tuple[str, ...]) -> Figure:
        total = sum(count for _, count in self.inputs(measure, names))
        return add(self._inputs_of(measure, names)).times(Fraction(1, total))

    def _weighted(self, measure: WeightedMean) -> Figure:
        weighed = []
        for name, count in self.inputs(measure, measure.of):
            criterion = self.nodes.criteria.get(name)
            weight = criterion.weight if criterion else Fraction(1)
            if measure.weights is not None:
                weight = measure.weights.get(name, Fraction(1))
            weighed.append((name, weight * count))
        total = sum(weight for _, weight in weighed)
        if any(weight <= 0 for _, weight in weighed):
            raise UnfollowedError
        return add(self.figure_of(name).times(weight / total) for name, weight in weighed)

    def _percent(self, measure: Percent) -> Figure:
        lowest = largest = Fraction(0)
        for name, count in self.inputs(measure, measure.of):
            typed = self.nodes.typed(name)
            if typed is None or typed.scale is None:
                raise UnfollowedError
            lowest += typed.scale.score_at(0) * count
            largest += typed.scale.score_at(typed.scale.top) * count
        start = lowest if measure.base is Base.LOWEST else Fraction(0)
        if largest <= start:
            raise UnfollowedError
        got = add(self._inputs_of(measure, measure.of))
        return Figure(got.base - start, got.steps).times(1 / (largest - start))

    def _count(self, measure: Count) -> Figure:
        steps: list[tuple[Fraction, Formula]] = []
        for name, count in self.inputs(measure, measure.of):
            wanted = self.wanted(name, measure.at_least or "")
            if wanted is None:
                raise UnfollowedError
            steps.append((Fraction(count), self.asked_of(name, wanted)))
        return Figure(Fraction(0), tuple(steps))

    def _table(self, measure: Lookup) -> Figure:
        cells = self.steps_of(measure)
        if not cells:
            raise UnfollowedError
        steps = ((b - a, reached) for (a, _), (b, reached) in pairwise(cells))
        return Figure(cells[0][0], tuple(steps))
