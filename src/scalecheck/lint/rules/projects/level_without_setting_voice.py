"""A level that rests on adopter settings, claimed without any of them having been heard.

Which levels do is read in the rubric: those whose rule leads down to a criterion that is
answered setting by setting, and every level above.
"""

from collections.abc import Iterator

from scalecheck.lint.current import Current, read_current
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.assess import Options, assess


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None or current.snapshot.assessor.voices:
        return
    first = find_first_level(current.nodes)
    reached = _claimed(current) if first is not None else None
    if first is not None and reached is not None and reached >= first:
        levels = current.nodes.rubric.levels
        also = (Also((*current.path, "date"), "assessment"),)
        yield found(
            (*current.path, "assessor", "voices"),
            also=also,
            level=levels[reached].value,
            first=levels[first].value,
        )


def find_first_level(nodes: Nodes) -> int | None:
    """The first level of a ladder that rests on what settings answered; None where none does."""
    heard = {c for group in nodes.rubric.groups if group.of == "settings" for c in group.criteria}
    if not heard or nodes.rubric.headline != "ladder":
        return None
    for position, level in enumerate(nodes.rubric.levels):
        if level.requires is not None and heard & nodes.cone_of_rule(level.requires):
            return position
    return None


def _claimed(current: Current) -> int | None:
    position = int(current.path[1])
    options = Options(position=position, steps=False, sensitivity=False)
    return assess(current.nodes.rubric, current.project, options).headline.claimed_low


RULE = Rule(
    "level-without-setting-voice", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND
)
