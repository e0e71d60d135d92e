"""What would change the level: open answers, single answers, and unproved ones."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from math import comb

from scalecheck.model.assessment import Headline
from scalecheck.model.facts import Fact, Interval, Key, Status
from scalecheck.model.steps import Decisive, Pivot, Sensitivity, Stress
from scalecheck.scoring.gaps import grade_is_declared
from scalecheck.scoring.ladder import Ladder
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import Case, Corner

Forced = Mapping[Key, int]
LevelAt = Callable[[Forced], int]
_LARGEST_MARGIN = 3
_COMBINATIONS = 5_000


def find_sensitivity(case: Case, ladder: Ladder, headline: Headline) -> Sensitivity | None:
    """Find what would change the level; None where there is no level."""
    if headline.low is None or headline.high is None:
        return None

    bases = Reading(case, Corner()), Reading(case, Corner(high=True))

    def low(forced: Forced) -> int:
        return _level(ladder, bases[0].tried(forced))

    def high(forced: Forced) -> int:
        return _level(ladder, bases[1].tried(forced))

    return Sensitivity(
        tuple(_decisive(case, headline, low, high)),
        tuple(_pivots(case, headline.low, low)),
        _margin(case, headline.low, low),
        _stress(case, ladder, headline.low, low),
    )


def _level(ladder: Ladder, reading: Reading) -> int:
    found = ladder.position(reading)
    return -1 if found is None else found


def _top(case: Case, key: Key) -> int:
    return case.nodes.scales[case.nodes.criteria[key.criterion].scale].top


def _is_open(fact: Fact) -> bool:
    if fact.status is Status.ANSWERED:
        return fact.counted is not None and fact.counted.low < fact.counted.high
    return fact.status in (Status.UNKNOWN, Status.NOT_ASSESSED)


def _decisive(case: Case, headline: Headline, low: LevelAt, high: LevelAt) -> Iterator[Decisive]:
    """An open answer alone that lifts the low end at its best, or drops the high at its worst."""
    for key, fact in case.facts.items():
        if not _is_open(fact):
            continue
        ends = fact.counted or Interval(0, _top(case, key))
        best, worst = low({key: ends.high}), high({key: ends.low})
        if best != headline.low or worst != headline.high:
            yield Decisive(key, best, worst)


def _pivots(case: Case, official: int, low: LevelAt) -> Iterator[Pivot]:
    """An answer which changes the level when it alone is one lower, one higher, or at an end.

    An end is named beside its neighbour only where it gives another level.
    """
    for key, fact in case.facts.items():
        if fact.counted is None:
            continue
        rank, top = fact.counted.low, _top(case, key)
        for way in ((rank - 1, 0), (rank + 1, top)):
            last = official
            for other in dict.fromkeys(r for r in way if 0 <= r <= top and r != rank):
                level = low({key: other})
                if level not in (official, last):
                    yield Pivot(key, other, level)
                last = level


def _margin(case: Case, official: int, low: LevelAt) -> int | None:
    """How many answers must be wrong before the level drops; None where more than were tried."""
    if official < 0:
        return None
    held = [key for key, fact in case.facts.items() if fact.counted and fact.counted.low > 0]
    for size in range(1, _LARGEST_MARGIN + 1):
        if comb(len(held), size) > _COMBINATIONS:
            return None
        if any(low(dict.fromkeys(some, 0)) < official for some in combinations(held, size)):
            return size
    return None


def _stress(case: Case, ladder: Ladder, official: int, low: LevelAt) -> Stress | None:
    """The level with every declared answer one lower, then with every one unknown."""
    rubric = case.nodes.rubric
    declared = [key for key, fact in case.facts.items() if grade_is_declared(rubric, fact)]
    if not declared:
        return None
    lowered = {k: max(0, f.counted.low - 1) for k in declared if (f := case.facts[k]).counted}
    unknown = {
        key: fact._replace(status=Status.UNKNOWN, claimed=None, counted=None)
        if key in declared
        else fact
        for key, fact in case.facts.items()
    }
    silent = _level(ladder, Reading(case._replace(facts=unknown), Corner()))
    return Stress(official, low(lowered), silent)
