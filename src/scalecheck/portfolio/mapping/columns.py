"""The reader of each column of the wide table: what its cells may hold under one rubric."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.criterion import Attribute
from scalecheck.model.nodes import Nodes
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.layout import Column, Layout, Part, layout_of
from scalecheck.portfolio.mapping.levels import (
    LevelReader,
    Read,
    read_count,
    read_date,
    read_grade,
    read_one_of,
    said,
)
from scalecheck.portfolio.mapping.reading import Choice, Choices, FreeReader, Reader, squeeze
from scalecheck.portfolio.mapping.words import TableWords

# The closed list that each built-in attribute draws on, and whether a cell may hold several.
_LISTS = {
    "sector": ("sectors", False),
    "clientele": ("clienteles", True),
    "territory": ("territories", True),
    "applicant": ("applicant_types", False),
    "role": ("roles", True),
    "type": ("setting_types", True),
    "status": ("setting_statuses", True),
}


class Instrument(NamedTuple):
    """What a table is read by: the rubric, the closed lists, the words of people."""

    rubric: Rubric
    vocabularies: Vocabularies | None = None
    words: TableWords = TableWords()

    @property
    def layout(self) -> Layout:
        """The wide table of the rubric."""
        return layout_of(self.rubric)


def reader_of(
    instrument: Instrument, column: Column, values: Mapping[str, str] | None = None
) -> Reader:
    """Make the reader of a column.

    Args:
        instrument: the rubric, the lists and the words.
        column: which one.
        values: what words of its cells stand for; they come before anything else.
    """
    read = _read_of(instrument, column)
    is_free = column.part in (Part.ABOUT, Part.REASON) and column.subject != "id"
    return FreeReader() if is_free and not values else Reader(read, values or {})


def _read_of(instrument: Instrument, column: Column) -> Read:
    nodes, words = instrument.layout.nodes, instrument.words
    match column.part:
        case Part.LEVEL:
            scale = nodes.scales[nodes.criteria[column.subject].scale]
            return LevelReader(scale, words)
        case Part.GRADE:
            return read_grade(instrument.rubric.evidence.grades, words)
        case Part.COUNT | Part.ALIKE | Part.INSTANCES:
            return read_count
        case Part.DATED:
            return read_date
        case Part.ATTRIBUTE:
            return _attribute(instrument, column, nodes)
        case _:
            return squeeze


def _attribute(instrument: Instrument, column: Column, nodes: Nodes) -> Read:
    own = declared(nodes, column.subject, column.group)
    if own is not None and own.scale is not None:
        return LevelReader(nodes.scales[own.scale], instrument.words)
    choices = Choices(choices_of(instrument, column))
    several = takes_several(instrument, column)
    return read_one_of(choices, instrument.words, several=several) if choices.choices else squeeze


def takes_several(instrument: Instrument, column: Column) -> bool:
    """Tell whether a cell of an attribute may hold several values."""
    if declared(instrument.layout.nodes, column.subject, column.group) is not None:
        return True
    return _LISTS.get(column.subject, ("", column.subject != "track"))[1]


def declared(nodes: Nodes, name: str, group: str = "") -> Attribute | None:
    """Find an attribute that the rubric itself declares, of its projects or of a group."""
    if not group:
        return nodes.attributes.get(name)
    return next((one for one in nodes.groups[group].attributes if one.id == name), None)


def choices_of(instrument: Instrument, column: Column) -> Iterator[Choice]:
    """The closed list of an attribute; empty where any value will do."""
    nodes, rubric = instrument.layout.nodes, instrument.rubric
    own = declared(nodes, column.subject, column.group)
    if own is not None and own.values:
        yield from _choices((value.id, value.title) for value in own.values)
    elif column.subject == "track" and not column.group:
        yield from _choices((track.id, track.title) for track in rubric.tracks)
    elif column.subject == "strategies" and not column.group:
        yield from _choices((one.id, one.title) for one in rubric.strategies)
    elif column.subject in _LISTS:
        yield from words_of(instrument, _LISTS[column.subject][0])


def words_of(instrument: Instrument, name: str) -> Iterator[Choice]:
    """The entries of a closed list, by its name among the vocabularies; empty without them."""
    words = getattr(instrument.vocabularies, name) if instrument.vocabularies is not None else ()
    return _choices((word.id, word.label) for word in words)


def _choices(entries: Iterable[tuple[str, Text | None]]) -> Iterator[Choice]:
    return (Choice(name, (name, *said(title))) for name, title in entries)
