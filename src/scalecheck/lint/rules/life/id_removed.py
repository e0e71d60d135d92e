"""An id that projects, calls and tests use, and that a new edition no longer has."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from scalecheck.lint.life.diff import compare_meanings
from scalecheck.lint.life.editions import find_table
from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Change, ChangeKind, Family

# What answers are given to: without it, projects that were assessed can no longer be read.
_ANSWERED = (Family.CRITERION, Family.SCALE_LEVEL)
_SECTIONS = {
    Family.ATTRIBUTE: "attributes",
    Family.CRITERION: "dimensions",
    Family.DIMENSION: "dimensions",
    Family.GROUP: "groups",
    Family.LEVEL: "levels",
    Family.MEASURE: "measures",
    Family.SCALE_LEVEL: "scales",
    Family.STRATEGY: "strategies",
    Family.TRACK: "tracks",
}


def find(subject: RubricSubject) -> Iterator[Found]:
    before, now = subject.before, subject.value
    if not isinstance(before, Rubric):
        return
    changes = compare_meanings(before, now, {})
    gone = [c for c in changes if c.kind is ChangeKind.REMOVED and c.family in _SECTIONS]
    if gone and find_table(FilePath(subject.document.name), before, now) is None:
        for change in gone:
            severity = None if change.family in _ANSWERED else Severity.WARNING
            name = f"{change.owner}.{change.name}" if change.owner else change.name
            path = _place(change, before, now)
            yield found(path, at_key=True, severity=severity, id=name, version=before.version)


def _place(change: Change, before: Rubric, now: Rubric) -> Path:
    """Where the thing stood, as far as that place is still there."""
    if change.family is Family.CRITERION:
        home = next(d.id for d in before.dimensions if change.name in {c.id for c in d.criteria})
        places = (n for n, dimension in enumerate(now.dimensions) if dimension.id == home)
        found_at = next(places, None)
        return ("dimensions",) if found_at is None else ("dimensions", found_at, "criteria")
    if change.family is Family.SCALE_LEVEL:
        places = (n for n, scale in enumerate(now.scales) if scale.id == change.owner)
        return ("scales", next(places), "levels")
    section = _SECTIONS[change.family]
    return (section,) if getattr(now, section) else ("version",)


RULE = Rule("id-removed", Topic.LIFE, Severity.ERROR, RUBRIC, find, Reads.SOUND)
