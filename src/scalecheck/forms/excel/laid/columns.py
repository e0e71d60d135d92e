"""The columns of each table, and the texts that more than one of them holds."""

from collections.abc import Iterator, Mapping

from scalecheck.forms.carry import shown
from scalecheck.forms.excel.plan import KEY, LONGEST, Cell, Column, size
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import FactField
from scalecheck.model.text import Text

_ALONE = ("type", "status", "territory")  # one is the rule: more are typed in the same cell
_BUILT_IN = ("role", "type", "status", "territory")
_YES_NO = frozenset(("yes", "no"))


def column(key: str, width: int, speech: Speech, read: bool = True) -> Column:
    """Make a column whose title is ours."""
    return Column(key, speech.say(f"column.{key}"), width, read)


KEYS = Column(KEY, "", 4)


def written(text: Text | None, speech: Speech) -> Cell:
    """Make a cell to fill that holds a text already, or nothing."""
    return filled(shown(text, speech.main), speech)


def filled(text: str, speech: Speech) -> Cell:
    """Make a cell to fill with a text; one that no cell can hold stays in the hidden part.

    The cell says so: whatever is typed there replaces it, and untouched it comes back whole.
    """
    if size(text) > LONGEST:
        text = speech.tell("too-long", count=len(text))
    return Cell(text, open=True)


def breadth(field: FactField, most: int) -> int:
    """How many values of a fact have a cell of their own; more may be typed after a semicolon."""
    ids = {option.id for option in field.options}
    own = 1 if len(ids) < 2 or ids == _YES_NO or field.id in _ALONE else 2
    return max(own, min(most, max(len(ids), 1)))


def fact_keys(field: str, count: int) -> Iterator[str]:
    """Name the columns of a fact: `fact:role`, `fact:role:2`."""
    yield f"fact:{field}"
    for number in range(2, count + 1):
        yield f"fact:{field}:{number}"


def fact_title(field: FactField, speech: Speech) -> str:
    """Name a fact: a built-in one of a setting has no words of its own."""
    if field.title is None and field.id in _BUILT_IN:
        return speech.say(f"fact.{field.id}")
    return speech.title(field.title, field.id)


def spread(values: tuple[str, ...], cells: int) -> list[str]:
    """Share the values of a fact out to its cells; the last one takes what is left."""
    alone = [*values[: cells - 1], "; ".join(values[cells - 1 :])]
    return [*alone, *[""] * (cells - len(alone))]


def said(facts: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...]:
    """The values of a fact, none where it is not stated."""
    return tuple(facts.get(name, ()))
