"""How firm the level is: open answers, single answers, unproved ones."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import Headline
from scalecheck.model.steps import Decisive, Stress
from scalecheck.report.view.teller import Named, Teller


class DecisiveRow(NamedTuple):
    """An open answer that alone would move the level, and to where."""

    named: Named
    words: tuple[str, ...]


class SensitivityView(NamedTuple):
    """What would change the level. `pivots` are the answers that, lower, bring it down alone."""

    margin: str | None
    decisive: tuple[DecisiveRow, ...]
    pivots: tuple[Named, ...]
    stress: tuple[str, ...]
    coverage: tuple[str, ...]


def build_sensitivity(teller: Teller) -> SensitivityView | None:
    """Say what would change the level; None where there is no level."""
    found, headline = teller.found.sensitivity, teller.found.headline
    if found is None or headline.low is None:
        return None
    low = headline.low
    return SensitivityView(
        _margin(teller, found.margin) if low >= 0 else None,
        tuple(_decisive(teller, headline, one) for one in found.decisive),
        teller.names(list(dict.fromkeys(p.key for p in found.pivots if p.level < low))),
        tuple(_stress(teller, found.stress)) if found.stress else (),
        tuple(build_coverage(teller)),
    )


def _margin(teller: Teller, margin: int | None) -> str:
    if margin is None:
        return teller.speaker.say("sensitivity.margin-wide")
    return teller.speaker.say("sensitivity.margin", count=margin)


def _decisive(teller: Teller, headline: Headline, one: Decisive) -> DecisiveRow:
    words = []
    if one.low_at_best != headline.low:
        level = _figure(teller, one.low_at_best)
        words.append(teller.speaker.say("sensitivity.at-best", level=level))
    if one.high_at_worst != headline.high:
        level = _figure(teller, one.high_at_worst)
        words.append(teller.speaker.say("sensitivity.at-worst", level=level))
    return DecisiveRow(teller.name(one.key.criterion, one.key.instance), tuple(words))


def _stress(teller: Teller, stress: Stress) -> Iterator[str]:
    say = teller.speaker.say
    if stress.declared == stress.one_lower == stress.unknown:
        yield say("sensitivity.stress-none")
        return
    for kind, level in (("one-lower", stress.one_lower), ("unknown", stress.unknown)):
        yield say(f"sensitivity.stress-{kind}", level=_figure(teller, level))


def _figure(teller: Teller, position: int) -> str:
    return teller.rung(position).value or teller.speaker.say("sensitivity.no-level")


def build_coverage(teller: Teller) -> Iterator[str]:
    """Count what became of the questions, in words; what counts none is left out."""
    coverage, say = teller.found.coverage, teller.speaker.say
    yield say("coverage.answered", count=coverage.answered, asked=coverage.asked)
    for name in ("unknown", "not_assessed", "not_applicable", "out", "declared"):
        count = getattr(coverage, name)
        if count:
            yield say(f"coverage.{name.replace('_', '-')}", count=count)
