"""The measures that the rubric declares: shown beside the level, never in its place."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.language.numbers import Exact, decided, interval, number
from scalecheck.model.figures import Node, Value
from scalecheck.model.form import Form
from scalecheck.model.language import Language
from scalecheck.model.measures import Bands, Measure
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Named, Teller


class MeasureView(NamedTuple):
    """One measure: `form` is `ordinal`, `count` or `index`; `remarks` are to be read with it."""

    title: Phrase
    at: Phrase | None
    form: str
    form_words: str
    figure: str
    words: Words
    claimed: str | None
    description: Phrase | None
    ties: tuple[Named, ...]
    remarks: tuple[str, ...]


def build_measures(teller: Teller) -> tuple[MeasureView, ...]:
    """Tell the measures, each instance apart where there are instances."""
    return tuple(
        _measure(teller, measure, node)
        for measure in teller.rubric.measures
        for (name, _), node in teller.found.nodes.items()
        if name == measure.id
    )


def _measure(teller: Teller, measure: Measure, node: Node) -> MeasureView:
    speaker = teller.speaker
    figure, words = figure_of(teller, measure, node.value)
    told, _ = figure_of(teller, measure, node.claimed)
    return MeasureView(
        teller.title(measure.id),
        teller.instance(node.instance) if node.instance else None,
        node.form.value,
        speaker.say(f"form.{node.form.value}"),
        figure,
        words,
        told if told != figure else None,
        speaker.maybe(measure.description),
        teller.names(node.ties),
        tuple(_remarks(teller, measure, node)),
    )


def figure_of(teller: Teller, measure: Measure, value: Value) -> tuple[str, Words]:
    """Write a value so that no rounding contradicts a band that was decided on it."""
    low, high = value.low, value.high
    if low is None or high is None:
        why = teller.speaker.coded("why", value.why or "not-computed")
        return teller.speaker.say("figure.not-computed"), why
    if teller.scale(measure.id) is not None:
        words = teller.labels(measure.id, int(low), int(high))
        return teller.value(measure.id, low, high), words or ""
    return interval(*(_number(teller, measure, end, (low, high)) for end in (low, high))), ""


def _number(
    teller: Teller, measure: Measure, value: Fraction | int, ends: tuple[Fraction | int, ...]
) -> str:
    display, language = measure.display, teller.speaker.language
    if isinstance(value, int):
        return number(value, language)

    def show(one: Exact, spoken: Language, digits: int) -> str:
        return number(one, spoken, digits, display.rounding.value)

    others = [other for other in (*ends, *_thresholds(teller, measure)) if other != value]
    told = [decided(value, other, language, display.digits, show)[0] for other in others]
    return max(told, key=len, default=show(value, language, display.digits))


def _thresholds(teller: Teller, measure: Measure) -> Iterator[Fraction]:
    """The bounds of the bands that read a measure."""
    for other in teller.rubric.measures:
        if isinstance(other, Bands) and measure.id in other.of:
            for band in other.bands:
                yield from (bound for bound in (band.from_, band.above) if bound is not None)


def _remarks(teller: Teller, measure: Measure, node: Node) -> Iterator[str]:
    say = teller.speaker.say
    if node.form is Form.INDEX:
        yield say("measure.index")
    if node.bounds is not None:
        figure, _ = figure_of(teller, measure, node.bounds)
        yield say("measure.convention", figure=figure)
    if not node.value.exact:
        yield say("measure.outer")
    if not teller.nodes.is_monotone(measure.id):
        yield say("measure.not-monotone")
    if measure.id == teller.rubric.headline:
        yield say("measure.headline")
