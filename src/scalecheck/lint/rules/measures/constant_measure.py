"""A measure that gives the same figure whatever the answers."""

from collections.abc import Iterator

from scalecheck.lint.reach import reaches
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.measures.showing import show_end
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    known = reaches(subject)
    if known is None:
        return
    told: set[str] = set()
    for m, measure in enumerate(subject.value.measures):
        reach = known.of(measure.id)
        if reach is None or reach.low != reach.high:
            continue
        if not told.intersection(measure.of):  # what follows from it is not told again
            only = show_end(known, measure.id, 0)
            yield found(("measures", m, "id"), measure=measure.id, only=only)
        told.add(measure.id)


RULE = Rule("constant-measure", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
