"""A criterion whose levels nothing describes, on a scale where other criteria describe theirs."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.scales.described import (
    described_by_scale,
    is_measured,
    is_yes_or_no,
    on_scales,
)
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    every = tuple(on_scales(subject.value))
    told = {
        here.scale.id
        for here in every
        if here.criterion.anchors
        and not (is_measured(here.scale) or is_yes_or_no(here.scale))
        and not described_by_scale(here.scale)
    }
    for path, criterion, scale in every:
        if scale.id in told and not criterion.anchors and criterion.computed is None:
            yield found((*path, "id"), criterion=criterion.id, scale=scale.id)


RULE = Rule("no-anchors", Topic.SCALES, Severity.NOTE, RUBRIC, find)
