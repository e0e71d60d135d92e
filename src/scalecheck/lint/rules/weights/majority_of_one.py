"""A majority that any single criterion reaches: it is no majority, one is enough."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here, weighing in weighed(subject):
        size = len(weighing.names)
        if len(weighing.sufficient) == size:
            path = (*here.path, "threshold")
            yield found(path, size=size, threshold=write_share(here.terms.threshold))


RULE = Rule("majority-of-one", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
