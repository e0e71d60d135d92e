"""A criterion with a weight that nothing weighs: no majority and no weighted mean reads it."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import left_unread
from scalecheck.lint.rules.weights.weighted import weighted
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity
from scalecheck.model.walking import every_criterion


def find(subject: RubricSubject) -> Iterator[Found]:
    heavy = [(path, c) for path, c in every_criterion(subject.value) if c.weight != 1]
    if not heavy:
        return
    names = subject.names
    read: set[str] = set()
    for _, named, given in weighted(subject.value):
        if given is None:
            read.update(named, names.expand(named))
    unread = left_unread((c.id for _, c in heavy), frozenset(read), names.known)
    for path, criterion in heavy:
        if criterion.id in unread:
            weight = write_number(criterion.weight)
            yield found((*path, "weight"), criterion=criterion.id, weight=weight)


RULE = Rule("unread-weight", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
