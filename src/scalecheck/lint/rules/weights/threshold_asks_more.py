"""A threshold that no sum of weights comes near: what is really asked is much higher."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity

_MUCH = Fraction(1, 10)


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        if setting.lapses.names:
            continue  # the sums change with what applies
        is_told = weighing.sufficient or weighing.is_led_by_must  # as a worse fault
        if is_told or not weighing.is_decided or weighing.asked == weighing.total:
            continue
        if Fraction(weighing.asked, weighing.total) - here.terms.threshold < _MUCH:
            continue
        yield found(
            (*here.path, "threshold"),
            threshold=write_share(here.terms.threshold),
            really=weighing.written(weighing.asked),
            total=weighing.written(weighing.total),
            share=write_share(Fraction(weighing.asked, weighing.total)),
        )


RULE = Rule("threshold-asks-more", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
