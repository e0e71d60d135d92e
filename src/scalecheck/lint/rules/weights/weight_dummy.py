"""A criterion of a majority that never decides: with it or without it, the answer is the same."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here, weighing in weighed(subject):
        if weighing.is_led_by_one or weighing.is_led_by_must or not weighing.is_decided:
            continue  # told once for all of them, or not known
        for name in weighing.idle:
            yield found(
                here.place_of(name),
                at_key=here.at_key,
                also=(Also((*here.path, "threshold"), "threshold"),),
                criterion=name,
                weight=weighing.written(weighing.weights[name]),
                total=weighing.written(weighing.total),
                threshold=write_share(here.terms.threshold),
            )


RULE = Rule("weight-dummy", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
