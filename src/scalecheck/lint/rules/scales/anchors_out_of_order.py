"""Levels of a criterion described in a mixed order, neither going up nor going down."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.scales.described import OnScale, on_scales
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here in on_scales(subject.value):
        broken = _first_break(here)
        if broken is not None:
            other, level = broken
            path = (*here.path, "anchors")
            also = (Also((*path, other), "comes-before", at_key=True),)
            yield found((*path, level), at_key=True, also=also, level=level, other=other)


def _first_break(here: OnScale) -> tuple[str, str] | None:
    """The first two neighbours that leave the direction of the ends of the list."""
    scale = here.scale
    ranked = [
        (name, rank) for name in here.criterion.anchors if (rank := scale.rank_of(name)) is not None
    ]
    if len(ranked) < 3:
        return None
    rises = ranked[0][1] < ranked[-1][1]
    pairs = pairwise(ranked)
    return next(((a, b) for (a, low), (b, high) in pairs if (low < high) != rises), None)


RULE = Rule("anchors-out-of-order", Topic.SCALES, Severity.WARNING, RUBRIC, find)
