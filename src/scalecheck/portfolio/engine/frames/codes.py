"""The codes of what a cell of a question may hold: levels, intervals, silences, and what is bad."""

from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.portfolio.engine.spelling import spell_intervals, spell_levels
from scalecheck.portfolio.layout import BETWEEN, NOT_APPLICABLE, UNKNOWN
from scalecheck.portfolio.plan.results import Problem

# The codes of a cell that is no level; those of levels are not negative.
UNKNOWN_CODE, BLANK, INAPPLICABLE = -1, -2, -3
BAD = {Problem.LEVEL: -4, Problem.INTERVAL: -5, Problem.NUMBER: -6}


def code_of(low: int, high: int, size: int) -> int:
    """The code of an interval of ranks on a scale of so many levels; of a level, twice its rank."""
    return low * size + high


def most_code(rubric: Rubric) -> int:
    """The greatest code that a cell may have under a rubric, or more."""
    sizes = [len(scale.levels) for scale in rubric.scales]
    attributes = [*rubric.attributes, *(a for group in rubric.groups for a in group.attributes)]
    listed = [len(a.values) for a in attributes]
    named = len(rubric.tracks), len(rubric.strategies), len(rubric.evidence.grades)
    spelled = 3 * max(sizes, default=0)  # the spellings of a level
    numbered = (n + spelled + 2 for n in (*listed, *named))
    return max(len(rubric.levels), *(size * size for size in sizes), *numbered)


def spell_codes(scale: Scale) -> dict[str, int]:
    """The code of every text that a cell of a scale may hold."""
    size, levels = len(scale.levels), spell_levels(scale)
    found = {
        f"{one}{BETWEEN}{other}": BAD[Problem.INTERVAL]
        for one, low in levels.items()
        for other, high in levels.items()
        if low > high
    }
    intervals = spell_intervals(scale).items()
    found.update({text: code_of(low, high, size) for text, (low, high) in intervals})
    found.update(dict.fromkeys(NOT_APPLICABLE, INAPPLICABLE))
    found.update(dict.fromkeys(UNKNOWN, UNKNOWN_CODE))
    found[""] = BLANK
    found.update({text: code_of(rank, rank, size) for text, rank in levels.items()})
    return found
