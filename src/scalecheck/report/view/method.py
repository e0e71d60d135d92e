"""What to know to read the report rightly: remarks, method, limits, sources, fingerprint."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.facts import Remark, Status
from scalecheck.report.provenance import Provenance
from scalecheck.report.view.address import web_address
from scalecheck.report.view.criteria import aside
from scalecheck.report.view.header import Pair
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Named, Teller

_SHOWN_DIGITS = 12
_SHIPPED = "shipped"


class SourceView(NamedTuple):
    """A text that the rubric leans on."""

    title: Phrase
    url: str | None
    use: str
    licence: str
    notes: Phrase | None


class OutView(NamedTuple):
    """A criterion that is not asked, or does not apply, and why."""

    named: Named
    words: str
    reason: Words | None


class Method(NamedTuple):
    """How the result was made and what it is not."""

    remarks: tuple[str, ...]
    aside: tuple[OutView, ...]
    paragraphs: tuple[str, ...]
    conventions: tuple[str, ...]
    notes: Phrase | None
    grades: tuple[Pair, ...]
    sources: tuple[SourceView, ...]
    fingerprint: tuple[Pair, ...]


def build_method(teller: Teller, provenance: Provenance | None) -> Method:
    """Say how the result was made, from what, and what it cannot say."""
    return Method(
        tuple(_remark(teller, remark) for remark in teller.found.remarks),
        tuple(_asides(teller)),
        tuple(_paragraphs(teller)),
        tuple(_conventions(teller)),
        teller.speaker.maybe(teller.rubric.notes),
        tuple(_grades(teller)),
        tuple(_sources(teller)),
        tuple(_fingerprint(teller, provenance)),
    )


def _remark(teller: Teller, remark: Remark) -> str:
    """Word a remark; what it names is shown by its title."""
    facts = {name: _subject(teller, value) for name, value in remark.facts}
    return teller.speaker.coded("remark", remark.code, **facts)


def _subject(teller: Teller, name: str) -> Words:
    if name in teller.listed:
        return teller.instance(name)
    strategy = next((s for s in teller.rubric.strategies if s.id == name), None)
    titled = strategy or teller.project.evidence.get(name)
    return teller.speaker.text(titled.title) if titled else teller.title(name)


def _asides(teller: Teller) -> Iterator[OutView]:
    shown = (Status.OUT, Status.NOT_APPLICABLE)
    told: set[str] = set()
    for key, fact in teller.found.facts.items():
        if fact.status in shown and (fact.status is not Status.OUT or key.criterion not in told):
            told.add(key.criterion)
            is_out = fact.status is Status.OUT
            instance = "" if is_out else key.instance
            words = teller.speaker.say(f"status.{fact.status.value}")
            words = teller.out_words(key.criterion) if is_out else words
            reason = aside(teller, key.criterion, fact)
            yield OutView(teller.name(key.criterion, instance), words, reason)
    for (name, instance), node in teller.found.nodes.items():
        if node.kind == "computed" and node.out and not instance:
            yield OutView(teller.name(name), teller.out_words(name), None)


def _paragraphs(teller: Teller) -> Iterator[str]:
    rubric, say = teller.rubric, teller.speaker.say
    date = teller.speaker.date(teller.found.as_of)
    yield say("method.describes", date=date, rubric=f"{rubric.id} {rubric.version}")
    for key in ("levels", "evidence", "ranks", "forecast", "worth"):
        yield say(f"method.{key}")
    yield say("method.thresholds")


def _conventions(teller: Teller) -> Iterator[str]:
    rubric, say = teller.rubric, teller.speaker.say
    yield say(f"convention.unknown.{rubric.non_answers.unknown.value}")
    yield say(f"convention.not-assessed.{rubric.non_answers.not_assessed.value}")
    share = rubric.non_answers.not_applicable.min_applicable * 100
    yield say("convention.min-applicable", share=share)
    if rubric.evidence.max_age is not None:
        yield say("convention.max-age", count=rubric.evidence.max_age)


def _grades(teller: Teller) -> Iterator[Pair]:
    for grade in teller.rubric.evidence.grades:
        if grade.title and grade.description:
            title = str(teller.speaker.text(grade.title))
            yield Pair(title, (teller.speaker.text(grade.description),))


def _sources(teller: Teller) -> Iterator[SourceView]:
    for source in teller.rubric.sources:
        yield SourceView(
            teller.speaker.line(source.title),
            web_address(source.url) or None,
            teller.speaker.say(f"use.{source.use.value}"),
            source.licence,
            teller.speaker.maybe(source.notes),
        )


def _fingerprint(teller: Teller, provenance: Provenance | None) -> Iterator[Pair]:
    say, rubric = teller.speaker.say, teller.rubric
    yield Pair(say("fingerprint.rubric"), (f"{rubric.id} {rubric.version}",))
    yield Pair(say("fingerprint.licence"), (rubric.licence,))
    yield Pair(say("fingerprint.as-of"), (teller.speaker.date(teller.found.as_of),))
    if provenance is None:
        return
    stated = {
        "tool": provenance.tool_version and f"scalecheck {provenance.tool_version}",
        "rubric-hash": provenance.rubric_hash[:_SHOWN_DIGITS],
        "project-hash": provenance.project_hash[:_SHOWN_DIGITS],
        "rubric-origin": _origin(teller, provenance.rubric_origin),
    }
    for key, value in stated.items():
        if value:
            yield Pair(say(f"fingerprint.{key}"), (value,))


def _origin(teller: Teller, origin: str) -> str:
    return teller.speaker.say("fingerprint.shipped") if origin == _SHIPPED else origin
