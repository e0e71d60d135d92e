"""Levels side by side, and the ladder of stages."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scalecheck.report.view.phrase import Words
from scalecheck.report.view.teller import Teller


class Reading(NamedTuple):
    """One way to read the level: what it is called, its figure, its name, what it means."""

    kind: str
    label: str
    figure: str
    name: Words | None
    meaning: str


class BoxState(StrEnum):
    """What a level is on the ladder."""

    REACHED = "reached"
    POSSIBLE = "possible"
    CLAIMED = "claimed"
    NEXT = "next"
    LATER = "later"
    OUT = "out"


class Box(NamedTuple):
    """One level on the ladder."""

    value: str
    state: BoxState
    words: str


class StepState(StrEnum):
    """What a stage is on the ladder."""

    DONE = "done"
    HERE = "here"
    NEXT = "next"
    LATER = "later"


class Stair(NamedTuple):
    """One stage of the ladder, with its levels."""

    number: int
    stage: str
    title: Words
    state: StepState
    words: str
    boxes: tuple[Box, ...]


class Levels(NamedTuple):
    """Claimed, official and possible level; the ladder; and what must be said beneath it."""

    readings: tuple[Reading, ...]
    stairs: tuple[Stair, ...]
    notes: tuple[str, ...]


def build_levels(teller: Teller) -> Levels:
    """Set the levels side by side, and lay out the stages up to the end of the track."""
    return Levels(tuple(_readings(teller)), tuple(_stairs(teller)), tuple(_notes(teller)))


def _readings(teller: Teller) -> Iterator[Reading]:
    headline = teller.found.headline
    if headline.low is None or headline.high is None:
        return
    pairs = {
        "claimed": (headline.claimed_low, headline.claimed_high),
        "official": (headline.low, headline.low),
        "possible": (headline.high, headline.high),
    }
    for kind, (low, high) in pairs.items():
        if low is not None and high is not None:
            label, meaning = (teller.speaker.say(f"level.{kind}.{w}") for w in ("label", "meaning"))
            name = teller.rung(low).name if low == high else None
            yield Reading(kind, label, teller.rungs(low, high), name, meaning)


def _stairs(teller: Teller) -> Iterator[Stair]:
    low = teller.found.headline.low
    here_is_past = low is None
    following = False
    for number, (stage, title, positions) in enumerate(_stages(teller), 1):
        is_here = low is not None and low in positions
        state = StepState.LATER
        if is_here:
            state = StepState.HERE
        elif low is not None and max(positions) <= low:
            state = StepState.DONE
        elif not following and not here_is_past:
            state, following = StepState.NEXT, True
        boxes = tuple(_box(teller, position) for position in positions)
        words = teller.speaker.say(f"ladder.{state.value}")
        yield Stair(number, stage, title, state, words, boxes)


def _stages(teller: Teller) -> list[tuple[str, Words, list[int]]]:
    """The stages that hold levels; where a rubric has none, each level stands for itself."""
    found: dict[str, list[int]] = {}
    for position in range(teller.ceiling + 1):
        stage = teller.rubric.levels[position].stage
        found.setdefault(stage or f"?{position}", []).append(position)
    return [(key, _title(teller, key, at[0]), at) for key, at in found.items()]


def _title(teller: Teller, stage: str, position: int) -> Words:
    if stage in teller.stages:
        return teller.speaker.text(teller.stages[stage].title)
    rung = teller.rung(position)
    return rung.name or teller.speaker.say("level.figure", value=rung.value)


def _box(teller: Teller, position: int) -> Box:
    state = _state(teller, position)
    words = teller.speaker.say(f"box.{state.value}")
    return Box(teller.rubric.levels[position].value, state, words)


def _state(teller: Teller, position: int) -> BoxState:
    headline, found = teller.found.headline, teller.found
    low, high, claimed = headline.low, headline.high, headline.claimed_high
    if found.levels[position].passed_over:
        return BoxState.OUT
    if low is None or high is None or claimed is None:
        return BoxState.LATER
    if position <= low:
        return BoxState.REACHED
    if position <= high:
        return BoxState.POSSIBLE
    if position <= claimed:
        return BoxState.CLAIMED
    return BoxState.NEXT if position == found.next_level else BoxState.LATER


def _notes(teller: Teller) -> Iterator[str]:
    say, track = teller.speaker.say, teller.track
    headline = teller.found.headline
    if teller.is_local and track is not None:
        yield say("ladder.ends", track=teller.speaker.text(track.title))
    else:
        yield say("ladder.small")
    if headline.low is not None and headline.high is not None:
        stages = [teller.rung(end).stage for end in (headline.low, headline.high)]
        if stages[0] != stages[1] and stages[1] is not None:
            yield say("ladder.high-stage", stage=stages[1])
