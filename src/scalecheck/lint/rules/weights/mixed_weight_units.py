"""Shares and whole numbers among the weights of one majority or mean: 0.25 beside 30.

Only the ratios of weights count, so the small ones, perhaps meant as shares, weigh nothing.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.weighted import Weighted, weighted
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity

_LARGE = 10


def find(subject: RubricSubject) -> Iterator[Found]:
    own = {criterion.id: criterion.weight for criterion in subject.value.criteria}
    for here in weighted(subject.value):
        weights = here.given or _own_weights(subject, here, own)
        if not _is_mixed(weights):
            continue
        small = min(weights, key=lambda name: weights[name])
        large = max(weights, key=lambda name: weights[name])
        word = "weights" if here.given else "of" if here.path[0] == "measures" else "profile"
        least, most = write_number(weights[small]), write_number(weights[large])
        path = (*here.path, word)
        yield found(path, at_key=True, small=small, least=least, large=large, most=most)


def _own_weights(
    subject: RubricSubject, here: Weighted, own: Mapping[str, Fraction]
) -> Mapping[str, Fraction]:
    names = subject.names.expand(here.names)
    return {name: own.get(name, Fraction(1)) for name in names}


def _is_mixed(weights: Mapping[str, Fraction]) -> bool:
    """Tell whether some weights are below 1 and others well above it."""
    values = weights.values()
    return any(0 < weight < 1 for weight in values) and any(weight >= _LARGE for weight in values)


RULE = Rule("mixed-weight-units", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
