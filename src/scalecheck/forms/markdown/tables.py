"""Tables to write in: one row a field, one row a record."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scalecheck.forms.markdown.marks import mark
from scalecheck.forms.markdown.voice import Voice, cell


class Field(NamedTuple):
    """A field on a row of its own: `choices` are what may be written in it."""

    name: str
    label: str
    opens: str
    choices: str = ""


def table(title: str, voice: Voice, fields: Iterable[Field]) -> str:
    """Lay out fields, one a row; a third column only where there are choices to name."""
    found = list(fields)
    with_choices = any(one.choices for one in found)
    heads = [
        title,
        voice.say("table.answer"),
        *([voice.say("table.choices")] if with_choices else []),
    ]
    return grid(heads, (_row(one, with_choices) for one in found))


def _row(one: Field, with_choices: bool) -> list[str]:
    row = [f"{one.label} {mark('field', one.name)}", cell(one.opens)]
    return [*row, one.choices] if with_choices else row


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table; what is in its cells is safe already."""
    return "\n".join((_line(heads), "|" + " --- |" * len(heads), *map(_line, rows)))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
