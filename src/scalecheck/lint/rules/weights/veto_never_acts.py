"""A veto that can never block: nothing is below the worst level, or the criterion is compulsory."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.majorities import majorities
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for here in majorities(subject):
        for name, level in here.terms.veto.items():
            typed = subject.names.typed(name)
            is_worst = typed and typed.scale and typed.scale.rank_of(level) == 0
            if is_worst:
                yield found((*here.path, "veto", name), criterion=name, level=level)
            elif name in here.terms.must:
                position = here.terms.must.index(name)
                also = (Also((*here.path, "must", position), "compulsory"),)
                yield found((*here.path, "veto", name), also=also, criterion=name, level=level)


RULE = Rule("veto-never-acts", Topic.WEIGHTS, Severity.WARNING, RUBRIC, find)
