"""A level lower than in the assessment before, and no word on why."""

from collections.abc import Iterator

from scalecheck.lint.current import place_of_level, read_current, read_previous
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: Subject) -> Iterator[Found]:
    current, previous = read_current(subject), read_previous(subject)
    if current is None or previous is None:
        return
    for fact, answer in current.answered():
        before = previous.facts.get(fact.key)
        if before is None or before.claimed is None or fact.claimed is None:
            continue
        if fact.claimed.high < before.claimed.low and not (answer.note or answer.reason):
            level = current.level_of(fact, fact.claimed.high)
            earlier = current.level_of(fact, before.claimed.low)
            also = (Also(place_of_level(before), "level-before"),)
            yield found(
                place_of_level(fact),
                also=also,
                criterion=fact.key.criterion,
                level=level,
                earlier=earlier,
                date=previous.snapshot.date,
            )


RULE = Rule(
    "regression-without-reason", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND
)
