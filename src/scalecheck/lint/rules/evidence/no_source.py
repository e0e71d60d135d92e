"""A rubric that names no source: nobody can tell where its levels come from."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    if not subject.value.sources:
        yield found(("id",), rubric=subject.value.id)


RULE = Rule("no-source", Topic.EVIDENCE, Severity.NOTE, RUBRIC, find, Reads.SOUND)
