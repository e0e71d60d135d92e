"""A current assessment made under another version of the rubric than the one that was found."""

from collections.abc import Iterator

from scalecheck.lint.current import read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None:
        return
    version, rubric = current.snapshot.rubric_version, current.nodes.rubric
    if version is not None and version != rubric.version:
        path = (*current.path, "rubric_version")
        yield found(path, rubric=rubric.id, version=version, present=rubric.version)


RULE = Rule("other-rubric-version", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
