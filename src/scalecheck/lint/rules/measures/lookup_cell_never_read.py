"""Cells of a table that no answers lead to: beyond what the node that finds them can give."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.reach import Reaches, reaches
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.measures.showing import show_end
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.measures import Lookup
from scalecheck.model.tables import Axis


def find(subject: RubricSubject) -> Iterator[Found]:
    known = reaches(subject)
    if known is None:
        return
    for m, measure in enumerate(subject.value.measures):
        if measure.op == "lookup" and measure.table:
            yield from _unread(known, measure, ("measures", m, "table"))


def _unread(known: Reaches, measure: Lookup, path: Path) -> Iterator[Found]:
    """The rows that are never read, then the columns of the first row that is."""
    table, here = measure.table, path
    for name in measure.of[:2]:
        cells, reach = _cells(table), known.of(name)
        if reach is None or reach.high is None or not cells:
            return
        axis, ends = Axis(known.nodes, name), range(int(reach.low), int(reach.high) + 1)
        read = [axis.key(table, position) for position in ends]
        lowest, highest = show_end(known, name, 0), show_end(known, name, 1)
        for key in cells:
            if key not in read:
                at_key = isinstance(key, str)
                place = (*here, key)
                yield found(
                    place, at_key=at_key, cell=key, node=name, lowest=lowest, highest=highest
                )
        first = next((key for key in cells if key in read), None)
        if first is None:
            return
        table, here = cells[first], (*here, first)


def _cells(table: Any) -> dict[Any, Any]:
    """The cells of a table by key, or by position in a list; none where it is a single cell."""
    if isinstance(table, Mapping):
        return dict(table)
    return dict(enumerate(table)) if isinstance(table, tuple) else {}


RULE = Rule("lookup-cell-never-read", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
