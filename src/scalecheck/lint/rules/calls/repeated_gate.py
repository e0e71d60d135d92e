"""A gate that asks what another of the same weight asks already, or less."""

from collections.abc import Iterator

from scalecheck.lint.gates import Asked, each_asked
from scalecheck.lint.rule import CALL, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: Subject) -> Iterator[Found]:
    if subject.nodes is None:
        return
    alike: dict[tuple[object, ...], list[Asked]] = {}
    for asked in each_asked(subject.value, subject.nodes, "require"):
        gate = asked.gate
        when = repr(gate.when)  # mappings cannot be looked up, and this one is small
        alike.setdefault((asked.name, gate.plan, gate.severity, when), []).append(asked)
    for several in alike.values():
        strongest = max(several, key=lambda asked: asked.rank)
        for asked in several:
            if asked is not strongest:
                also = (Also(strongest.path, "asks-as-much"),)
                names = (asked.gate.id, strongest.gate.id)
                yield found(asked.path, also=also, gate=names[0], other=names[1], node=asked.name)


RULE = Rule("repeated-gate", Topic.CALLS, Severity.NOTE, CALL, find, Reads.SOUND)
