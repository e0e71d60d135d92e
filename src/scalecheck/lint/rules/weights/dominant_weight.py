"""A weighted mean in which one criterion weighs more than all the others together."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity

_FEW = 3


def find(subject: RubricSubject) -> Iterator[Found]:
    means = [(m, v) for m, v in enumerate(subject.value.measures) if v.op == "weighted-mean"]
    if not means:
        return
    own = {criterion.id: criterion.weight for criterion in subject.value.criteria}
    for position, mean in means:
        names = subject.names.expand(mean.of)
        given = own if mean.weights is None else mean.weights
        weights = {name: given.get(name, Fraction(1)) for name in names}
        if len(weights) < _FEW:
            continue
        first = max(weights, key=lambda name: weights[name])
        others = sum(weights.values(), Fraction(0)) - weights[first]
        if weights[first] > others > 0:
            path = ("measures", position, "weights" if mean.weights is not None else "of")
            weight, rest = write_number(weights[first]), write_number(others)
            yield found(path, at_key=True, criterion=first, weight=weight, others=rest)


RULE = Rule("dominant-weight", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
