"""A gain of more steps than there are: no project can make it."""

from collections.abc import Iterator

from scalecheck.lint.gates import find_top
from scalecheck.lint.rule import CALL, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for number, gate in enumerate(subject.value.gates):
        for name, steps in (gate.gain or {}).items():
            top = find_top(subject.nodes, name) if subject.nodes is not None else None
            if top is not None and steps > top:
                path = ("gates", number, "gain", name)
                yield found(path, gate=gate.id, node=name, steps=steps, most=top)


RULE = Rule("unreachable-gain", Topic.CALLS, Severity.ERROR, CALL, find)
