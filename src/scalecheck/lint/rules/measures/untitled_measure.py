"""A measure without a title that nothing reads: reports show it under its bare id."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import names_read
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    bare = [(m, v.id) for m, v in enumerate(subject.value.measures) if v.title is None]
    if bare:
        read = names_read(subject.names)
        for position, name in bare:
            if name not in read:
                yield found(("measures", position, "id"), measure=name)


RULE = Rule("untitled-measure", Topic.MEASURES, Severity.NOTE, RUBRIC, find)
