"""The head of a report: what is assessed, in which scope, when and by whom."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.project import Confidentiality
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Teller


class Pair(NamedTuple):
    """A label and what stands beside it."""

    label: str
    values: tuple[Words, ...]


class Header(NamedTuple):
    """The title and the scope. `notice` is there for a restricted file."""

    title: Phrase
    organization: Phrase | None
    summary: Phrase | None
    date: str
    rubric: Phrase
    scope: tuple[Pair, ...]
    reading: tuple[Pair, ...]
    note: Phrase | None
    notice: str | None


def build_header(teller: Teller) -> Header:
    """Say what is assessed and under which rubric."""
    project, speaker = teller.project, teller.speaker
    restricted = project.confidentiality is Confidentiality.RESTRICTED
    return Header(
        speaker.text(project.title),
        speaker.maybe(project.organization),
        speaker.maybe(project.summary),
        speaker.date(teller.found.snapshot.date),
        speaker.text(teller.rubric.title),
        tuple(pair for pair in _scope(teller) if pair.values),
        tuple(pair for pair in _reading(teller) if pair.values),
        speaker.maybe(teller.found.snapshot.note),
        speaker.say("header.restricted") if restricted else None,
    )


def _scope(teller: Teller) -> Iterator[Pair]:
    project, say = teller.project, teller.speaker.say
    sector = (project.sector,) if project.sector else ()
    yield Pair(say("header.sector"), teller.words("sectors", sector))
    yield Pair(say("header.territory"), _territory(teller))
    yield Pair(say("header.clientele"), teller.words("clienteles", project.clientele))
    track = teller.track
    yield Pair(say("header.track"), (teller.speaker.text(track.title),) if track else ())


def _territory(teller: Teller) -> tuple[Words, ...]:
    lists, here = teller.found.vocabularies, teller.project.territory
    every = {word.id for word in lists.territories} if lists else set()
    if every and set(here) >= every:
        return (teller.speaker.say("header.everywhere"),)
    return teller.words("territories", here)


def _reading(teller: Teller) -> Iterator[Pair]:
    snapshot, speaker = teller.found.snapshot, teller.speaker
    assessor, own = snapshot.assessor, teller.project.language
    lines = [line for line in (assessor.role, assessor.organization) if line]
    yield Pair(speaker.say("header.date"), (speaker.date(snapshot.date),))
    yield Pair(speaker.say("header.kind"), (speaker.say(f"kind.{snapshot.kind.value}"),))
    yield Pair(speaker.say("header.assessor"), tuple(speaker.line(line, own) for line in lines))
    reader = (speaker.line(assessor.reader, own),) if assessor.reader else ()
    yield Pair(speaker.say("header.reader"), reader)
    voices = tuple(teller.instance(voice) for voice in assessor.voices)
    yield Pair(speaker.say("header.voices"), voices)
    version = f"{teller.rubric.id} {teller.rubric.version}"
    yield Pair(speaker.say("header.rubric"), (speaker.text(teller.rubric.title), version))
    reach = teller.word("confidentialities", teller.project.confidentiality.value)
    yield Pair(speaker.say("header.confidentiality"), (reach,))
