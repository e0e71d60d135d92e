"""Two sets without a common criterion that both reach a threshold: what each lacks never counts."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here, weighing in weighed(subject):
        if weighing.sufficient or not weighing.is_decided or weighing.disjoint is None:
            continue
        one, other = (", ".join(names) for names in weighing.disjoint)
        path = (*here.path, "threshold")
        yield found(path, one=one, other=other, threshold=write_share(here.terms.threshold))


RULE = Rule("two-disjoint-majorities", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
