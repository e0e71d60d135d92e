"""A band that no answers give: the figure stops before it, or starts after it."""

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
        if measure.op != "bands":
            continue
        of = measure.of[0]
        for b, may in enumerate(known.bands(measure) or ()):
            if not may:
                lowest, highest = show_end(known, of, 0), show_end(known, of, 1)
                path = ("measures", m, "bands", b)
                band = measure.bands[b].id
                yield found(path, band=band, measure=of, lowest=lowest, highest=highest)


RULE = Rule("band-unreachable", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
