"""Evidence asked of a criterion that is computed: it has no answer to support."""

from collections.abc import Iterator

from scalecheck.lint.needs import each_criterion
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for criterion, path in each_criterion(subject):
        if criterion.computed is not None and criterion.evidence.least:
            yield found((*path, "evidence", "least"), at_key=True, criterion=criterion.id)


RULE = Rule("evidence-on-computed", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find)
