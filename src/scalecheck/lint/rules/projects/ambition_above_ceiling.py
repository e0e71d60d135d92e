"""An ambition above the level where the track chosen ends: it can never be reached."""

from collections.abc import Iterator

from scalecheck.lint.current import read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    ambition = subject.value.ambition
    if current is None or ambition.level is None:
        return
    values = [level.value for level in current.nodes.rubric.levels]
    for track in current.nodes.rubric.tracks:
        if track.id != ambition.track or track.ceiling not in values:
            continue
        if ambition.level in values and values.index(ambition.level) > values.index(track.ceiling):
            also = (Also(("ambition", "track"), "track-chosen"),)
            yield found(
                ("ambition", "level"),
                also=also,
                level=ambition.level,
                track=track.id,
                ceiling=track.ceiling,
            )


RULE = Rule("ambition-above-ceiling", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
