"""Name the first cell of a row that may not be there, in the order of the layout."""

from collections.abc import Iterator, Sequence

from scalecheck.portfolio.engine.binding import ALIKE, Binding
from scalecheck.portfolio.engine.context import count_instances, frame_row, instance_of
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.spelling import Cell, Refused
from scalecheck.portfolio.layout import Part
from scalecheck.portfolio.plan.node import Bundle
from scalecheck.portfolio.plan.results import Problem

CHECKED = (Part.LEVEL, Part.GRADE, Part.COUNT, Part.DATED)  # of an answer, in this order
CHOSEN = ("track", "strategies")

Found = tuple[Problem, str]


def find_problem(binding: Binding, reader: QuestionReader, row: Sequence[Cell]) -> Found:
    """Find why a row is refused, and the column.

    Raises:
        LookupError: nothing in the row may not be there.
    """
    for found in _find(binding, reader, row):
        return found
    raise LookupError


def _find(binding: Binding, reader: QuestionReader, row: Sequence[Cell]) -> Iterator[Found]:
    for name in CHOSEN:
        if name in binding.context:
            place = binding.context[name]
            try:
                frame_row(binding, {name: row[place]})
            except Refused as refused:
                yield refused.problem, binding.names[place]
    for group in binding.layout.nodes.groups:
        try:
            count_instances(binding, group, row)
        except Refused as refused:
            yield refused.problem, f"{group}/{Part.INSTANCES}"
    for bundle in bundles_to_check(binding):
        listed = count_instances(binding, bundle.whole.name, row) if bundle.instance else 0
        if bundle.instance <= (listed or 0):
            yield from _of_bundle(binding, reader, bundle, row)


def bundles_to_check(binding: Binding) -> Iterator[Bundle]:
    """The bundles whose cells may be refused, in order: questions, then instance by instance."""
    layout = binding.layout
    yield from (Bundle("question", c.id) for c in layout.criteria)
    for group in layout.nodes.groups:
        for number in range(1, binding.room[group] + 1):
            yield Bundle("instance", group, number)
            for criterion in layout.criteria_of(group):
                yield binding.question(criterion.id, number)


def _of_bundle(
    binding: Binding, reader: QuestionReader, bundle: Bundle, row: Sequence[Cell]
) -> Iterator[Found]:
    places = binding.places(bundle)
    for part in (ALIKE,) if bundle.kind == "instance" else CHECKED:
        if part not in places:
            continue
        place = places[part]
        try:
            if bundle.kind == "instance":
                instance_of(bundle.instance, {part: row[place]})
            else:
                reader.state(reader.nodes.criteria[bundle.name], {part: row[place]})
        except Refused as refused:
            yield refused.problem, binding.names[place]
