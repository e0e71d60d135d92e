"""How a measure comes to its value: its operation, its inputs one by one, and what to beware of."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.language.numbers import number, percent
from scalecheck.model.figures import Node, Value
from scalecheck.model.form import Form
from scalecheck.model.measures import Measure, Percent
from scalecheck.report.explanation.inputs import tell_inputs
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.operations import tell_operation


def tell_measure(narrator: Narrator, measure: Measure, node: Node) -> Iterator[Line]:
    """Say the value of a measure and how it comes about."""
    title = narrator.title(measure.id, node.instance)
    if node.value.low is None:
        yield narrator.line("measure.not-computed", Mark.HEADING, title=title)
        why = narrator.line(f"why.{node.value.why or 'not-computed'}", Mark.UNKNOWN)
        yield from under([why])
    else:
        value = say_value(narrator, measure, node, node.value)
        yield narrator.line("measure.title", Mark.HEADING, title=title, value=value)
    yield from under(_tell_cautions(narrator, measure, node))
    yield narrator.heading("rules")
    yield from under(tell_operation(narrator, measure))
    yield narrator.heading("inputs")
    yield from under(tell_inputs(narrator, measure, node))


def tell_without_instance(narrator: Narrator, measure: Measure) -> Iterator[Line]:
    """Say that a measure taken instance by instance has none to be taken on."""
    title, group = narrator.title(measure.id), measure.per or ""
    yield narrator.line("measure.not-computed", Mark.HEADING, title=title)
    listed = narrator.found.instances.get(group)
    why = "open-list" if listed is None else "no-instance"
    yield from under([narrator.line(f"why.{why}", Mark.UNKNOWN)])
    yield narrator.heading("rules")
    yield from under(tell_operation(narrator, measure))


def say_value(narrator: Narrator, measure: Measure, node: Node, value: Value) -> str:
    """Write what a measure gives: levels, or a figure as printed beside the exact one."""
    if value.low is None or value.high is None:
        return narrator.say("name.no-value")
    if node.form is not Form.INDEX or node.scale is not None:
        return narrator.named(measure.id, value.low, value.high)
    printed = [_print(narrator, measure, end) for end in (value.low, value.high)]
    shown = narrator.range(*printed)
    exact = [Fraction(end) for end in (value.low, value.high)]
    if all(_is_printed_exactly(measure, end) for end in exact):
        return shown
    fractions = narrator.range(*(str(end) for end in exact))
    return narrator.say("name.exact", printed=shown, exact=fractions)


def _is_printed_exactly(measure: Measure, value: Fraction) -> bool:
    places = measure.display.digits + (2 if isinstance(measure, Percent) else 0)
    return bool(10**places % value.denominator == 0)


def _print(narrator: Narrator, measure: Measure, value: int | Fraction) -> str:
    show = percent if isinstance(measure, Percent) else number
    display = measure.display
    return show(value, narrator.language, display.digits, display.rounding.value)


# What to beware of ----------------------------------------------------------------------------


def _tell_cautions(narrator: Narrator, measure: Measure, node: Node) -> Iterator[Line]:
    if node.form is Form.INDEX:
        yield narrator.line("measure.index", Mark.ASIDE)
    if not narrator.nodes.is_monotone(measure.id):
        yield narrator.line("measure.not-monotone", Mark.ASIDE)
    if not node.value.exact:
        yield narrator.line("measure.outer", Mark.ASIDE)
    if node.claimed.low is not None and node.claimed != node.value:
        claimed = say_value(narrator, measure, node, node.claimed)
        yield narrator.line("measure.claimed", value=claimed)
    if node.bounds is not None:
        bounds = say_value(narrator, measure, node, node.bounds)
        yield narrator.line("measure.bounds", Mark.ASIDE, value=bounds)
