"""A majority whose weights and threshold leave nothing to choose: every criterion is needed."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        needed = len(weighing.compulsory) + len(weighing.must)
        if needed == len(weighing.names) and weighing.compulsory:
            if any(map(setting.is_given, weighing.names)):
                continue  # one of them is never missing
            path = (*here.path, "threshold")
            yield found(path, size=needed, threshold=write_share(here.terms.threshold))


RULE = Rule("majority-is-a-gate", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
