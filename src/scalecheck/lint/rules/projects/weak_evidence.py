"""Records that are cited, but too weak or too few for the level claimed."""

from collections.abc import Iterator

from scalecheck.lint.current import each_lowered
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.facts import RecordState


def find(subject: Subject) -> Iterator[Found]:
    for current, fact, level, counted, need in each_lowered(subject):
        # A record that is stale, rejected or planned is told where it stands.
        is_plain = all(record.state is RecordState.COUNTED for record in fact.records)
        if need is None or not fact.records or not is_plain:
            continue
        floor = current.strength_of(need.grade)
        held = {r.id for r in fact.records if current.strength_of(r.held) >= floor}
        if len(held) < need.count:
            yield found(
                (*fact.path, "evidence"),
                criterion=fact.key.criterion,
                level=level,
                counted=counted,
                grade=need.grade,
                wanted=need.count,
                held=len(held),
            )


RULE = Rule("weak-evidence", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND)
