"""A majority whose compulsory criteria reach the threshold by themselves: no other one counts."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import weighed
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here, weighing in weighed(subject):
        others = [name for name in weighing.names if name not in weighing.must]
        if weighing.is_led_by_must and others:
            must = (name for name in weighing.names if name in weighing.must)
            word = "must" if here.terms.must else "veto"
            also = (Also((*here.path, "threshold"), "threshold"),)
            yield found(
                (*here.path, word),
                at_key=True,
                also=also,
                must=", ".join(must),
                others=", ".join(others),
                threshold=write_share(here.terms.threshold),
            )


RULE = Rule("must-suffices", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
