"""The operation of a measure, in words: what it does to its inputs, and its terms."""

from collections.abc import Iterator
from typing import assert_never

from scalecheck.model.item_measures import Additive, Highest, ItemTest, Ladder
from scalecheck.model.measures import (
    Bands,
    Cap,
    Count,
    Difference,
    Lookup,
    Maximum,
    Mean,
    Measure,
    Median,
    Minimum,
    Percent,
    Product,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.report.explanation.lines import Line
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_condition, say_quota, say_rule


def tell_operation(narrator: Narrator, measure: Measure) -> Iterator[Line]:
    """Say what a measure does: its operation, over what, and its terms."""
    operator = narrator.say(f"operator.{measure.op}")
    yield narrator.line("measure.operator", operator=operator)
    if measure.per is not None:
        yield narrator.line("measure.per", group=narrator.title(measure.per))
    if measure.where:
        yield narrator.line("measure.where", condition=say_condition(narrator, measure.where))
    yield from _tell_terms(narrator, measure)


def _tell_terms(narrator: Narrator, measure: Measure) -> Iterator[Line]:
    match measure:
        case Cap():
            level = narrator.wanted(measure.id, measure.at)
            rule = say_rule(narrator, measure.unless)
            yield narrator.line("measure.cap-at", level=level, rule=rule)
        case Bands():
            yield from _tell_bands(narrator, measure)
        case Round():
            yield narrator.line("measure.digits", digits=measure.digits)
        case Count():
            first = narrator.nodes.expand(measure.of)[0]
            key, asked = ("exactly", measure.level) if measure.level else ("at-least", None)
            level = narrator.wanted(first, asked or measure.at_least or "0")
            yield narrator.line(f"measure.{key}", level=level)
        case Ladder() | Highest():
            yield from _tell_tests(narrator, measure)
        case (
            Minimum()
            | Maximum()
            | Median()
            | Additive()
            | Sum()
            | Mean()
            | WeightedMean()
            | Product()
            | Difference()
            | Percent()
            | Lookup()
        ):
            return
        case _:
            assert_never(measure)


def _tell_bands(narrator: Narrator, measure: Bands) -> Iterator[Line]:
    for band in measure.bands:
        name = narrator.words(band.label) if band.label else band.id
        if band.from_ is not None:
            bound = narrator.number(band.from_)
            yield narrator.line("measure.band-from", band=name, bound=bound)
        elif band.above is not None:
            bound = narrator.number(band.above)
            yield narrator.line("measure.band-above", band=name, bound=bound)
        else:
            yield narrator.line("measure.band-first", band=name)


def _tell_tests(narrator: Narrator, measure: Ladder | Highest) -> Iterator[Line]:
    item = next(iter(measure.items.values()))[0]
    test = _say_test(narrator, measure.at, item)
    yield narrator.line("measure.item-at", test=test)
    below = measure.below if isinstance(measure, Ladder) else None
    if below is not None:
        yield narrator.line("measure.item-below", test=_say_test(narrator, below, item))


def _say_test(narrator: Narrator, test: ItemTest, item: str) -> str:
    quota = say_quota(narrator, test.quota)
    count = "count" if isinstance(test.quota, int) else "share"
    if test.item is None:
        key = "measure.test-count-default" if count == "count" else "measure.test-default"
        return narrator.say(key, quota=quota)
    scale = narrator.teller.scale(item)
    rank = scale.rank_of(test.item) if scale else None
    level = test.item if scale is None or rank is None else narrator.named_rank(scale, rank)
    if test.quota == 1 and count == "share":
        return narrator.say("measure.test-all", level=level)
    return narrator.say(f"measure.test-{count}", quota=quota, level=level)
