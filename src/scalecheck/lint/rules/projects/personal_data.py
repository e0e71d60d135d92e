"""Personal data in a project: descriptors hold organisations and functions, not people."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.personal_data import find_personal_data
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path, Severity


def find(subject: Subject) -> Iterator[Found]:
    waiting: list[tuple[Path, Any]] = [((), subject.data)]
    while waiting:
        path, data = waiting.pop()
        if isinstance(data, str):
            yield from (found(path, found=sort) for sort in find_personal_data(data))
        elif isinstance(data, Mapping):
            waiting.extend(((*path, key), below) for key, below in data.items())
        elif isinstance(data, tuple):
            waiting.extend(((*path, n), below) for n, below in enumerate(data))


RULE = Rule("personal-data", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.DOCUMENT)
