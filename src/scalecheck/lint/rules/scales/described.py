"""Which levels of a scale are described, for one criterion or for all of them."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from scalecheck.model.criterion import Criterion
from scalecheck.model.diagnostic import Path
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.walking import every_criterion

_FEW = 3


class OnScale(NamedTuple):
    """A criterion, where it stands, and its scale."""

    path: Path
    criterion: Criterion
    scale: Scale


def on_scales(rubric: Rubric) -> Iterator[OnScale]:
    """The criteria whose scale is known, in the order of the file."""
    scales = {scale.id: scale for scale in rubric.scales}
    for path, criterion in every_criterion(rubric):
        scale = scales.get(criterion.scale)
        if scale is not None:
            yield OnScale(path, criterion, scale)


def is_measured(scale: Scale) -> bool:
    """Tell whether answers are amounts, read as a level: nobody judges between descriptions."""
    return any(level.from_ is not None or level.above is not None for level in scale.levels)


def is_yes_or_no(scale: Scale) -> bool:
    """Tell whether a scale has two levels only: the question says what each means."""
    return len(scale.levels) == 2


def ranks_of(names: Mapping[str, object], scale: Scale) -> frozenset[int]:
    """The ranks of the levels that a mapping names."""
    found = (scale.rank_of(name) for name in names)
    return frozenset(rank for rank in found if rank is not None)


def described_by_scale(scale: Scale) -> frozenset[int]:
    """The ranks that the scale itself describes, for every criterion alike."""
    ranks = enumerate(scale.by_rank)
    return frozenset(rank for rank, level in ranks if level.description is not None)


def is_every_second(ranks: Collection[int], top: int) -> bool:
    """Tell whether it is every second level, the best included: those between speak for both."""
    ordered = sorted(ranks)
    steps = {b - a for a, b in pairwise(ordered)}
    return len(ordered) >= _FEW and steps == {2} and ordered[-1] == top and ordered[0] <= 2
