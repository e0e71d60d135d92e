"""The support that fits the level and the stage: who, which money, which expertise."""

from typing import NamedTuple

from scalecheck.model.levels import Phase
from scalecheck.report.view.address import web_address
from scalecheck.report.view.answer import find_readiness
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.teller import Teller


class PhaseView(NamedTuple):
    """What another framework calls the stage, as an indication; `source` is its title."""

    title: Phrase
    source: Phrase
    url: str | None


class Support(NamedTuple):
    """What fits now; below the first level, what fits the first stage."""

    stage: Phrase | None
    description: Phrase | None
    level: Phrase | None
    who: Phrase | None
    money: Phrase | None
    expertise: Phrase | None
    phases: tuple[PhaseView, ...]


def build_support(teller: Teller) -> Support | None:
    """Say which support fits, or nothing where the rubric says nothing."""
    low, speaker = teller.found.headline.low, teller.speaker
    if low is None or not teller.rubric.levels:
        return None
    stage = teller.stages.get(teller.rubric.levels[max(low, 0)].stage or "")
    told, given = find_readiness(teller), stage.support if stage else None
    found = Support(
        speaker.text(stage.title) if stage else None,
        speaker.maybe(stage.description) if stage else None,
        speaker.maybe(told.support) if told else None,
        speaker.maybe(given.who) if given else None,
        speaker.maybe(given.money) if given else None,
        speaker.maybe(given.expertise) if given else None,
        tuple(_phase(teller, phase) for phase in stage.phases) if stage else (),
    )
    return found if any(found[2:]) else None


def _phase(teller: Teller, phase: Phase) -> PhaseView:
    source = next(one for one in teller.rubric.sources if one.id == phase.source.id)
    title = teller.speaker.line(source.title)
    return PhaseView(teller.speaker.text(phase.title), title, web_address(source.url) or None)
