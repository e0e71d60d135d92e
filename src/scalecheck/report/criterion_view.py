"""One criterion on a page: its question, what each level looks like, proves and asks for."""

from collections.abc import Iterator

from scalecheck.language.numbers import interval
from scalecheck.model.criterion import Advice, Criterion
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.scale import Scale
from scalecheck.report.rubric_words import Line, RubricWords


def show_criterion(words: RubricWords, criterion: Criterion) -> Iterator[Line]:
    """Show a criterion with its anchors, the evidence that each level needs, and its advice."""
    title = words.text(criterion.title)
    yield from (Line(title), Line("=" * len(title)))
    yield from _show_place(words, criterion)
    for text in (criterion.question, criterion.description, criterion.notes):
        if text is not None:
            yield from (Line(""), Line(words.text(text)))
    yield from _show_terms(words, criterion)
    yield Line("")
    heading = words.say("section.anchors")
    yield from (Line(heading), Line("-" * len(heading)))
    scale = words.nodes.scales[criterion.scale]
    for rank in _ranks(scale):
        yield from _show_level(words, criterion, scale, rank)
    if criterion.evidence.examples is not None:
        examples = words.text(criterion.evidence.examples)
        yield from (Line(""), Line(words.say("criterion.examples", examples=examples)))


def _ranks(scale: Scale) -> list[int]:
    """The ranks of a scale, in the order of the file."""
    return [scale.rank_of(str(level.value)) or 0 for level in scale.levels]


def _show_place(words: RubricWords, criterion: Criterion) -> Iterator[Line]:
    dimension = next(d for d in words.rubric.dimensions if criterion in d.criteria)
    scale = words.nodes.scales[criterion.scale]
    named = words.text(scale.title) if scale.title is not None else scale.id
    facts = {"id": criterion.id, "dimension": words.text(dimension.title), "scale": named}
    yield Line(words.say("criterion.place", **facts))
    figures = {"weight": criterion.weight, "effort": criterion.effort}
    yield Line(words.say("criterion.weight", **figures))


def _show_terms(words: RubricWords, criterion: Criterion) -> Iterator[Line]:
    group = words.nodes.group_of.get(criterion.id)
    terms = []
    if criterion.computed is not None:
        terms.append(words.say("criterion.computed"))
    if group is not None:
        terms.append(words.say("criterion.per", group=words.title(group.id)))
    if criterion.applies_when:
        condition = words.condition(criterion.applies_when)
        terms.append(words.say("criterion.applies", condition=condition))
    if criterion.not_applicable == "allowed":
        terms.append(words.say("criterion.not-applicable"))
    if criterion.source is not None:
        terms.append(_say_source(words, criterion.source.id, criterion.source.at))
    if terms:
        yield Line("")
    yield from map(Line, terms)


def _say_source(words: RubricWords, name: str, at: str | None) -> str:
    title = next(source.title for source in words.rubric.sources if source.id == name)
    said = words.speaker.line(title).text
    if at is None:
        return words.say("criterion.source", title=said)
    return words.say("criterion.source-at", title=said, at=words.speaker.line(at).text)


def _show_level(
    words: RubricWords, criterion: Criterion, scale: Scale, rank: int
) -> Iterator[Line]:
    anchors = {scale.rank_of(name): text for name, text in criterion.anchors.items()}
    text = anchors.get(rank) or scale.by_rank[rank].description
    said = words.rank(scale, rank)
    if text is not None:
        said = words.say("criterion.anchor", level=said, anchor=words.text(text))
    yield from (Line(""), Line(said))
    need = words.need(_stated_need(criterion, scale, rank))
    if need:
        yield Line(need, 1)
    rules = {scale.rank_of(name): rule for name, rule in (criterion.computed or {}).items()}
    if rank in rules:
        yield from words.rule(rules[rank], 1)
    advice = {scale.rank_of(name): found for name, found in criterion.advice.items()}
    if rank in advice:
        yield from _show_advice(words, advice[rank])


def _stated_need(criterion: Criterion, scale: Scale, rank: int) -> EvidenceNeed | None:
    """The need stated at a level; it holds from there on, until a better level states one."""
    if criterion.evidence.least is None:
        return scale.by_rank[rank].evidence
    stated = {scale.rank_of(name): need for name, need in criterion.evidence.least.items()}
    return stated.get(rank)


def _show_advice(words: RubricWords, advice: Advice) -> Iterator[Line]:
    yield Line(words.say("advice.do", do=words.text(advice.do)), 1)
    yield Line(words.say("advice.who", who=words.text(advice.who)), 2)
    if advice.with_ is not None:
        yield Line(words.say("advice.with", **{"with": words.text(advice.with_)}), 2)
    low, high = advice.months
    yield Line(words.say("advice.months", count=high, months=interval(low, high)), 2)
    yield Line(words.say("advice.proof", proof=words.text(advice.proof)), 2)
