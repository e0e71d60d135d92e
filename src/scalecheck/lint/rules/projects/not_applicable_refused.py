"""An answer of "not applicable" where the rubric admits none: it is read as no answer."""

from collections.abc import Iterator

from scalecheck.lint.current import each_fact
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for _, fact in each_fact(subject):
        if fact.flag == "not-applicable-refused":
            yield found((*fact.path, "not_applicable"), criterion=fact.key.criterion)


RULE = Rule("not-applicable-refused", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
