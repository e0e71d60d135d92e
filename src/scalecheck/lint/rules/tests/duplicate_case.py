"""A case given the same answers as another: it proves nothing more."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.rule import TEST, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.trials import each_case
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.frozen import Frozen


def find(subject: Subject) -> Iterator[Found]:
    seen: dict[object, tuple[str, Path]] = {}
    for case, path in each_case(subject.value):
        other, place = seen.setdefault(_freeze(case.given), (case.id, path))
        if place != path:
            also = (Also((*place, "given"), "same-answers", at_key=True),)
            yield found((*path, "given"), at_key=True, also=also, case=case.id, other=other)


def _freeze(value: Any) -> object:
    """Make a value that can be looked up; the order of keys does not count."""
    if isinstance(value, Frozen):
        return tuple(_freeze(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, Mapping):
        return frozenset((key, _freeze(below)) for key, below in value.items())
    return tuple(map(_freeze, value)) if isinstance(value, tuple) else value


RULE = Rule("duplicate-case", Topic.TESTS, Severity.NOTE, TEST, find, Reads.SOUND)
