"""Records of the right strength, none of them as recent as the level claimed asks."""

from collections.abc import Iterator

from scalecheck.lint.current import each_lowered
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.facts import RecordState


def find(subject: Subject) -> Iterator[Found]:
    for current, fact, level, counted, need in each_lowered(subject):
        if need is None or need.newest_within is None:
            continue
        fresh = [r for r in fact.records if r.state is RecordState.COUNTED]
        floor = current.strength_of(need.grade)
        ages = {r.id: r.age for r in fresh if current.strength_of(r.held) >= floor}
        known = [age for age in ages.values() if age is not None]
        if len(ages) >= need.count and known:
            yield found(
                (*fact.path, "evidence"),
                criterion=fact.key.criterion,
                level=level,
                counted=counted,
                months=need.newest_within,
                age=min(known),
            )


RULE = Rule("evidence-not-recent", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND)
