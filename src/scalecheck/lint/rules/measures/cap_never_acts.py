"""A cap at or above the best that its measure gives: it holds nothing back."""

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
    for m, measure in enumerate(subject.value.measures):
        if measure.op == "cap":
            reach, at = known.of(measure.of[0]), known.wanted(measure.id, measure.at)
            if reach is not None and reach.high is not None and at is not None and at >= reach.high:
                highest = show_end(known, measure.of[0], 1)
                path = ("measures", m, "at")
                yield found(path, measure=measure.id, at=measure.at, highest=highest)


RULE = Rule("cap-never-acts", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
