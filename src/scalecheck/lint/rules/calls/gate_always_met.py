"""A gate that every project meets: the worst level required, or the best as a ceiling."""

from collections.abc import Iterator

from scalecheck.lint.gates import each_asked
from scalecheck.lint.rule import CALL, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    if subject.nodes is None:
        return
    for asked in each_asked(subject.value, subject.nodes, "require"):
        if asked.rank <= 0:
            yield found(asked.path, gate=asked.gate.id, node=asked.name, level=asked.level)
    for asked in each_asked(subject.value, subject.nodes, "at_most"):
        if asked.top is not None and asked.rank >= asked.top:
            yield found(asked.path, gate=asked.gate.id, node=asked.name, level=asked.level)


RULE = Rule("gate-always-met", Topic.CALLS, Severity.WARNING, CALL, find)
