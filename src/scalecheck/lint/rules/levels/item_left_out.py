"""An item that one measure counts and that its sibling, alike in all the rest, leaves out.

Two readings of one profile (the level reached in turn, the highest one touched, an index) are
written beside each other; an item taken out of one of them only makes them disagree.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.rubric import Rubric

_FEWEST = 4  # items in common: fewer do not show that the two are meant to be alike
Items = Mapping[str, frozenset[str]]


class _Profile(NamedTuple):
    path: Path
    id: str
    items: Items


def find(subject: RubricSubject) -> Iterator[Found]:
    profiles = tuple(_profiles(subject.value))
    first: dict[tuple[frozenset[str], int], _Profile] = {}
    for profile in profiles:
        first.setdefault((frozenset(profile.items), _count(profile)), profile)
    for less in profiles:
        more = first.get((frozenset(less.items), _count(less) + 1))
        lost = _only_loss(less.items, more.items) if more else None
        if more and lost:
            yield _tell(less, more, *lost)


def _profiles(rubric: Rubric) -> Iterator[_Profile]:
    for position, measure in enumerate(rubric.measures):
        items = getattr(measure, "items", {})
        if sum(map(len, items.values())) >= _FEWEST and measure.per is None:
            by_level = {level: frozenset(names) for level, names in items.items()}
            yield _Profile(("measures", position), measure.id, by_level)


def _count(profile: _Profile) -> int:
    return sum(map(len, profile.items.values()))


def _only_loss(less: Items, more: Items) -> tuple[str, str] | None:
    """The level and the item that one lacks, where it is the only difference of the two."""
    if any(less[level] - more[level] for level in less):
        return None
    lost = [(level, name) for level in more for name in more[level] - less[level]]
    return lost[0] if len(lost) == 1 else None


def _tell(less: _Profile, more: _Profile, level: str, item: str) -> Found:
    also = (Also((*more.path, "items", level), "counts-it"),)
    path = (*less.path, "items", level)
    return found(path, also=also, measure=less.id, level=level, item=item, other=more.id)


RULE = Rule("item-left-out", Topic.LEVELS, Severity.NOTE, RUBRIC, find, Reads.SOUND)
