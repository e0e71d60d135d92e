"""Ways to scale: which fit, which are ready, and what the others wait for."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import StrategyResult, StrategyState
from scalecheck.model.levels import Strategy
from scalecheck.model.proof import Proof, Truth
from scalecheck.report.view.gaps import Move
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.requirements import requirements
from scalecheck.report.view.teller import Teller

SYMBOLS = {
    StrategyState.READY: "●",
    StrategyState.POSSIBLE: "◐",
    StrategyState.TOO_EARLY: "○",
    StrategyState.UNFIT: "–",
}


class StrategyView(NamedTuple):
    """One strategy: what is said of it today, and why. `missing` is what it waits for."""

    title: Phrase
    chosen: bool
    state: str
    symbol: str
    words: str
    description: Phrase | None
    note: Phrase | None
    reasons: tuple[str, ...]
    missing: tuple[Move, ...]


def build_strategies(teller: Teller) -> tuple[StrategyView, ...]:
    """Tell the strategies, the chosen ones first; where the ladder ends by choice, only those."""
    known = {strategy.id: strategy for strategy in teller.rubric.strategies}
    found = sorted(teller.found.strategies, key=lambda result: not result.chosen)
    chosen = [result for result in found if result.chosen]
    told = chosen if chosen and teller.is_local else found
    return tuple(_strategy(teller, known[result.id], result) for result in told)


def _strategy(teller: Teller, strategy: Strategy, result: StrategyResult) -> StrategyView:
    speaker = teller.speaker
    is_open = result.state not in (StrategyState.READY, StrategyState.UNFIT)
    missing = tuple(_missing(teller, result.proof)) if is_open or result.chosen else ()
    return StrategyView(
        speaker.text(strategy.title),
        result.chosen,
        result.state.value,
        SYMBOLS[result.state],
        speaker.say(f"strategy.{result.state.value}"),
        speaker.maybe(strategy.description),
        speaker.maybe(strategy.note),
        tuple(_reasons(teller, strategy, result)),
        missing,
    )


def _reasons(teller: Teller, strategy: Strategy, result: StrategyResult) -> Iterator[str]:
    say = teller.speaker.say
    if strategy.fits_when:
        yield say(f"strategy.fit.{result.fit.value}")
    if strategy.ready_when is not None and result.state is not StrategyState.UNFIT:
        yield say(f"strategy.ready-when.{result.ready.value}")
    if strategy.ready_when is None and not strategy.fits_when:
        yield say("strategy.no-rule")


def _missing(teller: Teller, proof: Proof | None) -> Iterator[Move]:
    for asked in requirements(proof):
        step = asked.proof
        if step.truth is Truth.MET or not step.wanted:
            continue
        scale = teller.scale(step.name)
        rank = scale.rank_of(step.wanted) if scale else None
        wanted = step.wanted if rank is None else teller.value(step.name, rank, rank)
        now = teller.value(step.name, step.low, step.high)
        yield Move(teller.name(step.name, step.instance), now, wanted)
