"""Two gates that no project can meet together: a ceiling under what is required."""

from collections.abc import Iterator

from scalecheck.lint.gates import Asked, each_asked, may_meet
from scalecheck.lint.rule import CALL, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.call import GateSeverity
from scalecheck.model.diagnostic import Also, Severity

_FAIL = GateSeverity.FAIL


def find(subject: Subject) -> Iterator[Found]:
    if subject.nodes is None:
        return
    floors: dict[tuple[str, str | None], list[Asked]] = {}
    for asked in each_asked(subject.value, subject.nodes, "require"):
        floors.setdefault((asked.name, asked.gate.plan), []).append(asked)
    for ceiling in each_asked(subject.value, subject.nodes, "at_most"):
        for floor in floors.get((ceiling.name, ceiling.gate.plan), ()):
            yield from _judge(floor, ceiling)


def _judge(floor: Asked, ceiling: Asked) -> Iterator[Found]:
    both_close = floor.gate.severity is _FAIL and ceiling.gate.severity is _FAIL
    if floor.rank <= ceiling.rank or not both_close:
        return
    if may_meet(floor.gate.when, ceiling.gate.when):
        # Without conditions nobody is eligible; with them, whoever fulfils both is not.
        is_for_all = floor.gate.when == ceiling.gate.when
        yield found(
            ceiling.path,
            also=(Also(floor.path, "required-here"),),
            severity=Severity.ERROR if is_for_all else Severity.WARNING,
            node=ceiling.name,
            ceiling=ceiling.level,
            required=floor.level,
            gate=ceiling.gate.id,
            other=floor.gate.id,
        )


RULE = Rule("contradictory-gates", Topic.CALLS, Severity.ERROR, CALL, find, Reads.SOUND)
