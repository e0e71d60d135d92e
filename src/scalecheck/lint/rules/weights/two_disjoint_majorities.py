"""Two sets without a common criterion that both reach a threshold: what each lacks never counts."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import Setting, settings
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_share
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for setting in settings(subject):
        here, weighing = setting.here, setting.weighing
        if weighing.sufficient or not weighing.is_decided or weighing.disjoint is None:
            continue
        if setting.is_guarded() or not setting.is_plain() or not _always_suffice(setting):
            continue
        one, other = (", ".join(names) for names in weighing.disjoint)
        path = (*here.path, "threshold")
        yield found(path, one=one, other=other, threshold=write_share(here.terms.threshold))


def _always_suffice(setting: Setting) -> bool:
    """Tell whether both sets reach the threshold, whichever of the criteria do not apply."""
    weighing = setting.weighing
    return setting.lapses.is_modest(weighing) and all(
        weighing.weight_of(n for n in names if n not in lapsed) >= weighing.need_without(lapsed)
        for lapsed in setting.cases()
        for names in weighing.disjoint or ()
    )


RULE = Rule("two-disjoint-majorities", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
