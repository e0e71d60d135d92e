"""What is weighted in a rubric: majorities and weighted means, with the weights given there."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.diagnostic import Path
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Majority
from scalecheck.model.walking import every_part


class Weighted(NamedTuple):
    """Where it stands, what it weighs, and its own weights where it has some.

    `names` may hold the name of a dimension, which stands for its criteria.
    """

    path: Path
    names: tuple[str, ...]
    given: Mapping[str, Fraction] | None


def weighted(rubric: Rubric) -> Iterator[Weighted]:
    """Every majority and every weighted mean."""
    for path, rule in every_part(rubric):
        if isinstance(rule, Majority):
            terms = rule.majority
            yield Weighted((*path, "majority"), tuple(terms.profile), terms.weights)
    for position, measure in enumerate(rubric.measures):
        if measure.op == "weighted-mean":
            yield Weighted(("measures", position), measure.of, measure.weights)
