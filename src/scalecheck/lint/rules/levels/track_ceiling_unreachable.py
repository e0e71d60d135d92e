"""A track that waives so much that its own last level can never be reached."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.climbs import climbs
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for position, last, passed_over, stop in climbs(subject):
        blocked = last if stop is None and last in passed_over else stop
        if blocked is None:
            continue
        track = subject.value.tracks[position]
        yield found(
            ("tracks", position, "id"),
            also=(Also(("levels", blocked, "value"), "stops-here"),),
            track=track.id,
            level=levels[blocked].value,
            ceiling=levels[last].value,
        )


RULE = Rule("track-ceiling-unreachable", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
