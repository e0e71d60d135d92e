"""A majority that any single criterion reaches: it is no majority, one is enough."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, size = setting.here, len(setting.weighing.names)
        if len(setting.weighing.sufficient) < size or not setting.is_plain():
            continue
        if not setting.is_guarded():
            path = (*here.path, "threshold")
            yield found(path, size=size, threshold=write_share(here.terms.threshold))


RULE = Rule("majority-of-one", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
