"""A call that turns nobody away: every project is eligible, whatever its answers."""

from collections.abc import Iterator

from scalecheck.lint.rule import CALL, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.call import GateSeverity
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    if all(gate.severity is not GateSeverity.FAIL for gate in subject.value.gates):
        yield found(("gates",), at_key=True)


RULE = Rule("no-fail-gate", Topic.CALLS, Severity.WARNING, CALL, find, Reads.SOUND)
