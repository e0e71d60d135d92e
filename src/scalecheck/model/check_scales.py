"""Refuse the scales whose levels are out of order, share a name, or ask for no known grade."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale

Problems = Iterator[Problem]


def check_scales(rubric: Rubric) -> Problems:
    """Find scales that do not increase, and the names, bounds and grades that do not hold."""
    grades = [grade.id for grade in rubric.evidence.grades]
    for s, scale in enumerate(rubric.scales):
        path: Path = ("scales", s, "levels")
        if any(a.value >= b.value for a, b in pairwise(scale.levels)):
            yield problem("levels-not-increasing", path, at_key=True)
        elif any(a > b for a, b in pairwise(_scores(scale))):
            yield problem("scores-not-increasing", path, at_key=True)
        yield from _check_level_ids(scale, path)
        yield from _check_amounts(scale, path)
        for position, level in enumerate(scale.levels):
            if level.evidence is not None:
                yield from check_grade(grades, level.evidence, (*path, position, "evidence"))


def _scores(scale: Scale) -> list[Fraction]:
    return [level.value if level.score is None else level.score for level in scale.levels]


def _check_level_ids(scale: Scale, path: Path) -> Problems:
    seen = {str(level.value) for level in scale.levels}
    for position, level in enumerate(scale.levels):
        if level.id is not None and level.id in seen and level.id != str(level.value):
            yield problem("duplicate-in-list", (*path, position, "id"), name=level.id)
        seen.add(level.id or str(level.value))


def _check_amounts(scale: Scale, path: Path) -> Problems:
    bounds = [(level.from_, level.above) for level in scale.levels]
    if all(b == (None, None) for b in bounds):
        return
    for position, (start, above) in enumerate(bounds):
        if (start is None) == (above is None) and position > 0:
            yield problem("level-bounds", (*path, position))
    stated = [(b, True) if a is None else (a, False) for a, b in bounds[1:]]
    known = [(bound, strict) for bound, strict in stated if bound is not None]
    if any(x >= y for x, y in pairwise(known)):
        yield problem("levels-not-increasing", path, at_key=True)


def check_grade(grades: list[str], need: EvidenceNeed, path: Path) -> Problems:
    """Find whether a need asks for a known grade."""
    if need.grade not in grades:
        yield problem("unknown-grade", path, name=need.grade, known=listed(grades))
