"""Scores where more is better and scores where more is worse, put together in one figure."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.measures.scored import scales_put_together
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.scale import Direction


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, measure, scales in scales_put_together(subject):
        up = [name for name, scale in scales.items() if scale.direction is Direction.UP]
        down = [name for name, scale in scales.items() if scale.direction is Direction.DOWN]
        if up and down and measure.op != "product":
            word = "items" if measure.op == "additive" else "of"
            yield found((*path, word), at_key=True, measure=measure.id, up=up[0], down=down[0])


RULE = Rule("mixed-directions", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
