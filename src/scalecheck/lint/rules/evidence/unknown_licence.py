"""A rubric under a licence that nobody can look up: what others may do with it is unclear."""

from collections.abc import Iterator

from scalecheck.lint.licences import IDENTIFIERS, is_known
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity, listed


def find(subject: RubricSubject) -> Iterator[Found]:
    licence = subject.value.licence
    if not is_known(licence):
        yield found(("licence",), name=licence, known=listed(IDENTIFIERS))


RULE = Rule("unknown-licence", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find)
