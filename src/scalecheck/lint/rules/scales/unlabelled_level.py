"""A level without a label on a scale that names the others.

Scales that name their ends only, or every second level, leave the rest unnamed on purpose.
"""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity
from scalecheck.model.scale import Scale


def find(subject: RubricSubject) -> Iterator[Found]:
    for s, scale in enumerate(subject.value.scales):
        for position in _forgotten(scale):
            level = write_number(scale.levels[position].value)
            yield found(("scales", s, "levels", position), level=level, scale=scale.id)


def _forgotten(scale: Scale) -> tuple[int, ...]:
    named = [n for n, level in enumerate(scale.levels) if level.label is not None]
    bare = tuple(n for n, level in enumerate(scale.levels) if level.label is None)
    is_apart = all(b - a > 1 for a, b in pairwise(named))
    return () if not named or is_apart or len(bare) > len(named) else bare


RULE = Rule("unlabelled-level", Topic.SCALES, Severity.NOTE, RUBRIC, find)
