"""The first lines: can this be scaled now, where does it stand, what holds it back."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.levels import Readiness
from scalecheck.model.proof import Gap
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Named, Rung, Teller


class Standing(StrEnum):
    """The cases that a first sentence must tell apart."""

    NEXT = "next"
    BELOW = "below"
    AMBITION = "ambition"
    TOP = "top"
    NONE = "none"
    NOT_ASSESSABLE = "not-assessable"


class Answer(NamedTuple):
    """The answer and what follows from it. `blockers` are all of them, in the rubric's order.

    `alternatives` are requirements that another could replace.
    """

    standing: Standing
    question: str
    label: Words
    gate: Words | None
    decided_by: Phrase | None
    description: Phrase | None
    level: Rung | None
    next: Rung | None
    asides: tuple[str, ...]
    holding: str
    blockers: tuple[Named, ...]
    alternatives: tuple[Named, ...]


def build_answer(teller: Teller) -> Answer:
    """Answer first, from the readiness of the level, or from the track's own."""
    standing = find_standing(teller)
    low, following = teller.found.headline.low, teller.found.next_level
    told = find_readiness(teller)
    gaps = teller.found.gaps
    return Answer(
        standing,
        teller.speaker.say(f"answer.question.{_question(teller)}"),
        _label(teller, standing, told),
        _gate(teller, standing, told),
        teller.speaker.maybe(told.decided_by) if told else None,
        _description(teller),
        None if low is None else teller.rung(low),
        None if following is None else teller.rung(following),
        tuple(_asides(teller)),
        teller.speaker.say(f"answer.holding.{_tone(teller, standing)}"),
        _blockers(teller, [gap for gap in gaps if not gap.alternative]),
        _blockers(teller, [gap for gap in gaps if gap.alternative]),
    )


def find_standing(teller: Teller) -> Standing:
    """Tell which case a project is in."""
    found = teller.found
    if found.headline.why == "no-headline":
        return Standing.NONE
    if found.headline.low is None:
        return Standing.NOT_ASSESSABLE
    if found.headline.low < 0:
        return Standing.BELOW
    if any(target.reached for target in found.targets if target.name == ""):
        return Standing.AMBITION
    if found.next_level is None:
        return Standing.AMBITION if teller.is_local else Standing.TOP
    return Standing.NEXT


def find_readiness(teller: Teller) -> Readiness | None:
    """The readiness of the official level: the track's own where it has one."""
    low = teller.found.headline.low
    if low is None or low < 0:
        return None
    level = teller.rubric.levels[low]
    own = teller.track.readiness.get(level.value) if teller.track else None
    return own or level.readiness


def _description(teller: Teller) -> Phrase | None:
    low = teller.found.headline.low
    if low is None or low < 0:
        return None
    return teller.speaker.maybe(teller.rubric.levels[low].description)


def _question(teller: Teller) -> str:
    if teller.is_local:
        return "local"
    return "scale" if teller.rubric.tracks or teller.rubric.strategies else "plain"


def _tone(teller: Teller, standing: Standing) -> str:
    if standing is Standing.AMBITION:
        return "beyond"
    return "local" if teller.is_local else "scale"


def _label(teller: Teller, standing: Standing, told: Readiness | None) -> Words:
    if told is not None:
        return teller.speaker.text(told.label)
    low = teller.found.headline.low
    if low is not None and low >= 0:
        rung = teller.rung(low)
        return rung.name or teller.speaker.say("level.figure", value=rung.value)
    return teller.speaker.say(f"answer.label.{standing.value}")


def _gate(teller: Teller, standing: Standing, told: Readiness | None) -> Words | None:
    if told is not None:
        return teller.speaker.maybe(told.gate)
    if standing is Standing.NOT_ASSESSABLE:
        return teller.speaker.coded("why", teller.found.headline.why or "not-computed")
    if standing in (Standing.NONE, Standing.BELOW):
        return teller.speaker.say(f"answer.gate.{standing.value}")
    return None


def _asides(teller: Teller) -> Iterator[str]:
    headline, say = teller.found.headline, teller.speaker.say
    low, high, claimed = headline.low, headline.high, headline.claimed_low
    if low is None or high is None or claimed is None:
        return
    if find_standing(teller) is Standing.AMBITION:
        yield say("answer.aside.local" if teller.is_local else "answer.aside.ambition")
    if claimed > low:
        told = {"claimed": teller.the_level(claimed), "low": teller.the_level(low)}
        yield say("answer.aside.claimed", **told)
    if high > low:
        yield say("answer.aside.possible", high=teller.the_level(high))
    if headline.bounds_low is not None and headline.bounds_high is not None:
        levels = teller.rungs(headline.bounds_low, headline.bounds_high)
        yield say("answer.aside.convention", levels=levels)


def _blockers(teller: Teller, gaps: list[Gap]) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(teller.name(gap.name, gap.instance) for gap in gaps))
