"""Which criteria of a majority may not apply, and which sets of them may be left out together.

What is left out by rule counts in no share; what is answered "not applicable" counts in the share
that must remain. A name that leans on several answers may be left out either way. More sets are
listed than can occur where conditions are tied together: what holds for all of them holds.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations
from typing import NamedTuple

from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.weighing import Weighing
from scalecheck.model.criterion import Criterion

_MOST = 8


class Lapses(NamedTuple):
    """The names that may be left out by rule, and those that may be answered "not applicable"."""

    out: frozenset[str]
    refused: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All those that may not apply."""
        return self.out | self.refused

    def is_modest(self, weighing: Weighing) -> bool:
        """Tell whether `cases` may be followed one by one."""
        return len(self.names) <= _MOST and weighing.is_decided


def lapses_of(subject: RubricSubject, weighing: Weighing) -> Lapses:
    """The names of a majority that may not apply to some project."""
    out, refused = _silent(subject)
    nodes = subject.names
    own = {name for name in weighing.names if _is_asked(nodes.criteria.get(name))}
    silent = out | refused | nodes.group_of.keys()
    derived = {n for n in weighing.names if n not in own and nodes.cone(n) & silent}
    return Lapses(frozenset(own & out | derived), frozenset(own & refused))


def cases(lapses: Lapses, weighing: Weighing, share: Fraction) -> Iterator[frozenset[str]]:
    """The sets that may be left out together, the rest being enough to judge by; none first."""
    names = [name for name in weighing.names if name in lapses.names]
    sizes = range(len(names) + 1)
    for lapsed in chain.from_iterable(combinations(names, size) for size in sizes):
        kept = weighing.total - weighing.weight_of(lapsed)
        refused = weighing.weight_of(n for n in lapsed if n not in lapses.out)
        if kept and kept >= share * (kept + refused):
            yield frozenset(lapsed)


def _is_asked(criterion: Criterion | None) -> bool:
    return criterion is not None and criterion.computed is None


@lru_cache(maxsize=2)  # once for all the majorities of a rubric
def _silent(subject: RubricSubject) -> tuple[frozenset[str], frozenset[str]]:
    """The criteria that may be out by rule, and those that admit "not applicable"."""
    rubric = subject.value
    by_tracks = (name for track in rubric.tracks for name in track.waives)
    waived = {*by_tracks, *(name for way in rubric.strategies for name in way.waives)}
    out = {c.id for c in rubric.criteria if c.applies_when or c.id in waived}
    refused = (c.id for c in rubric.criteria if c.not_applicable == "allowed")
    return frozenset(out), frozenset(refused)
