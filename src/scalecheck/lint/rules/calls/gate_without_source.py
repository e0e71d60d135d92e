"""A gate that closes the call to projects, without saying where it is written."""

from collections.abc import Iterator

from scalecheck.lint.rule import CALL, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.call import GateSeverity
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for number, gate in enumerate(subject.value.gates):
        if gate.severity is GateSeverity.FAIL and gate.source is None:
            yield found(("gates", number, "id"), gate=gate.id)


RULE = Rule("gate-without-source", Topic.CALLS, Severity.NOTE, CALL, find, Reads.SOUND)
