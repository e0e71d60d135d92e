"""What moved between assessments: words and names, never arithmetic on ranks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Interval, Key
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.teller import Named, Rung, Teller


class Fall(NamedTuple):
    """A criterion lower than before, with the note that tells why."""

    named: Named
    before: str
    now: str
    note: Phrase | None


class ProgressRow(NamedTuple):
    """One assessment beside the one before it; the first has nothing beside it."""

    date: str
    kind: str
    level: str
    rung: Rung | None
    first: bool
    up: tuple[Named, ...]
    down: tuple[Fall, ...]
    known: tuple[Named, ...]
    lost: tuple[Named, ...]


def build_progress(teller: Teller, history: Sequence[Assessment]) -> tuple[ProgressRow, ...]:
    """Compare each assessment with the one before it, oldest first."""
    every = [*history, teller.found]
    tellers = [Teller(one, teller.speaker.language) for one in every]
    pairs = zip([None, *tellers], tellers, strict=False)
    return tuple(_row(before, now) for before, now in pairs)


def _row(before: Teller | None, now: Teller) -> ProgressRow:
    snapshot, headline = now.found.snapshot, now.found.headline
    low, high = headline.low, headline.high
    level = "–" if low is None or high is None else now.rungs(low, high)
    was = _ranks(before.found) if before else {}
    is_now = _ranks(now.found)
    shared = [key for key in is_now if key in was]
    return ProgressRow(
        now.speaker.date(snapshot.date),
        now.speaker.say(f"kind.{snapshot.kind.value}"),
        level,
        None if low is None else now.rung(low),
        before is None,
        now.names([k for k in shared if is_now[k].low > was[k].low]),
        tuple(_falls(now, shared, was, is_now)),
        now.names([k for k in is_now if k not in was]) if before else (),
        now.names([k for k in was if k not in is_now]),
    )


def _ranks(found: Assessment) -> dict[Key, Interval]:
    """What counts of each answered question, and of each computed criterion."""
    known = {key: fact.counted for key, fact in found.facts.items() if fact.counted is not None}
    for (name, instance), node in found.nodes.items():
        low, high = node.value.low, node.value.high
        if node.kind == "computed" and isinstance(low, int) and isinstance(high, int):
            known[Key(name, instance)] = Interval(low, high)
    return known


def _falls(
    now: Teller, keys: Sequence[Key], was: dict[Key, Interval], is_now: dict[Key, Interval]
) -> Iterator[Fall]:
    for key in keys:
        if is_now[key].low < was[key].low:
            before, after = (now.value(key.criterion, *ends) for ends in (was[key], is_now[key]))
            yield Fall(now.name(key.criterion, key.instance), before, after, now.note(key))
