"""The records of evidence: what they are, how strong, whether they count, and for what."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.facts import Key, RecordState
from scalecheck.model.project import Evidence, EvidenceStatus
from scalecheck.report.view.address import web_address
from scalecheck.report.view.criteria import grade
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Named, Teller

_WORST_FIRST = tuple(RecordState)


class EvidenceRow(NamedTuple):
    """One record. `counts` tells whether it weighs today; `url` is there for a web address only."""

    id: str
    title: Phrase
    kind: Words | None
    issuer: Words | None
    date: str
    grade: Words
    state: str
    words: str
    counts: bool
    where: Phrase | None
    url: str | None
    supports: tuple[Named, ...]


def build_evidence(teller: Teller) -> tuple[EvidenceRow, ...]:
    """List the records, in the order of the project."""
    states, uses = _states(teller)
    return tuple(
        _row(teller, name, one, states.get(name), uses.get(name, []))
        for name, one in teller.project.evidence.items()
    )


def _states(teller: Teller) -> tuple[dict[str, RecordState], dict[str, list[Key]]]:
    states: dict[str, RecordState] = {}
    uses: dict[str, list[Key]] = {}
    for key, fact in teller.found.facts.items():
        for record in fact.records:
            states[record.id] = record.state
            uses.setdefault(record.id, []).append(key)
    return states, uses


def _row(
    teller: Teller, name: str, one: Evidence, found: RecordState | None, keys: list[Key]
) -> EvidenceRow:
    speaker = teller.speaker
    state = _state(one, found)
    where = speaker.maybe(one.where)
    return EvidenceRow(
        name,
        speaker.text(one.title),
        teller.word("evidence_kinds", one.kind) if one.kind else None,
        teller.word("issuers", one.issuer) if one.issuer else None,
        speaker.date(one.date) if one.date else speaker.say("evidence.undated"),
        grade(teller, one.grade),
        state,
        speaker.say(f"record.{state}"),
        state == RecordState.COUNTED.value,
        where,
        (web_address(where.text) or None) if where else None,
        tuple(dict.fromkeys(_uses(teller, keys))),
    )


def _state(one: Evidence, found: RecordState | None) -> str:
    if found is not None:
        return found.value
    if one.status is EvidenceStatus.ACCEPTED:
        return "not-cited"
    return one.status.value


def _uses(teller: Teller, keys: list[Key]) -> Iterator[Named]:
    for key in keys:
        yield teller.name(key.criterion)
