"""A criterion that describes some levels of its scale and skips others.

The worst level may be left out (it says that there is nothing yet), and so may every second
level of a long scale, as in grids that describe 1, 3 and 5 and leave 2 and 4 for what is between.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.scales.described import (
    OnScale,
    described_by_scale,
    is_every_second,
    on_scales,
    ranks_of,
)
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here in on_scales(subject.value):
        missing = _missing(here)
        if missing:
            levels = ", ".join(write_number(here.scale.by_rank[r].value) for r in missing)
            path = (*here.path, "anchors")
            yield found(path, at_key=True, criterion=here.criterion.id, levels=levels)


def _missing(here: OnScale) -> tuple[int, ...]:
    own = ranks_of(here.criterion.anchors, here.scale)
    if not own or any(is_every_second(ranks, here.scale.top) for ranks in (own, own - {0})):
        return ()
    described = own | described_by_scale(here.scale)
    return tuple(rank for rank in range(1, here.scale.top + 1) if rank not in described)


RULE = Rule("missing-anchor", Topic.SCALES, Severity.WARNING, RUBRIC, find)
