"""Weights of a majority or of a mean that only repeat those of the criteria."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.weighted import weighted
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    criteria = {criterion.id: criterion.weight for criterion in subject.value.criteria}
    for path, names, given in weighted(subject.value):
        if given is not None and names and set(names) == set(given):
            own = {name: criteria.get(name, Fraction(1)) for name in names}
            if _are_in_proportion(own, given):
                yield found((*path, "weights"), at_key=True, size=len(given))


def _are_in_proportion(own: Mapping[str, Fraction], given: Mapping[str, Fraction]) -> bool:
    """Tell whether two sets of weights decide alike: only their ratios matter."""
    first = next(iter(given))
    return all(given[n] * own[first] == own[n] * given[first] for n in given)


RULE = Rule("weights-repeat-criteria", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
