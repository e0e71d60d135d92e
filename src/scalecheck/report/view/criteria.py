"""The criteria, one by one: what is reached, what comes next, what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.criterion import Criterion, Dimension
from scalecheck.model.facts import Fact, Key, RecordState, Status
from scalecheck.report.view.gaps import by_rank
from scalecheck.report.view.mark import Mark, mark
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Teller


class Anchor(NamedTuple):
    """What a level looks like: its figure, its label, the rubric's words for it."""

    figure: str
    label: Words
    text: Phrase


class Reference(NamedTuple):
    """A record that an answer cites, and what became of it there."""

    id: str
    title: Words
    state: str


class InstanceMark(NamedTuple):
    """Where a criterion stands at one instance."""

    title: Phrase
    mark: Mark


class CriterionView(NamedTuple):
    """One criterion. `cap` says why less than claimed counts; `aside` why it is not answered."""

    id: str
    title: Phrase
    question: Phrase | None
    mark: Mark
    required: str | None
    reached: Anchor | None
    next: Anchor | None
    cap: str | None
    aside: Words | None
    note: Phrase | None
    references: tuple[Reference, ...]
    instances: tuple[InstanceMark, ...]


class DimensionView(NamedTuple):
    """One dimension and its criteria."""

    id: str
    title: Phrase
    description: Phrase | None
    criteria: tuple[CriterionView, ...]


def build_criteria(teller: Teller) -> tuple[DimensionView, ...]:
    """Tell every criterion, in the rubric's order."""
    return tuple(_dimension(teller, dimension) for dimension in teller.rubric.dimensions)


def _dimension(teller: Teller, dimension: Dimension) -> DimensionView:
    return DimensionView(
        dimension.id,
        teller.speaker.text(dimension.title),
        teller.speaker.maybe(dimension.description),
        tuple(_criterion(teller, criterion) for criterion in dimension.criteria),
    )


def _criterion(teller: Teller, criterion: Criterion) -> CriterionView:
    name = criterion.id
    inside = tuple(_instances(teller, name)) if name in teller.nodes.group_of else ()
    rank = teller.required.get(Key(name))
    found = mark(teller, name, required=rank)
    if name in teller.nodes.group_of:
        found = _grouped(teller, name, found, inside)
    fact = teller.fact(name)
    reached, following = _anchors(teller, criterion, found)
    return CriterionView(
        name,
        teller.speaker.text(criterion.title),
        teller.speaker.maybe(criterion.question),
        found,
        None if rank is None else teller.value(name, rank, rank),
        reached,
        following,
        _cap(teller, fact) if fact else None,
        _aside(teller, criterion, fact),
        teller.note(Key(name)),
        tuple(_references(teller, fact)) if fact else (),
        inside,
    )


def _instances(teller: Teller, name: str) -> Iterator[InstanceMark]:
    for key in teller.found.facts:
        if key.criterion == name:
            yield InstanceMark(teller.instance(key.instance), mark(teller, name, key.instance))


def _grouped(teller: Teller, name: str, found: Mark, inside: tuple[InstanceMark, ...]) -> Mark:
    if inside and all(one.mark.status == "out-by-rule" for one in inside):
        return found._replace(status="out-by-rule", words=teller.out_words(name))
    words = teller.speaker.say("status.by-instance")
    return found._replace(status="by-instance", figure="", words=words)


def _anchors(
    teller: Teller, criterion: Criterion, found: Mark
) -> tuple[Anchor | None, Anchor | None]:
    low = found.row.low
    if low is None:
        return None, None
    texts = by_rank(teller, criterion, criterion.anchors)

    def anchor(rank: int) -> Anchor | None:
        if rank not in texts:
            return None
        figure = teller.value(criterion.id, rank, rank)
        label = teller.label(criterion.id, rank) or ""
        return Anchor(figure, label, teller.speaker.text(texts[rank]))

    return anchor(low), anchor(low + 1)


def _cap(teller: Teller, fact: Fact) -> str | None:
    if fact.claimed == fact.counted or fact.claimed is None:
        return None
    say = teller.speaker.say
    claimed = teller.value(fact.key.criterion, *fact.claimed)
    if not fact.records:
        return say("cap.no-evidence", claimed=claimed)
    if all(record.state is RecordState.STALE for record in fact.records):
        return say("cap.stale", claimed=claimed)
    return say("cap.weak", claimed=claimed, grade=grade(teller, fact.grade or ""))


def grade(teller: Teller, name: str) -> Words:
    """Name a grade of evidence."""
    found = next((g for g in teller.rubric.evidence.grades if g.id == name), None)
    return teller.speaker.text(found.title) if found and found.title else name


def _aside(teller: Teller, criterion: Criterion, fact: Fact | None) -> Words | None:
    if criterion.computed is not None and (fact is None or fact.status is not Status.OUT):
        node = teller.node(criterion.id)
        if node is None or not node.out:
            return teller.speaker.say("criteria.computed")
    return aside(teller, criterion.id, fact)


def aside(teller: Teller, name: str, fact: Fact | None) -> Words | None:
    """Say why an answer does not count, or the reason that was written for it."""
    if fact is None or fact.status is Status.OUT:
        return None
    if fact.flag is not None:
        return teller.speaker.coded("remark", fact.flag, name=teller.title(name))
    if fact.reason:
        return teller.speaker.line(fact.reason, teller.project.language)
    return None


def _references(teller: Teller, fact: Fact) -> Iterator[Reference]:
    for record in fact.records:
        known = teller.project.evidence.get(record.id)
        title = teller.speaker.text(known.title) if known else record.id
        yield Reference(record.id, title, teller.speaker.say(f"record.{record.state.value}"))
