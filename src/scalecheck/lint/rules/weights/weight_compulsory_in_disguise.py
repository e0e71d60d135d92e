"""A criterion without which a majority is never reached, though it is not said compulsory."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing, compulsory = setting.here, setting.weighing, setting.weighing.compulsory
        if len(compulsory) + len(weighing.must) == len(weighing.names):
            continue  # every one of them: told as a majority that is a plain gate
        for name in compulsory:
            if setting.is_given(name) or setting.is_compulsory_beside(name):
                continue  # nothing to lack, or said in another place
            others = weighing.written(weighing.total - weighing.weights[name])
            yield found(
                here.place_of(name),
                at_key=here.at_key,
                also=(Also((*here.path, "threshold"), "threshold"),),
                criterion=name,
                others=others,
                total=weighing.written(weighing.total),
                threshold=write_share(here.terms.threshold),
            )


RULE = Rule("weight-compulsory-in-disguise", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
