"""A scale with more levels than anyone can tell apart, where each is judged rather than measured.

Source: Preston and Colman, 2000, Acta Psychologica 104(1): reliability falls beyond ten answers.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.scales.described import (
    described_by_scale,
    is_measured,
    on_scales,
    ranks_of,
)
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity

_MOST = 11


def find(subject: RubricSubject) -> Iterator[Found]:
    judged = {
        here.scale.id
        for here in on_scales(subject.value)
        if len(here.scale.levels) > _MOST
        and here.criterion.computed is None
        and len(ranks_of(here.criterion.anchors, here.scale)) <= _MOST
    }
    for position, scale in enumerate(subject.value.scales):
        if (
            scale.id in judged
            and not is_measured(scale)
            and len(described_by_scale(scale)) <= _MOST
        ):
            path = ("scales", position, "levels")
            yield found(path, at_key=True, scale=scale.id, levels=len(scale.levels), most=_MOST)


RULE = Rule("long-scale", Topic.SCALES, Severity.NOTE, RUBRIC, find)
