"""A level claimed without the evidence it asks for: it counts lower than it reads."""

from collections.abc import Iterator

from scalecheck.lint.current import each_lowered, place_of_level
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for _, fact, level, counted, _ in each_lowered(subject):
        if not fact.records:
            yield found(
                place_of_level(fact), criterion=fact.key.criterion, level=level, counted=counted
            )


RULE = Rule(
    "claimed-without-evidence", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND
)
