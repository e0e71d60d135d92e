"""What levels ask of evidence, where it is written: on a scale, or on one criterion."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.lint.subject import RubricSubject
from scalecheck.model.criterion import Criterion
from scalecheck.model.diagnostic import Path
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.scale import Scale


class Stated(NamedTuple):
    """What one level asks for; ranks count from 0, the worst."""

    rank: int
    level: str
    need: EvidenceNeed
    path: Path


def each_ladder_of_needs(subject: RubricSubject) -> Iterator[tuple[Stated, ...]]:
    """What each scale, and each criterion that replaces it, asks for, from the worst level up."""
    for s, scale in enumerate(subject.value.scales):
        yield tuple(sorted(_of_scale(scale, ("scales", s, "levels")), key=_by_rank))
    for criterion, path in each_criterion(subject):
        scale_of_it = subject.names.scales.get(criterion.scale)
        if criterion.evidence.least and scale_of_it is not None:
            stated = _of_criterion(criterion, scale_of_it, (*path, "evidence", "least"))
            yield tuple(sorted(stated, key=_by_rank))


def each_criterion(subject: RubricSubject) -> Iterator[tuple[Criterion, Path]]:
    """Every criterion with its path."""
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            yield criterion, ("dimensions", d, "criteria", c)


def _of_scale(scale: Scale, path: Path) -> Iterator[Stated]:
    for position, level in enumerate(scale.levels):
        rank = scale.rank_of(str(level.value))
        if level.evidence is not None and rank is not None:
            yield Stated(rank, str(level.value), level.evidence, (*path, position, "evidence"))


def _of_criterion(criterion: Criterion, scale: Scale, path: Path) -> Iterator[Stated]:
    for name, need in (criterion.evidence.least or {}).items():
        rank = scale.rank_of(name)
        if rank is not None:
            yield Stated(rank, name, need, (*path, name))


def _by_rank(stated: Stated) -> int:
    return stated.rank
