"""An attribute of a call that none of its gates reads: applicants answer it for nothing."""

from collections.abc import Iterator

from scalecheck.lint.rule import CALL, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    read = {
        name
        for gate in subject.value.gates
        for case in (*gate.when, *(gate.holds or ()))
        for name in case.root
    }
    for position, attribute in enumerate(subject.value.attributes):
        if attribute.id not in read:
            yield found(("attributes", position, "id"), attribute=attribute.id)


RULE = Rule("unused-call-attribute", Topic.CALLS, Severity.WARNING, CALL, find)
