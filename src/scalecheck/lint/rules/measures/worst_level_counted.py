"""A count or a test of items set at the worst level: every answer passes it."""

from collections.abc import Iterator

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.measures import Measure


def find(subject: RubricSubject) -> Iterator[Found]:
    asked = [
        (("measures", m, *place), level, measure)
        for m, measure in enumerate(subject.value.measures)
        for place, level in _levels(measure)
    ]
    if not asked or not can_be_followed(subject):
        return
    names = subject.names
    for path, level, measure in asked:
        typed = [names.typed(name) for name in names.reads(measure.id)]
        scales = [kind.scale for kind in typed if kind is not None and kind.scale is not None]
        if scales and all(scale.rank_of(level) == 0 for scale in scales):
            yield found(path, measure=measure.id, level=level)


def _levels(measure: Measure) -> Iterator[tuple[Path, str]]:
    if measure.op == "count" and measure.at_least is not None:
        yield ("at_least",), measure.at_least
    for word in ("at", "below") if measure.op in ("ladder", "highest") else ():
        test = getattr(measure, word, None)
        if test is not None and test.item is not None:
            yield (word, "item"), test.item


RULE = Rule("worst-level-counted", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
