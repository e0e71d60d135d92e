"""A criterion of a majority that never decides: with it or without it, the answer is the same."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import Setting, settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        if weighing.is_led_by_one or weighing.is_led_by_must or not weighing.is_decided:
            continue  # told once for all of them, or not known
        for name in _never_decide(setting):
            yield found(
                here.place_of(name),
                at_key=here.at_key,
                also=(Also((*here.path, "threshold"), "threshold"),),
                criterion=name,
                weight=weighing.written(weighing.weights[name]),
                total=weighing.written(weighing.total),
                threshold=write_share(here.terms.threshold),
            )


def _never_decide(setting: Setting) -> Iterator[str]:
    """Those that never decide, whichever of the criteria do not apply."""
    weighing, lapses = setting.weighing, setting.lapses
    idle = [name for name in weighing.idle if not setting.is_vetoed(name)]
    if not idle or not lapses.is_modest(weighing) or not setting.is_plain():
        return
    left_out = setting.cases()
    for name in idle:
        without = (lapsed for lapsed in left_out if name not in lapsed)
        if not any(weighing.decides_without(name, lapsed) for lapsed in without):
            yield name


RULE = Rule("weight-dummy", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
