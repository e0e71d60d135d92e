"""A majority too large for its weights to be compared exactly: what they do is not known."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here, weighing in weighed(subject):
        if not weighing.is_decided:
            word = "profile" if here.at_key else "weights"
            path = (*here.path, word)
            yield found(path, at_key=True, size=len(weighing.names))


RULE = Rule("weights-undecided", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
