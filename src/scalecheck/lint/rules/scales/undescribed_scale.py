"""A scale whose levels nothing describes: neither the scale itself, nor any of its criteria."""

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
    asked: set[str] = set()
    told: set[str] = set()
    for _, criterion, scale in on_scales(subject.value):
        if criterion.computed is None:
            asked.add(scale.id)
        if criterion.anchors:
            told.add(scale.id)
    for position, scale in enumerate(subject.value.scales):
        exempt = is_measured(scale) or is_yes_or_no(scale) or described_by_scale(scale)
        if scale.id in asked and scale.id not in told and not exempt:
            yield found(("scales", position, "id"), scale=scale.id)


RULE = Rule("undescribed-scale", Topic.SCALES, Severity.NOTE, RUBRIC, find)
