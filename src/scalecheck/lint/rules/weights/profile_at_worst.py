"""A majority that counts a criterion whatever its answer: its entry level is the worst one."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import majorities
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here in majorities(subject):
        for name, level in here.terms.profile.items():
            typed = subject.names.typed(name)
            if typed is not None and typed.scale is not None and typed.scale.rank_of(level) == 0:
                path = (*here.path, "profile", name)
                yield found(path, criterion=name, level=level, scale=typed.scale.id)


RULE = Rule("profile-at-worst", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
