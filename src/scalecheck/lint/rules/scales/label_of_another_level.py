"""A label or a description that begins with the number of another level than its own.

Published grids hold a scale from 1 to 4 whose labels say 0 to 4: whoever answers follows the
label, and the engine the value.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.scales.described import on_scales
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.scale import Scale
from scalecheck.model.text import Text

_WORD = re.compile(r"\s*(?:niveau|level)\s+([0-9]{1,3})\s*(?:[.:)\u2013\u2014-](?![0-9])|\Z)", re.I)
_BARE = re.compile(r"\s*([0-9]{1,3})\s*(?:[.:)\u2013\u2014-](?!\s*[0-9])|\Z)")


def find(subject: RubricSubject) -> Iterator[Found]:
    for s, scale in enumerate(subject.value.scales):
        yield from _mislabelled(scale, ("scales", s, "levels"))
    for path, criterion, scale in on_scales(subject.value):
        for level, text in criterion.anchors.items():
            rank, said = scale.rank_of(level), _says(text, _WORD)
            if rank is not None and said not in (None, scale.by_rank[rank].value):
                here = (*path, "anchors", level)
                value = write_number(scale.by_rank[rank].value)
                yield found(here, level=value, said=said, scale=scale.id)


def _mislabelled(scale: Scale, path: Path) -> Iterator[Found]:
    """Labels with the word, each alone; bare numbers, where all the labels count by one."""
    counted = [_says(level.label, _BARE) for level in scale.levels]
    whole = [said for said in counted if said is not None]
    is_series = len(whole) == len(counted) and all(abs(b - a) == 1 for a, b in pairwise(whole))
    if any(level.value.denominator != 1 for level in scale.levels):
        return
    for position, level in enumerate(scale.levels):
        said = _says(level.label, _WORD)
        if said is None and is_series:
            said = counted[position]
        if said is not None and said != level.value:
            here = (*path, position, "label")
            yield found(here, level=write_number(level.value), said=said, scale=scale.id)


def _says(text: Text | None, pattern: re.Pattern[str]) -> Fraction | None:
    """The number that a text begins with, in French or else in English."""
    for said in (text.fr, text.en) if text is not None else ():
        match = pattern.match(said or "")
        if match:
            return Fraction(match[1])
    return None


RULE = Rule("label-of-another-level", Topic.SCALES, Severity.WARNING, RUBRIC, find)
