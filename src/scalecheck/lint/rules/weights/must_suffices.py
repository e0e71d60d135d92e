"""A majority whose compulsory criteria reach the threshold by themselves: no other one counts."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import Setting, settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        others = [name for name in weighing.names if name not in weighing.must]
        if weighing.is_led_by_must and others and _always_lead(setting, others):
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


def _always_lead(setting: Setting, others: list[str]) -> bool:
    """Tell whether the others never count, whichever of the criteria do not apply."""
    weighing = setting.weighing
    if any(map(setting.is_vetoed, others)) or not setting.is_plain():
        return False
    return setting.lapses.is_modest(weighing) and all(
        weighing.weight_of(weighing.must - lapsed) >= weighing.need_without(lapsed)
        for lapsed in setting.cases()
    )


RULE = Rule("must-suffices", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
