"""A ladder that asks for more items than a level has: nobody passes that level."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.item_measures import Highest, Ladder


def find(subject: RubricSubject) -> Iterator[Found]:
    for m, measure in enumerate(subject.value.measures):
        if isinstance(measure, Ladder | Highest):
            for word, count in _counts(measure):
                yield from _beyond(subject, measure, count, ("measures", m, word))


def _counts(measure: Ladder | Highest) -> Iterator[tuple[str, int]]:
    for word in ("at", "below"):
        test = getattr(measure, word, None)
        if test is not None and test.count is not None:
            yield word, test.count


def _beyond(
    subject: RubricSubject, measure: Ladder | Highest, count: int, path: Path
) -> Iterator[Found]:
    for level, items in measure.items.items():
        size = len(subject.names.expand(items))
        is_many = any(name in subject.names.group_of for name in items)
        if count > size and not is_many:
            also = (Also((*path, "count"), "asked-count"),)
            here = (*path[:2], "items", level)
            yield found(here, also=also, level=level, size=size, count=count)


RULE = Rule("count-beyond-items", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
