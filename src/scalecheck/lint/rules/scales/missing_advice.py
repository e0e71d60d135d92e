"""A criterion that advises how to reach some levels and passes over one of them.

A level between two that are advised is missing; one above or below them is where most other
criteria of the same scale advise it. Every second level of a long scale will do.
"""

from collections import Counter
from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.rules.scales.described import OnScale, is_every_second, on_scales, ranks_of
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity

_FEWEST = 3  # criteria of one scale that advise: fewer show no custom


def find(subject: RubricSubject) -> Iterator[Found]:
    advising = tuple(here for here in on_scales(subject.value) if here.criterion.advice)
    many = Counter(here.scale.id for here in advising)
    advised = Counter((here.scale.id, rank) for here in advising for rank in _ranks(here))
    for here in advising:
        fewest = max(_FEWEST, many[here.scale.id] // 2 + 1)
        custom = (r for r in range(here.scale.top + 1) if advised[here.scale.id, r] >= fewest)
        missing = _missing(here, frozenset(custom))
        if missing:
            levels = ", ".join(write_number(here.scale.by_rank[r].value) for r in missing)
            path = (*here.path, "advice")
            yield found(path, at_key=True, criterion=here.criterion.id, levels=levels)


def _ranks(here: OnScale) -> frozenset[int]:
    return ranks_of(here.criterion.advice, here.scale)


def _missing(here: OnScale, custom: frozenset[int]) -> tuple[int, ...]:
    own = _ranks(here)
    if not own or is_every_second(own, here.scale.top):
        return ()
    between = frozenset(range(min(own), max(own)))
    return tuple(sorted((between | custom) - own))


RULE = Rule("missing-advice", Topic.SCALES, Severity.NOTE, RUBRIC, find, Reads.SOUND)
