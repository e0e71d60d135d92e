"""A measure of a rubric, in words: its operator, and what it reads."""

from collections.abc import Iterator

from scalecheck.language import catalogue, numbers
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import Band, Bands, Cap, Count, Measure
from scalecheck.report.rubric_words import Line, RubricWords


def say_measure(words: RubricWords, measure: Measure) -> Iterator[Line]:
    """Say what a measure is and what it reads."""
    yield Line(f"{words.title(measure.id)} ({measure.id})")
    if measure.description is not None:
        yield Line(words.text(measure.description), 1)
    operator = catalogue.say(f"explain.operator.{measure.op}", words.language)
    yield Line(words.say("measure.operator", operator=operator), 1)
    if measure.of:
        yield Line(words.say("measure.of", list=words.titles(measure.of)), 1)
    if measure.per is not None:
        yield Line(words.say("measure.per", group=words.title(measure.per)), 1)
    if measure.where:
        condition = words.condition(measure.where)
        yield Line(words.say("measure.where", condition=condition), 1)
    yield from _say_terms(words, measure)


def _say_terms(words: RubricWords, measure: Measure) -> Iterator[Line]:
    match measure:
        case Ladder() | Highest() | Additive():
            for level, items in measure.items.items():
                said = words.say("measure.items", level=level, list=words.titles(items))
                yield Line(said, 1)
        case Bands():
            yield from (Line(_say_band(words, band), 1) for band in measure.bands)
        case Cap():
            at = words.wanted(measure.of[0], measure.at)
            yield Line(words.say("measure.cap", level=at), 1)
            yield from words.rule(measure.unless, 2)
        case Count(level=str(level)):
            at = words.wanted(measure.of[0], level)
            yield Line(words.say("measure.level", level=at), 1)
        case Count(at_least=str(level)):
            at = words.wanted(measure.of[0], level)
            yield Line(words.say("measure.at-least", level=at), 1)
        case _:
            return


def _say_band(words: RubricWords, band: Band) -> str:
    name = words.text(band.label) if band.label is not None else band.id
    if band.from_ is not None:
        bound = numbers.number(band.from_, words.language)
        return words.say("measure.band-from", band=name, bound=bound)
    if band.above is not None:
        bound = numbers.number(band.above, words.language)
        return words.say("measure.band-above", band=name, bound=bound)
    return words.say("measure.band-first", band=name)
