"""A better answer that would become a worse one than a lower answer does."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from scalecheck.lint.life.editions import UPGRADE, find_editions
from scalecheck.lint.rule import Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.names import Names
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale


def find(subject: Subject) -> Iterator[Found]:
    old, new = find_editions(subject)
    if old is None or new is None:
        return
    for name, mapped in subject.value.map.items():
        before, after = _scale(old, mapped.from_[0]), _scale(new, name)
        if before is None or after is None:
            continue
        path = ("map", name, "levels")
        for lower, higher in pairwise(_ranked(mapped.levels or {}, before, after)):
            if higher.target < lower.target:
                also = (Also((*path, lower.level), "lower", at_key=True),)
                here = (*path, higher.level)
                yield found(here, at_key=True, also=also, level=higher.level, other=lower.level)


def _scale(rubric: Rubric, name: str) -> Scale | None:
    names = Names(rubric)
    criterion = names.criteria.get(name)
    return names.scales.get(criterion.scale) if criterion else None


class _Mapped(NamedTuple):
    """A level of the old scale, with its rank there and the ranks that it becomes."""

    rank: int
    level: str
    target: tuple[int, ...]


def _ranked(
    levels: Mapping[str, tuple[str, ...]], before: Scale, after: Scale
) -> Iterator[_Mapped]:
    """The levels that a table maps, from the worst; those that a scale does not know left out."""
    found_levels = []
    for level, target in levels.items():
        rank, ranks = before.rank_of(level), [after.rank_of(one) for one in target]
        known = tuple(r for r in ranks if r is not None)
        if rank is not None and len(known) == len(ranks):
            found_levels.append(_Mapped(rank, level, (known[0], known[-1])))
    return iter(sorted(found_levels))


RULE = Rule("upgrade-maps-down", Topic.LIFE, Severity.WARNING, UPGRADE, find)
