"""What enters a measure, one input at a time: held at what, worth what, or left open."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.language.numbers import percent
from scalecheck.model.facts import Key, Status
from scalecheck.model.figures import Node
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Bands,
    Difference,
    Mean,
    Measure,
    Percent,
    Product,
    Sum,
    WeightedMean,
)
from scalecheck.model.policies import Policy
from scalecheck.model.scale import Scale
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_value

_SCORED = (Sum, Mean, WeightedMean, Product, Difference, Percent, Additive, Bands)
_OPEN = (Status.UNKNOWN, Status.NOT_ASSESSED)


def tell_inputs(narrator: Narrator, measure: Measure, node: Node) -> Iterator[Line]:
    """Say every input of a measure, the ties, and the part of the next rung that is met."""
    if isinstance(measure, Ladder | Highest | Additive):
        yield from tell_items(narrator, measure.id)
    else:
        yield from (tell_input(narrator, measure, key) for key in node.inputs)
    if node.ties:
        ties = narrator.join(narrator.question(key) for key in node.ties)
        yield narrator.line("measure.ties", count=len(node.ties), list=ties)
    if node.next_share is not None:
        shown = [f"{percent(s, narrator.language, 0)} ({s})" for s in node.next_share]
        yield narrator.line("measure.next-share", share=narrator.range(*shown))


def tell_items(narrator: Narrator, name: str, reached: Node | None = None) -> Iterator[Line]:
    """Say the items of a ladder, rung by rung; only those of rungs reached, where asked."""
    measure = narrator.nodes.measures[name]
    items = measure.items if isinstance(measure, Ladder | Highest | Additive) else {}
    for level, names in items.items():
        if reached is not None and not _is_reached(narrator, reached, level):
            return
        yield narrator.line("measure.rank", level=level)
        for item in narrator.nodes.expand(names):
            keys = [k for k in narrator.found.facts if k.criterion == item] or [Key(item)]
            yield from under(tell_input(narrator, measure, key) for key in keys)


def _is_reached(narrator: Narrator, node: Node, level: str) -> bool:
    scale = narrator.teller.scale(node.name)
    rank = scale.rank_of(level) if scale else None
    return rank is not None and node.value.low is not None and rank <= node.value.low


def tell_input(narrator: Narrator, measure: Measure, key: Key) -> Line:
    """Say one input of a measure: what it is held at and worth, or why it is left open."""
    title, fact = narrator.question(key), narrator.found.facts.get(key)
    if fact is not None and fact.status in (Status.OUT, Status.NOT_APPLICABLE):
        return narrator.line(f"short.{fact.status}", Mark.ASIDE, title=title)
    place = narrator.place(fact.path) if fact is not None else None
    if fact is not None and fact.status in _OPEN:
        status = narrator.say(f"status.{fact.status}")
        policy = narrator.say(f"policy.{_policy(narrator, measure, fact.status)}")
        facts = {"title": title, "status": status, "policy": policy}
        return narrator.line("measure.open", Mark.UNKNOWN, **facts)
    return _tell_known(narrator, measure, key, title)._replace(place=place)


def _policy(narrator: Narrator, measure: Measure, status: Status) -> Policy:
    policies = narrator.rubric.non_answers
    if status is Status.UNKNOWN:
        return measure.unknown or policies.unknown
    return measure.not_assessed or policies.not_assessed


def _tell_known(narrator: Narrator, measure: Measure, key: Key, title: str) -> Line:
    node = narrator.found.nodes.get((key.criterion, key.instance))
    if node is None and key.criterion in narrator.nodes.attributes:
        return _tell_attribute(narrator, key.criterion, title)
    if node is None or node.value.low is None or node.value.high is None:
        none = narrator.say("name.no-value")
        return narrator.line("measure.plain", Mark.UNKNOWN, title=title, level=none)
    low, high = node.value.low, node.value.high
    level = narrator.named(key.criterion, low, high)
    scale = narrator.teller.scale(key.criterion)
    facts = {"title": title, "level": level}
    if isinstance(measure, _SCORED) and scale is not None:
        facts["score"] = _say_scores(narrator, scale, int(low), int(high))
        if isinstance(measure, WeightedMean):
            weight = narrator.number(_weight(narrator, measure, key.criterion))
            return narrator.line("measure.weighted", **facts, weight=weight)
        return narrator.line("measure.scored", **facts)
    fact = narrator.found.facts.get(key)
    if fact is not None and fact.alike > 1:
        return narrator.line("measure.alike", **facts, count=fact.alike)
    return narrator.line("measure.plain", **facts)


def _tell_attribute(narrator: Narrator, name: str, title: str) -> Line:
    given = narrator.attribute(name)
    if not given:
        none = narrator.say("status.not-assessed")
        return narrator.line("measure.plain", Mark.UNKNOWN, title=title, level=none)
    values = narrator.join(say_value(narrator, name, value) for value in given)
    return narrator.line("measure.plain", title=title, level=values)


def _say_scores(narrator: Narrator, scale: Scale, low: int, high: int) -> str:
    return narrator.range(*(narrator.exact(scale.score_at(rank)) for rank in (low, high)))


def _weight(narrator: Narrator, measure: WeightedMean, name: str) -> Fraction:
    if measure.weights is not None:
        return measure.weights.get(name, Fraction(1))
    criterion = narrator.nodes.criteria.get(name)
    return criterion.weight if criterion else Fraction(1)
