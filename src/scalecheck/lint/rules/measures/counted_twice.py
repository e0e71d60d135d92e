"""A criterion that one measure reads twice: by name and through its dimension, or listed twice.

A minimum or a maximum is the same; a sum, a mean, a share or a median is not.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.measures import Measure

_HARMLESS = ("min", "max", "ladder", "highest", "lookup", "difference")


def find(subject: RubricSubject) -> Iterator[Found]:
    for m, measure in enumerate(subject.value.measures):
        if measure.op not in _HARMLESS:
            yield from _repeats(subject, measure, ("measures", m))


def _repeats(subject: RubricSubject, measure: Measure, path: Path) -> Iterator[Found]:
    """Each place that brings back a criterion, told by the first one it brings back."""
    named: dict[str, Path] = {}
    read: dict[str, Path] = {}
    for name, place in _places(measure, path):
        behind = (name,) if name in named else subject.names.expand((name,))
        first = named if name in named else read
        node = next((n for n in behind if n in first), None)
        if node is not None:
            also = (Also(first[node], "read-first"),)
            yield found(place, also=also, node=node, measure=measure.id)
        named.setdefault(name, place)
        for criterion in behind:
            read.setdefault(criterion, place)


def _places(measure: Measure, path: Path) -> Iterator[tuple[str, Path]]:
    for position, name in enumerate(measure.of):
        yield name, (*path, "of", position)
    for level, items in getattr(measure, "items", {}).items():
        for position, name in enumerate(items):
            yield name, (*path, "items", level, position)


RULE = Rule("counted-twice", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
