"""An answer to a question that is not asked of this project: it is kept, and not read."""

from collections.abc import Iterator

from scalecheck.lint.current import read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.facts import Status


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    for fact, _ in current.answered() if current is not None else ():
        if fact.status is Status.OUT:
            yield found(fact.path, at_key=True, criterion=fact.key.criterion)


RULE = Rule("waived-criterion-answered", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
