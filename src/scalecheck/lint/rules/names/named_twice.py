"""A list that names the same thing twice, where once is enough."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.walking import every_part
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Answered, Majority

Lists = Iterator[tuple[Path, tuple[str, ...]]]


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, names in _lists(subject.value):
        first: dict[str, int] = {}
        for position, name in enumerate(names):
            other = first.setdefault(name, position)
            if other != position:
                also = (Also((*path, other), "named-first"),)
                yield found((*path, position), also=also, id=name)


def _lists(rubric: Rubric) -> Lists:
    for path, rule in every_part(rubric):
        if isinstance(rule, Answered):
            yield (*path, "answered"), rule.answered
        elif isinstance(rule, Majority):
            yield (*path, "majority", "must"), rule.majority.must
    for family in ("tracks", "strategies"):
        for position, thing in enumerate(getattr(rubric, family)):
            yield (family, position, "waives"), thing.waives


RULE = Rule("named-twice", Topic.NAMES, Severity.NOTE, RUBRIC, find)
