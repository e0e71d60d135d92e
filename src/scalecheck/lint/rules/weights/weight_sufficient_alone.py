"""A criterion that reaches the threshold of a majority all alone."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        if weighing.must or len(weighing.sufficient) == len(weighing.names):
            continue  # told as compulsory ones that suffice, or as a majority of one
        if weighing.sufficient and (setting.is_guarded() or not setting.is_plain()):
            continue  # whoever has that one has something of the others too
        for name in weighing.sufficient:
            yield found(
                here.place_of(name),
                at_key=here.at_key,
                also=(Also((*here.path, "threshold"), "threshold"),),
                criterion=name,
                weight=weighing.written(weighing.weights[name]),
                total=weighing.written(weighing.total),
                threshold=write_share(here.terms.threshold),
            )


RULE = Rule("weight-sufficient-alone", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
