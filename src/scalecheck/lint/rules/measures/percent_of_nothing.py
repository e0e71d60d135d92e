"""A percentage of nothing: the largest score of all its items together is no higher than none."""

from collections.abc import Iterator

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.reach import size_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    percents = [(m, v) for m, v in enumerate(subject.value.measures) if v.op == "percent"]
    if not percents or not can_be_followed(subject):
        return
    for position, measure in percents:
        typed = [subject.names.typed(name) for name in subject.names.expand(measure.of)]
        scales = [kind.scale for kind in typed if kind is not None and kind.scale is not None]
        is_known = len(scales) == len(typed)
        if is_known and all(size_of(scale, measure.base)[1] == 0 for scale in scales):
            yield found(("measures", position, "of"), at_key=True, measure=measure.id)


RULE = Rule("percent-of-nothing", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
