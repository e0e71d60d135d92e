"""The gates: level by level, and what each asks of each dimension."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.assessment import LevelResult, OutOfOrder
from scalecheck.model.proof import Truth
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.requirements import Asked, requirements
from scalecheck.report.view.teller import Named, Rung, Teller


class GateState(StrEnum):
    """What became of a gate, or of what it asks of one dimension."""

    MET = "met"
    POSSIBLE = "possible"
    UNMET = "unmet"
    LATER = "later"
    OUT = "out"
    NOT_ASSESSABLE = "not-assessable"
    NOTHING = "nothing"


SYMBOLS = {
    GateState.MET: "✓",
    GateState.POSSIBLE: "?",
    GateState.UNMET: "✗",
    GateState.LATER: "·",
    GateState.OUT: "–",
    GateState.NOT_ASSESSABLE: "∅",
    GateState.NOTHING: "",
}


class Cell(NamedTuple):
    """What a level asks of a dimension; `held` says how much of it is held."""

    state: GateState
    symbol: str
    words: str
    held: str


class LevelRow(NamedTuple):
    """One level: `missing` names what the next one lacks, `remaining` counts it for the others."""

    rung: Rung
    state: GateState
    symbol: str
    words: str
    claimed: str | None
    missing: tuple[Named, ...]
    remaining: str | None


class MatrixRow(NamedTuple):
    """One dimension, across the levels."""

    title: Phrase
    cells: tuple[Cell, ...]


class Gates(NamedTuple):
    """Levels up to the end of the track; the matrix is empty where levels have no rule."""

    levels: tuple[LevelRow, ...]
    matrix: tuple[MatrixRow, ...]
    out_of_order: tuple[str, ...]
    note: str | None


def build_gates(teller: Teller) -> Gates | None:
    """Lay out the gates, or nothing where the rubric has no levels."""
    if teller.ceiling < 0:
        return None
    track = teller.track
    ends = track is not None and teller.is_local
    added = _added(teller)
    return Gates(
        tuple(_level(teller, position, asked) for position, asked in enumerate(added)),
        tuple(_matrix(teller, added)),
        tuple(_out_of_order(teller, found) for found in teller.found.out_of_order),
        teller.speaker.say("gates.ends", track=teller.speaker.text(track.title))
        if track and ends
        else None,
    )


def _level(teller: Teller, position: int, asked: Sequence[Asked]) -> LevelRow:
    result = teller.found.levels[position]
    state = _state(teller, position, result.truth)
    say = teller.speaker.say
    is_next = position == teller.found.next_level
    open_truths = (Truth.UNMET, Truth.UNKNOWN)
    short = sum(one.proof.truth in open_truths for one in asked)
    counted = state is not GateState.MET and not is_next and short > 0
    return LevelRow(
        teller.rung(position),
        state,
        SYMBOLS[state],
        say(f"gate.{state.value}"),
        say("gates.claimed") if _is_claimed(result) else None,
        tuple(dict.fromkeys(teller.name(g.name, g.instance) for g in teller.found.gaps))
        if is_next
        else (),
        say("gates.remaining", count=short) if counted else None,
    )


def _added(teller: Teller) -> list[tuple[Asked, ...]]:
    """What each level asks that no level before it asks in the same words."""
    seen: set[tuple[str, str, str, str]] = set()
    found = []
    for level in teller.found.levels[: teller.ceiling + 1]:
        new: dict[tuple[str, str, str, str], Asked] = {}
        for asked in requirements(level.proof):
            proof = asked.proof
            new.setdefault((proof.name, proof.instance, proof.wanted, proof.role), asked)
        found.append(tuple(asked for key, asked in new.items() if key not in seen))
        seen.update(new)
    return found


def _is_claimed(result: LevelResult) -> bool:
    return result.claimed is Truth.MET and result.truth is not Truth.MET


def _state(teller: Teller, position: int, truth: Truth) -> GateState:
    if teller.found.levels[position].passed_over:
        return GateState.OUT
    if truth is Truth.UNMET:
        is_next = position == teller.found.next_level
        return GateState.UNMET if is_next else GateState.LATER
    return {
        Truth.MET: GateState.MET,
        Truth.UNKNOWN: GateState.POSSIBLE,
        Truth.NOT_ASSESSABLE: GateState.NOT_ASSESSABLE,
    }[truth]


def _matrix(teller: Teller, asked: Sequence[tuple[Asked, ...]]) -> Iterator[MatrixRow]:
    if not any(asked):
        return
    for dimension in teller.rubric.dimensions:
        own = {dimension.id, *(criterion.id for criterion in dimension.criteria)}
        cells = tuple(
            _cell(teller, position, [a for a in found if a.proof.name in own])
            for position, found in enumerate(asked)
        )
        yield MatrixRow(teller.speaker.text(dimension.title), cells)


def _cell(teller: Teller, position: int, asked: list[Asked]) -> Cell:
    state = _cell_state(teller, position, [a.proof.truth for a in asked])
    held = sum(a.proof.truth is Truth.MET for a in asked)
    say = teller.speaker.say
    is_partial = state in (GateState.UNMET, GateState.LATER, GateState.POSSIBLE)
    count = f"{held}/{len(asked)}" if asked and is_partial else ""
    words = say(f"gate.{state.value}")
    if count:
        words = say("gates.cell", words=words, part=held, whole=len(asked))
    return Cell(state, SYMBOLS[state], words, count)


def _cell_state(teller: Teller, position: int, truths: list[Truth]) -> GateState:
    if not truths:
        return GateState.NOTHING
    whole = teller.found.levels[position].truth
    if whole is Truth.MET:
        return GateState.MET
    for truth in (Truth.UNMET, Truth.UNKNOWN, Truth.MET):
        if truth in truths:
            return _state(teller, position, truth)
    return _state(teller, position, Truth.NOT_ASSESSABLE)


def _out_of_order(teller: Teller, found: OutOfOrder) -> str:
    levels = [teller.rung(position).value for position in found.missing]
    low = teller.found.headline.low
    return teller.speaker.say(
        "gates.out-of-order",
        level=teller.rung(found.level).value,
        missing=teller.speaker.join(levels),
        low=teller.the_level(-1 if low is None else low),
        count=len(levels),
    )
