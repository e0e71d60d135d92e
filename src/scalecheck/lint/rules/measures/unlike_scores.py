"""A mean of scores that do not have the same ends: the widest scale decides it."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.measures.scored import scales_put_together
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity
from scalecheck.model.scale import Scale


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, measure, scales in scales_put_together(subject, means_only=True):
        by_width = sorted(scales, key=lambda name: (_width(scales[name]), name))
        if by_width and _ends(scales[by_width[0]]) != _ends(scales[by_width[-1]]):
            narrow, wide = by_width[0], by_width[-1]
            yield found(
                (*path, "of"),
                at_key=True,
                measure=measure.id,
                narrow=narrow,
                narrow_ends=_ends(scales[narrow]),
                wide=wide,
                wide_ends=_ends(scales[wide]),
            )


def _width(scale: Scale) -> Fraction:
    return abs(scale.score_at(scale.top) - scale.score_at(0))


def _ends(scale: Scale) -> str:
    low, high = sorted((scale.score_at(0), scale.score_at(scale.top)))
    return f"{write_number(low)}–{write_number(high)}"


RULE = Rule("unlike-scores", Topic.MEASURES, Severity.NOTE, RUBRIC, find)
