"""A track that waives all that a level asks: the level is passed over, and never a result."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.climbs import climbs
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for position, last, passed_over, _ in climbs(subject):
        track = subject.value.tracks[position]
        for at in passed_over:
            if at != last:
                also = (Also(("levels", at, "value"), "passed-over"),)
                level = subject.value.levels[at].value
                path = ("tracks", position, "waives")
                yield found(path, at_key=True, also=also, track=track.id, level=level)


RULE = Rule("track-passes-over-level", Topic.LEVELS, Severity.NOTE, RUBRIC, find)
