"""How far the best answers lead on each track, and which levels it passes over."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rules.levels.dead_ends import dead_ends, passes
from scalecheck.lint.rules.levels.parts import level_rules
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.levels import Track
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope


class Climb(NamedTuple):
    """A track: its position, the last level it leads to, what it passes over, where it stops.

    Levels are positions; `stop` is the level that what is waived keeps from being met.
    """

    track: int
    last: int
    passed_over: tuple[int, ...]
    stop: int | None


def climbs(subject: RubricSubject) -> tuple[Climb, ...]:
    """Climb the ladder on every track that waives something, with the best answers; once."""
    kept = subject.__dict__
    if "climbs" not in kept:
        kept["climbs"] = tuple(_climbs(subject))
    found: tuple[Climb, ...] = kept["climbs"]
    return found


def _climbs(subject: RubricSubject) -> Iterator[Climb]:
    logic = logic_of(subject)
    if logic is None or dead_ends(subject, logic):
        return
    for position, track in enumerate(subject.value.tracks):
        if track.waives:
            yield _climb(subject, logic, position, track)


def _climb(subject: RubricSubject, logic: Logic, position: int, track: Track) -> Climb:
    less = logic.within(Scope(frozenset(track.waives)))
    values = [level.value for level in subject.value.levels]
    last = values.index(track.ceiling) if track.ceiling in values else len(values) - 1
    over: list[int] = []
    for at, part in level_rules(subject.value):
        if at > last:
            break
        passed = passes(less, part.rule)
        if passed is False:
            return Climb(position, last, tuple(over), at)
        over.extend([at] if passed is None else [])
    return Climb(position, last, tuple(over), None)
